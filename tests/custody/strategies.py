"""Registers that somebody could have written, for laws that hold for all of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Period
from safeconduct.custody import Counting, Zones
from tests.custody.book import AbsenceRow, Book, BookingRow

ZONES = (
    "UTC",
    "Europe/Amsterdam",
    "America/New_York",
    "America/El_Salvador",
    "America/St_Johns",
    "America/Havana",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
)
# The span crosses clock changes in both directions, a year's end and a leap day.
FIRST, LAST = datetime(2023, 10, 1), datetime(2024, 4, 30)  # noqa: DTZ001 - as clocks show it
OFFSETS = ("Z", "+01:00", "-05:00", "+05:45", "-0330", "+14")

minutes = st.datetimes(FIRST, LAST).map(lambda moment: moment.replace(second=0, microsecond=0))


@st.composite
def moments(draw: st.DrawFn, not_before: datetime = FIRST) -> str:
    """A day, a clock time or an instant, as registers write them."""
    at = not_before + timedelta(minutes=draw(st.integers(0, 60 * 24 * 20)))
    form = draw(st.sampled_from(("day", "clock", "clock", "midnight", "instant")))
    if form == "day":
        return at.date().isoformat()
    if form == "midnight":
        return f"{at.date().isoformat()}T24:00"
    clock = at.isoformat(timespec="minutes")
    return clock + draw(st.sampled_from(OFFSETS)) if form == "instant" else clock


@st.composite
def booking_rows(draw: st.DrawFn, number: int) -> BookingRow:
    """A booking; most are closed, and a few depart before they arrive."""
    start = draw(minutes)
    arrived = draw(moments(start))
    departed = draw(st.one_of(st.just(""), moments(start), moments(start + timedelta(days=10))))
    return (f"B{number}", draw(st.sampled_from(("P1", "P2", "P3"))), arrived, departed, "")


@st.composite
def absence_rows(draw: st.DrawFn, bookings: int) -> AbsenceRow:
    """An absence of one of the bookings; it may reach outside it or overlap another."""
    id_ = f"B{draw(st.integers(0, bookings - 1))}"
    left = draw(minutes)
    back = left + timedelta(days=draw(st.integers(0, 40)))
    returned = draw(st.sampled_from(("", back.date().isoformat(), back.isoformat())))
    return (id_, left.isoformat(timespec="minutes"), returned)


@st.composite
def books(draw: st.DrawFn, most: int = 12) -> Book:
    """A register of one zone, with absences."""
    count = draw(st.integers(1, most))
    rows = [draw(booking_rows(number)) for number in range(count)]
    absences = draw(st.lists(absence_rows(count), max_size=6))
    return Book(rows, absences, Zones(default=draw(st.sampled_from(ZONES))))


days = st.dates(date(2023, 9, 20), date(2024, 6, 1))
windows = st.tuples(days, st.integers(1, 120)).map(
    lambda drawn: Period(drawn[0], drawn[0] + timedelta(days=drawn[1]))
)
countings = st.builds(
    Counting,
    rule=st.sampled_from(DayCountRule),
    absence_nights=st.sampled_from((0, 0, 1, 3, None)),
    window=st.none() | windows,
    until=st.none() | days,
)
