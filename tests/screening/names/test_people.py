"""Persons of `cases/people/*.csv`, each sought in a register that holds all of them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from safeconduct.screening import Screening, read_person
from tests.screening.register import screening_of

PEOPLE = Path(__file__).parent / "cases" / "people"


def pairs() -> list[tuple[str, str, dict[str, str]]]:
    """The language, the record's reference and the row of every pair."""
    return [
        (path.stem, f"{path.stem}-{line}", row)
        for path in sorted(PEOPLE.glob("*.csv"))
        for line, row in enumerate(csv.DictReader(path.read_text("utf-8").splitlines()), start=2)
    ]


SAME = [pair for pair in pairs() if pair[2]["label"] == "same"]


def cells(row: dict[str, str], side: str) -> dict[str, str]:
    """What is written of one side; what is not known has no cell."""
    written = {column: row[f"{column}_{side}"] for column in ("full_name", "born_on")}
    return {column: text for column, text in written.items() if text}


@cache
def screening() -> Screening:
    return screening_of(*({"record": ref, **cells(row, "b")} for _, ref, row in pairs()))


@pytest.mark.parametrize("language", sorted({pair[0] for pair in pairs()}))
def test_each_language_has_enough_persons(language: str) -> None:
    labels = [row["label"] for name, _, row in pairs() if name == language]
    assert labels.count("same") >= 60
    assert labels.count("different") >= 10


@pytest.mark.parametrize(
    ("ref", "row"),
    [(ref, row) for _, ref, row in SAME],
    ids=[f"{language}: {row['full_name_a']}" for language, _, row in SAME],
)
def test_a_person_is_found_as_another_office_wrote_the_name(ref: str, row: dict[str, str]) -> None:
    screened = screening().screen(read_person("P", cells(row, "a")))
    assert ref in [candidate.record.ref for candidate in screened.candidates]
