"""Everybody held is asked again every day, and a clock runs for whoever has no title."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from safeconduct.clearance import Custody, EndOfCustody, Held
from safeconduct.facts import KEPT
from safeconduct.oversight import RELEASE_WITHIN, daily_legality

NOW = datetime(2026, 10, 5, 6, tzinfo=UTC)


def held(person: str, custody: Custody, because: EndOfCustody | None = None) -> Held:
    since = date(2026, 10, 3) if because else None
    return Held(person, "lindmoor", custody, because, since, "O1" if because else "", "prisons")


@pytest.mark.parametrize(
    ("because", "ground"),
    [
        (EndOfCustody.ORDER, "order"),
        (EndOfCustody.BASIS_LAPSED, "basis-lapsed"),
        (EndOfCustody.SENTENCE_SERVED, "sentence-served"),
    ],
)
def test_whoever_has_no_title_has_a_clock(because: EndOfCustody, ground: str) -> None:
    found = daily_legality([held("p1", Custody.MUST_BE_RELEASED, because)], NOW)
    (clock,) = found.clocks
    assert (clock.ground, clock.since) == (ground, date(2026, 10, 3))
    assert clock.due_at == NOW + timedelta(hours=4)
    assert [f.code for f in found.findings] == [f"oversight.must-end-{ground}"]


def test_a_title_that_stands_asks_for_nothing() -> None:
    found = daily_legality([held("p1", Custody.TITLE_STANDS)], NOW)
    assert (found.asked, found.clocks, found.findings) == (1, (), ())


def test_what_is_not_known_is_found_out_today_and_is_no_title() -> None:
    found = daily_legality([held("p1", Custody.UNDETERMINED)], NOW)
    assert (found.unknown, [f.code for f in found.findings]) == (
        ("p1",), ["oversight.title-unknown"],
    )  # fmt: skip


def test_somebody_booked_in_without_an_order_has_a_clock_of_a_day() -> None:
    found = daily_legality([held("p1", Custody.UNDETERMINED)], NOW, without_order=["p1"])
    (clock,) = found.clocks
    assert (clock.ground, clock.due_at) == ("held-without-order", NOW + timedelta(hours=24))
    assert found.unknown == ()


def test_somebody_whose_order_came_after_the_door_has_no_clock() -> None:
    found = daily_legality([held("p1", Custody.TITLE_STANDS)], NOW, without_order=["p1"])
    assert (found.clocks, found.findings) == ((), ())


def test_a_title_found_later_is_looked_at_and_stops_no_clock_by_itself() -> None:
    found = daily_legality([held("p1", Custody.TITLE_STANDS)], NOW, running=["p1"])
    assert (found.settled, [f.code for f in found.findings]) == (
        ("p1",), ["oversight.title-found"],
    )  # fmt: skip


def test_a_clock_that_runs_is_not_started_again_and_is_still_an_alarm() -> None:
    again = [held("p1", Custody.MUST_BE_RELEASED, EndOfCustody.ORDER)]
    found = daily_legality(again, NOW, running=["p1"])
    assert (found.clocks, [f.code for f in found.findings]) == ((), ["oversight.must-end-order"])


def test_the_grounds_are_those_that_a_release_can_name() -> None:
    column = KEPT["releases"].column("ground")
    assert column is not None
    assert set(RELEASE_WITHIN) <= set(column.codes)
