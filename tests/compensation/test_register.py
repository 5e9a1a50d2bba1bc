"""Bed-days: two counts that must agree, and the evidence that adds up to each line."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement.agreement import Agreement
from safeconduct.basics import BookingId, CrossCheckFailed, Period, PersonRef, PlaceId
from safeconduct.compensation.billing import Inputs, bill, tariff_of
from safeconduct.compensation.evidence import BookingLine, evidence
from safeconduct.compensation.statement import Statement
from safeconduct.custody import BookingDays, DayCounts, PlaceDay
from tests.compensation.inputs import counted, line, period, statement
from tests.compensation.terms import item, terms

JAIL = terms(item("per-diem", "62.03"))
CHANGED = terms(
    """
- id: days
  shape: per-diem
  label: {en: Days, es: Días}
  clause: "2"
  rates: [{value: "62.03", until: 2026-01-15}, {value: "65.00", from: 2026-01-16, clause: "7"}]
"""
)

BOOKINGS = """
b2 annex 2026-01-10 2026-01-20
b1 jail 2025-12-30 2026-01-04
b3 jail 2026-01-31
"""


def billed(agreement: Agreement, bookings: str, asked: str) -> tuple[Statement, list[BookingLine]]:
    with counted(agreement, bookings, asked) as counts:
        found = statement(agreement, asked, counts=counts)
        return found, list(evidence(found, tariff_of(agreement), counts))


def test_days_of_both_places_within_the_period_are_billed() -> None:
    found, _ = billed(JAIL, BOOKINGS, "2026-01")
    assert found.days == 10 + 3 + 1
    assert str(found.total) == "868.42"  # 14 × 62.03


def test_each_rate_version_has_its_own_line_and_days() -> None:
    found, lines = billed(CHANGED, BOOKINGS, "2026-01")
    assert [
        (one.rate_clause, int(one.quantity), str(one.rate), str(one.amount)) for one in found.lines
    ] == [("2", 9, "62.03", "558.27"), ("7", 5, "65.00", "325.00")]
    assert [(one.booking, one.days, str(one.amount)) for one in lines] == [
        ("b1", 3, "186.09"),
        ("b2", 6, "372.18"),
        ("b2", 4, "260.00"),
        ("b3", 1, "65.00"),
    ]


def test_evidence_names_booking_person_place_and_days() -> None:
    _, lines = billed(JAIL, BOOKINGS, "2026-01")
    first = lines[0]
    assert (first.booking, first.person, first.place) == ("b1", "p-b1", "jail")
    assert (first.first_day, first.last_day) == (date(2026, 1, 1), date(2026, 1, 3))
    assert (first.item, first.clause) == ("days", "2")


def test_a_band_belongs_to_no_booking_so_that_evidence_has_days_and_no_amount() -> None:
    banded = terms(item("per-diem", "62.03", more="up_to: 1"))
    _, lines = billed(banded, BOOKINGS, "2026-01")
    assert [(one.booking, one.days, one.amount) for one in lines] == [
        ("b1", 3, None),
        ("b2", 10, None),
        ("b3", 1, None),
    ]


NEW_YEAR = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("rounding", "amounts"),
    [
        ("line", ["0.34", "0.34", "0.33"]),  # the line is 1.01
        ("booking", ["0.34", "0.34", "0.34"]),
        ("statement", ["0.34", "0.34", "0.33"]),
    ],
)
def test_what_rounding_leaves_goes_to_the_first_bookings(rounding: str, amounts: list[str]) -> None:
    agreement = terms(item("per-diem", "0.335"), rounding=rounding)
    one_day_each = "\n".join(f"b{n} jail 2026-01-05 2026-01-06" for n in (3, 1, 2))
    _, lines = billed(agreement, one_day_each, "2026-01")
    assert [(one.booking, str(one.amount)) for one in lines] == [
        (f"b{n}", amount) for n, amount in enumerate(amounts, start=1)
    ]


def test_nights_away_are_not_billed_and_stand_in_the_evidence() -> None:
    held = "b1 jail 2026-01-02 2026-01-12\nb2 jail 2026-01-05 2026-01-07"
    away = "b1 2026-01-04 2026-01-06\nb2 2026-01-05"
    with counted(JAIL, held, "2026-01", away) as counts:
        found = statement(JAIL, "2026-01", counts=counts, absences=True)
        lines = list(evidence(found, tariff_of(JAIL), counts))
    assert found.days == 8
    assert [(one.booking, one.days, one.absent_nights, str(one.amount)) for one in lines] == [
        ("b1", 8, 2, "496.24"),
        ("b2", 0, 2, "0.00"),
    ]


bookings = st.lists(
    st.tuples(st.integers(-40, 40), st.integers(0, 30), st.sampled_from(["jail", "annex"])),
    min_size=1,
    max_size=8,
)


@given(bookings, st.integers(1, 99_999), st.sampled_from(["line", "booking", "statement"]))
@settings(max_examples=25, deadline=None)
def test_the_bookings_of_every_line_add_up_to_its_amount(
    drawn: list[tuple[int, int, str]], thousandths: int, rounding: str
) -> None:
    agreement = terms(item("per-diem", f"{thousandths / 1000:.3f}"), rounding=rounding)
    text = "\n".join(
        f"b{n} {place} {NEW_YEAR + timedelta(start)} {NEW_YEAR + timedelta(start + days)}"
        for n, (start, days, place) in enumerate(drawn)
    )
    found, lines = billed(agreement, text, "2026-01")
    summed = sum((one.amount for one in lines if one.amount), found.currency.zero())
    assert summed == found.total
    assert sum(one.days for one in lines) == found.days


@given(st.permutations(BOOKINGS.strip().splitlines()))
@settings(max_examples=6, deadline=None)
def test_the_order_of_bookings_never_matters(shuffled: list[str]) -> None:
    assert billed(CHANGED, "\n".join(shuffled), "2026-01") == billed(CHANGED, BOOKINGS, "2026-01")


def made_up(days: int, by_day: int, by_booking: int) -> DayCounts:
    """A register whose three counts are as told."""
    day, span = date(2026, 1, 5), Period.month(2026, 1)
    counts = SimpleNamespace(
        days=days,
        by_place_and_day=lambda: [PlaceDay(PlaceId("jail"), day, by_day, by_day)],
        by_booking=lambda spans: [
            BookingDays(
                BookingId("b1"), PersonRef("p"), PlaceId("jail"), span, by_booking, 0, day, day
            )
        ],
    )
    return cast("DayCounts", counts)


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        (made_up(days=2, by_day=2, by_booking=1), "compensation.bookings-disagree"),
        (made_up(days=3, by_day=2, by_booking=2), "compensation.days-do-not-add-up"),
    ],
)
def test_counts_that_disagree_leave_no_figure(counts: DayCounts, code: str) -> None:
    with pytest.raises(CrossCheckFailed) as failed:
        bill(JAIL, period("2026-01"), Inputs(counts=counts))
    assert failed.value.message.code == code


def test_evidence_that_does_not_add_up_is_not_handed_out() -> None:
    found = bill(JAIL, period("2026-01"), Inputs(counts=made_up(2, 2, 2)))
    with pytest.raises(CrossCheckFailed):
        list(evidence(found, tariff_of(JAIL), made_up(2, 2, 1)))


def test_without_a_register_the_days_are_unknown_and_not_zero() -> None:
    assert statement(JAIL, "2026-01").days is None


def test_a_register_is_counted_for_comparison_where_nothing_prices_its_days() -> None:
    fixed = terms(item("fixed-per-month", "1000.00", more='part_month: {clause: "3"}'))
    found, lines = billed(fixed, BOOKINGS, "2026-01")
    assert found.days == 14
    assert str(line(found, "days").amount) == "1000.00"
    assert [cast("Any", one).amount for one in lines] == [None, None, None]
