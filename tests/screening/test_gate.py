"""What a screening lets the gate know: a search is complete, or the person is held."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from safeconduct.cli.screen.searches import Search, write_searches
from safeconduct.screening import Screened, read_person
from tests.clearance.bundles import NOW, Tables, judged, nothing_missing
from tests.screening.register import screening_of

REGISTER = (
    {"record": "R1", "full_name": "José García López", "born_on": "1980-03-04"},
    {"record": "R2", "full_name": "Ahmed Mohamed Ali", "born_on": "1985-06-06"},
)


def person_of_the_case(**cells: str) -> Screened:
    return screening_of(*REGISTER).screen(read_person("P1", cells))


def with_search(folder: Path, screened: Screened, office: str) -> Tables:
    """The case in which nothing is missing, its search of claims made by ``safeconduct screen``."""
    file = folder / "searches.csv"
    write_searches(str(file), [screened], Search("protection-claims", office, NOW))
    (row,) = csv.DictReader(file.read_text("utf-8").splitlines())
    tables = nothing_missing()
    others = [one for one in tables["searches"] if one["register"] != "protection-claims"]
    return {**tables, "searches": [*others, row]}


def outcome(tables: Tables) -> str:
    return judged(tables)[0].outcome.value


def test_no_candidate_closes_the_search(tmp_path: Path) -> None:
    stranger = person_of_the_case(full_name="Zoltan Quimby Plover", born_on="1977-01-02")
    assert outcome(with_search(tmp_path, stranger, "une")) == "no-bar-found"


@pytest.mark.parametrize(
    "cells",
    [
        {"full_name": "Pepe García", "born_on": "1980-04-03"},
        {"full_name": "Zoltan"},
        {"full_name": "Zoltan Plover"},
    ],
    ids=["a candidate", "one word", "neither date nor number"],
)
def test_anything_else_holds_the_person(tmp_path: Path, cells: dict[str, str]) -> None:
    assert outcome(with_search(tmp_path, person_of_the_case(**cells), "une")) == "undetermined"


def test_a_search_that_nobody_vouches_for_closes_nothing(tmp_path: Path) -> None:
    stranger = person_of_the_case(full_name="Zoltan Quimby Plover", born_on="1977-01-02")
    assert outcome(with_search(tmp_path, stranger, "")) == "undetermined"
