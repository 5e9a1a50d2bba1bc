"""The decided cases of day counting, as a table, by all methods."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from safeconduct.basics import Period
from safeconduct.custody import By, DayCounts, Zones, days_by
from tests.custody.book import Book, booking, counted
from tests.custody.table import as_written

CASES: list[dict[str, Any]] = as_written("decided")
QUESTIONS = [(case, rule) for case in CASES for rule in case["days"]]
EVER = Period(date(1890, 1, 1), date(2210, 1, 1))


def book_of(case: dict[str, Any]) -> Book:
    """The one booking of a case."""
    absences = [
        ("B1", *(part.strip() for part in text.split("..", 1))) for text in case.get("absences", ())
    ]
    return Book(
        [booking(case["arrived"], case.get("departed", ""))],
        absences,
        Zones(default=case.get("zone", "UTC")),
    )


def asked_of(case: dict[str, Any]) -> dict[str, Any]:
    """Window, cut-off and free nights of a case."""
    window = case.get("window")
    return {
        "window": Period(*map(date.fromisoformat, window.split(".."))) if window else None,
        "until": date.fromisoformat(case["until"]) if "until" in case else None,
        "nights": int(case.get("nights", 0)),
    }


def answer(counts: DayCounts) -> int | str:
    """The days, or why the row was refused."""
    refused = counts.register.refused
    return refused[0].message.code if refused else counts.days


@pytest.mark.parametrize(
    ("case", "rule"), QUESTIONS, ids=[f"{rule}: {case['why'][:60]}" for case, rule in QUESTIONS]
)
def test_the_rule_counts_what_was_decided(case: dict[str, Any], rule: str) -> None:
    expected = case["days"][rule]
    with counted(book_of(case), rule, **asked_of(case)) as counts:
        assert str(answer(counts)) == expected
        if not counts.register.refused:
            assert sum(line.days for line in counts.by_booking([EVER])) == int(expected)
            assert sum(day.days for day in counts.by_place_and_day()) == int(expected)
            assert [row.days for row in days_by(counts, By.BOOKING)] == [int(expected)]


def test_the_table_speaks_of_every_rule_many_times() -> None:
    spoken = [rule for _, rule in QUESTIONS]
    assert min(spoken.count(rule) for rule in set(spoken)) >= 10
    assert len(set(spoken)) == 5
