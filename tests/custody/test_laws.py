"""Laws of day counting that hold for every register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Period
from safeconduct.custody import Counting
from tests.custody.book import Book, booking, counted, days
from tests.custody.by_hand import day_loop, sound
from tests.custody.strategies import books, countings, windows

Law = Callable[..., None]


def for_all(examples: int) -> Callable[[Law], Law]:
    """Bound a law's run: each example opens a session of its own."""
    return settings(
        max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


def days_of_places(book: Book, counting: Counting) -> Counter[tuple[str, object]]:
    """How often each day of each place counts, by the sweep."""
    with counted(
        book, counting.rule, counting.window, counting.until, counting.absence_nights
    ) as c:
        return Counter({(row.place, row.day): row.days for row in c.by_place_and_day() if row.days})


@pytest.mark.slow
@for_all(100)
@given(books(), countings)
def test_the_sweep_counts_what_a_loop_over_days_counts(book: Book, counting: Counting) -> None:
    expected = day_loop(sound(book, counting.rule), counting)
    assert days_of_places(book, counting) == expected


@pytest.mark.slow
@for_all(40)
@given(books(), countings)
def test_bookings_add_up_to_the_sweep(book: Book, counting: Counting) -> None:
    months = list(Period.year(2023).months()) + list(Period.year(2024).months())
    with counted(
        book, counting.rule, counting.window, counting.until, counting.absence_nights
    ) as c:
        swept: Counter[object] = Counter()
        for row in c.by_place_and_month():
            swept[row.place, row.month] = row.days
        walked: Counter[object] = Counter()
        for line in c.by_booking(months):
            walked[line.place, line.span.start] += line.days
        assert +walked == swept


@pytest.mark.slow
@for_all(30)
@given(books(), countings, windows, st.integers(1, 100))
def test_the_parts_of_a_window_add_up(
    book: Book, counting: Counting, window: Period, at: int
) -> None:
    """An open booking needs a cut-off: else each part would cut it anew.

    For periods of 24 hours even that is not enough, since one that runs over the cut between the
    parts is completed in neither; so only closed bookings are drawn for them.
    """
    middle = window.start + timedelta(days=1 + at % max(1, window.days - 1))
    if middle >= window.end:
        return
    if counting.rule is DayCountRule.ELAPSED_24H:
        book = replace(book, bookings=[row for row in book.bookings if row[3]])
    until = counting.until or window.end
    parts = [Period(window.start, middle), Period(middle, window.end)]
    whole, first, second = (
        days_of_places(book, replace(counting, window=part, until=until))
        for part in (window, *parts)
    )
    assert whole == first + second


@pytest.mark.slow
@for_all(20)
@given(books(), countings, st.integers(0, 2**32))
def test_the_order_of_the_rows_never_matters(book: Book, counting: Counting, seed: int) -> None:
    shuffled = Book(
        Random(seed).sample(book.bookings, len(book.bookings)),  # noqa: S311 - an order, no secret
        Random(seed).sample(book.absences, len(book.absences)),  # noqa: S311
        book.zones,
    )
    assert days_of_places(shuffled, counting) == days_of_places(book, counting)


BAD = st.sampled_from(
    (
        booking("2024-02-30", "2024-03-01", "BAD"),
        booking("2024-01-05", "2024-01-04", "BAD"),
        booking("yesterday", "2024-01-04", "BAD"),
        booking("2024-01-05", "2024-01-09", ""),
        booking("2024-01-05", "2024-01-09", "BAD", place=" "),
        booking("", "2024-01-09", "BAD"),
        booking("2024-01-05", "2024-01-09", "B0"),
    )
)


@pytest.mark.slow
@for_all(30)
@given(books(), countings, BAD)
def test_a_bad_row_is_listed_once_and_moves_no_total(
    book: Book, counting: Counting, bad: tuple[str, str, str, str, str]
) -> None:
    book = sound(book, counting.rule)
    if not any(row[0] == "B0" for row in book.bookings):
        book = replace(
            book, bookings=[*book.bookings, booking("2024-01-01T00:00", "2024-01-03T00:00", "B0")]
        )
        book = sound(book, counting.rule)
    with_bad = replace(book, bookings=[*book.bookings, bad])
    asked = (counting.rule, counting.window, counting.until, counting.absence_nights)
    with counted(book, *asked) as clean, counted(with_bad, *asked) as counts:
        assert [row.line for row in counts.register.refused] == [len(with_bad.bookings) + 1]
        assert counts.days == clean.days
        assert counts.bookings == clean.bookings


@pytest.mark.slow
@for_all(15)
@given(books(most=6), windows)
def test_the_rules_stand_in_their_order(book: Book, window: Period) -> None:
    book = replace(book, absences=())
    asked = {"window": window, "until": window.end}
    by_rule = {rule: days(book, rule, **asked) for rule in DayCountRule}
    plain = by_rule[DayCountRule.ARRIVAL_NOT_DEPARTURE]
    assert by_rule[DayCountRule.MIDNIGHTS] == plain
    assert plain <= by_rule[DayCountRule.ARRIVAL_NOT_DEPARTURE_MIN_ONE]
    assert by_rule[DayCountRule.ARRIVAL_NOT_DEPARTURE_MIN_ONE] <= by_rule[DayCountRule.BOTH_ENDS]
