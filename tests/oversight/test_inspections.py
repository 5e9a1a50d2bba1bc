"""A sample that anybody can draw again, and findings that are answered in time."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.facts import KEPT, TABLES
from safeconduct.oversight import SNAPSHOT, Gravity, InspectionFinding, overdue_findings, sample

FOUND = date(2026, 10, 5)
PERSONS = [f"p{n}" for n in range(40)]


def test_the_sample_can_be_drawn_again_by_hand() -> None:
    digests = {hashlib.sha256(f"seed-7/{p}".encode()).hexdigest(): p for p in PERSONS}
    by_hand = tuple(digests[d] for d in sorted(digests)[:5])
    assert sample(PERSONS, 5, "seed-7") == by_hand


def test_another_seed_draws_others() -> None:
    assert sample(PERSONS, 5, "seed-7") != sample(PERSONS, 5, "seed-8")


def test_nobody_is_drawn_more_often_than_chance_has_it() -> None:
    drawn = Counter(p for seed in range(400) for p in sample(PERSONS, 10, f"seed-{seed}"))
    assert set(drawn) == set(PERSONS)
    assert min(drawn.values()) > 60
    assert max(drawn.values()) < 140


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PERSONS)), st.integers(-2, 50), st.text(max_size=6))
def test_order_and_repetition_of_the_list_change_nothing(
    persons: list[str], size: int, seed: str
) -> None:
    drawn = sample(persons, size, seed)
    assert drawn == sample(reversed([*persons, *persons]), size, seed)
    assert len(drawn) == len(set(drawn)) == min(max(0, size), len(set(persons)))


def test_a_larger_sample_keeps_whom_the_smaller_one_drew() -> None:
    assert sample(PERSONS, 12, "s")[:5] == sample(PERSONS, 5, "s")


@pytest.mark.parametrize(
    ("gravity", "today", "late"),
    [
        (Gravity.URGENT, date(2026, 10, 6), False),
        (Gravity.URGENT, date(2026, 10, 7), True),
        (Gravity.SERIOUS, date(2026, 10, 19), False),
        (Gravity.SERIOUS, date(2026, 10, 20), True),
        (Gravity.TO_MEND, date(2026, 12, 5), True),
        (Gravity.NOTED, date(2027, 12, 5), False),
    ],
)
def test_an_answer_comes_in_time_or_is_missed(gravity: Gravity, today: date, late: bool) -> None:
    one = InspectionFinding("f1", "lindmoor", gravity, FOUND)
    assert bool(overdue_findings([one], today)) == late


def test_an_answer_is_no_remedy() -> None:
    promised = InspectionFinding(
        "f1", "lindmoor", Gravity.SERIOUS, FOUND, date(2026, 10, 9), mended_by=date(2026, 11, 1)
    )
    assert [f.code for f in overdue_findings([promised], date(2026, 11, 2))] == [
        "oversight.finding-not-mended"
    ]


def test_the_gravities_are_those_that_a_finding_can_have() -> None:
    column = KEPT["inspection_findings"].column("gravity")
    assert column is not None
    assert [gravity.value for gravity in Gravity] == list(column.codes)


def test_the_snapshot_names_declared_tables() -> None:
    assert set(SNAPSHOT) <= {*TABLES, *KEPT}
