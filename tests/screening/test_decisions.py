"""A reviewer's decision binds to both rows as they were, and decides nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safeconduct.basics import Finding
from safeconduct.screening import (
    Decision,
    Ruling,
    Screened,
    Verdict,
    entries_found,
    is_closed,
    read_decision,
    standing_decisions,
)
from tests.screening.register import person, screening_of

RECORD = {"record": "R1", "full_name": "José García López", "born_on": "1980-03-04"}
TWIN = {"record": "R2", "full_name": "Josefa García López", "born_on": "1980-03-04"}
ASKED = person(full_name="José García", born_on="1980-03-04")


def screened() -> Screened:
    found = screening_of(RECORD, TWIN).screen(ASKED)
    assert [one.record.ref for one in found.candidates] == ["R1", "R2"]
    return found


def row(one: Screened, place: int, decision: str, **changed: str) -> dict[str, str]:
    record = one.candidates[place].record
    return {
        "person": one.person.ref,
        "person_version": one.person.version,
        "record": record.ref,
        "record_version": record.version,
        "decision": decision,
        "decided_by": "reviewer 7",
        "decided_at": "2026-11-24T10:00+00:00",
        "why": "other fingerprints",
        **changed,
    }


def decided(one: Screened, *rows: dict[str, str]) -> tuple[Screened, tuple[Finding, ...]]:
    read = [read_decision(cells, "d.csv", line) for line, cells in enumerate(rows, 2)]
    standing, found = standing_decisions((d for d in read if isinstance(d, Decision)), "d.csv")
    unread = tuple(d for d in read if isinstance(d, Finding))
    after = standing.apply(one)
    return after, (*unread, *found, *standing.expired([after]))


def test_a_search_is_closed_once_every_candidate_is_another_person() -> None:
    one = screened()
    assert not is_closed(one)
    assert not is_closed(decided(one, row(one, 0, "other"))[0])
    after, found = decided(one, row(one, 0, "other"), row(one, 1, "other"))
    assert found == ()
    assert is_closed(after)
    assert entries_found(after) == 0


def test_a_decision_changes_no_verdict_and_hides_no_candidate() -> None:
    one = screened()
    after, _ = decided(one, row(one, 0, "other"), row(one, 1, "other"))
    assert after.verdict is Verdict.CANDIDATES
    assert len(after.candidates) == 2


def test_the_same_person_leaves_the_search_open() -> None:
    one = screened()
    after, _ = decided(one, row(one, 0, "same"), row(one, 1, "other"))
    assert not is_closed(after)
    assert entries_found(after) == 1
    assert after.candidates[0].decision is not None
    assert after.candidates[0].decision.ruling is Ruling.SAME


@pytest.mark.parametrize("side", ["person_version", "record_version"])
def test_a_decision_expires_when_either_row_changes(side: str) -> None:
    one = screened()
    old = {side: "sha256:as-it-was"}
    after, found = decided(one, row(one, 0, "other", **old), row(one, 1, "other"))
    assert [finding.code for finding in found] == ["screening.decision-expired"]
    assert not is_closed(after)


def test_any_cell_of_a_row_makes_another_version() -> None:
    cells = {"full_name": "José García", "born_on": "1980-03-04"}
    changed = ({**cells, "note": "seen"}, {**cells, "born_on": "1980-04-03"})
    versions = {person(**each).version for each in (cells, *changed)}
    assert len(versions) == 3


def test_a_pair_that_is_decided_both_ways_is_undecided() -> None:
    one = screened()
    after, found = decided(one, row(one, 0, "other"), row(one, 0, "same"))
    assert [finding.code for finding in found] == ["screening.decisions-contradict"]
    assert after.candidates[0].decision is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"decided_by": ""}, "screening.decision-incomplete"),
        ({"why": " "}, "screening.decision-incomplete"),
        ({"decision": "maybe"}, "screening.decision-unknown"),
        ({"decided_at": "yesterday"}, "screening.decision-undated"),
        ({"decided_at": "2026-11-24T10:00"}, "screening.decision-undated"),
    ],
)
def test_a_row_that_is_no_decision_decides_nothing(changed: dict[str, str], code: str) -> None:
    one = screened()
    after, found = decided(one, {**row(one, 0, "other"), **changed})
    assert [finding.code for finding in found] == [code]
    assert after.candidates[0].decision is None


def test_who_cannot_be_screened_is_never_closed() -> None:
    one = screening_of(RECORD).screen(person(full_name="Zoltan"))
    assert one.verdict is Verdict.CANNOT_SCREEN
    assert not is_closed(one)
    assert entries_found(one) is None


def test_a_search_that_was_not_whole_is_never_closed() -> None:
    one = screening_of(RECORD, refused=(9,)).screen(ASKED)
    after, _ = decided(one, row(one, 0, "other"))
    assert not is_closed(after)
    assert replace(after, verdict=Verdict.CANDIDATES).coverage.is_whole is False
