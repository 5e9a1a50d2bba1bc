"""Who may board: the outcome of each person, as a lawyer would write it down."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.demo.running import Demonstration, again, rows

PERSONS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "persons.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def gate(told: Demonstration) -> dict[str, Any]:
    """What the gate answers to a machine, with what is missing."""
    answer: dict[str, Any] = again(told.folder, "cli.demo-missing")
    return answer


def test_the_manifest_is_the_one_of_the_case_table(told: Demonstration) -> None:
    assert [row["person"] for row in rows(told.folder / "case" / "persons.csv")] == [*PERSONS]


@pytest.mark.parametrize("person", PERSONS)
def test_a_person_is_answered_for_the_reason_that_was_planted(
    person: str, gate: dict[str, Any]
) -> None:
    (answered,) = (one for one in gate["persons"] if one["person"] == person)
    speak = {
        finding["condition"]: finding.get("unknown") or finding["outcome"]
        for finding in answered["findings"]
        if finding["outcome"] in {"false", "unknown"}
    }
    assert (answered["outcome"], speak) == (PERSONS[person]["outcome"], PERSONS[person]["why"])


def test_every_outcome_and_every_kind_of_reason_occurs() -> None:
    assert Counter(one["outcome"] for one in PERSONS.values()) == {
        "no-bar-found": 1,
        "undetermined": 3,
        "barred": 3,
    }


def test_both_steps_print_the_persons(told: Demonstration) -> None:
    for person in PERSONS:
        assert f"\n{person} · T-10  " in told.printed
    barred = ", ".join(name for name, one in PERSONS.items() if one["outcome"] == "barred")
    assert f"Barred whatever is supplied: {barred}." in told.printed


def test_what_is_missing_is_asked_for_the_undetermined_alone(gate: dict[str, Any]) -> None:
    wanted = {one["person"] for one in gate["missing"]["persons"] if one["wanted"]}
    assert wanted == {name for name, one in PERSONS.items() if one["outcome"] == "undetermined"}


def test_the_order_touches_the_residents_and_may_touch_whose_residence_is_unknown(
    told: Demonstration,
) -> None:
    residence = {
        row["person"]: row["residence"] for row in rows(told.folder / "case" / "persons.csv")
    }
    expected = {
        person: "yes" if state == "XA" else "maybe"
        for person, state in residence.items()
        if state in {"XA", ""}
    }
    touched = again(told.folder, "cli.demo-order")
    assert {one["person"]: one["touches"] for one in touched} == expected
    assert {one["act_by"] for one in touched} == {"2026-10-05T17:35:00+00:00"}


def test_the_order_stops_the_one_person_without_a_bar(told: Demonstration) -> None:
    (without_bar,) = (name for name, one in PERSONS.items() if one["outcome"] == "no-bar-found")
    assert without_bar in {one["person"] for one in again(told.folder, "cli.demo-order")}
