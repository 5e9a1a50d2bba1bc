"""What is said of a person: candidates, no candidate, or that the person cannot be screened."""

from __future__ import annotations

from typing import Any

import pytest

from safeconduct.screening import Screening, Verdict
from tests.screening.register import person, screening_of, yaml_cases

CASES = yaml_cases("verdicts")


@pytest.fixture(scope="module")
def screening() -> Screening:
    return screening_of(*CASES["register"])


@pytest.mark.parametrize("case", CASES["persons"], ids=lambda case: case["what"])
def test_a_person_gets_the_verdict(screening: Screening, case: dict[str, Any]) -> None:
    screened = screening.screen(person(**case["person"]))
    assert [one.record.ref for one in screened.candidates] == case["finds"]
    assert screened.verdict == case["verdict"]


@pytest.mark.parametrize("case", CASES["persons"], ids=lambda case: case["what"])
def test_a_verdict_proves_what_was_searched(screening: Screening, case: dict[str, Any]) -> None:
    coverage = screening.screen(person(**case["person"])).coverage
    edition = screening.index.edition
    assert (coverage.register, coverage.rules) == (edition.register, edition.rules)
    assert coverage.records == len(CASES["register"])
    assert coverage.keys == edition.families
    assert coverage.is_whole


def test_who_cannot_be_screened_is_told_what_is_missing(screening: Screening) -> None:
    lacks = {one.code for one in screening.screen(person(full_name="Pepe")).lacks}
    assert lacks == {"screening.lacks-second-word", "screening.lacks-date-and-identifier"}


def test_the_same_input_gives_the_same_answer(screening: Screening) -> None:
    again = screening_of(*CASES["register"])
    for case in CASES["persons"]:
        first, second = (one.screen(person(**case["person"])) for one in (screening, again))
        assert first.candidates == second.candidates
        assert first.verdict in Verdict
