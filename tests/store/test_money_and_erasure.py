"""Statements, corrections, holds and erasures come out the same on every engine."""

from __future__ import annotations

from datetime import date

import pytest

from safeconduct.basics import Period
from safeconduct.casework import Store
from safeconduct.casework.terms import terms_in_force
from safeconduct.casework.watching import duties_now, figures_now, gaps_now, legality_now
from tests.casework.world import World

OCTOBER = {"period_from": date(2026, 10, 1), "period_until": date(2026, 10, 31)}


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


def test_a_month_is_charged_corrected_and_paid(world: World) -> None:
    world.received(1)
    world.clock.set(world.clock.now().replace(year=2026, month=11, day=3))
    world.do("issue-statement", "directorate", statement="S-1", **OCTOBER)
    statement = world.view.row("statements", "S-1")
    assert statement is not None
    assert statement.number("total") == 459188
    booking = world.view.rows("bookings")[0].key
    world.do("rectify", "directorate", about_table="bookings", about_key=booking,
             about_column="arrived_at", value="2026-10-04T12:00+01:00")  # fmt: skip
    (note,) = world.do("issue-notes", "directorate", statement="S-1").rows
    assert (note.text("kind"), note.number("amount")) == ("credit-note", 44438)
    world.do("pay", "prisons", statement="S-1", amount=459188 - 44438)
    assert world.state("statements", "S-1") == "paid"


def test_a_hold_outranks_an_erasure(world: World) -> None:
    (who,) = world.prepared(1)
    hold = world.do("place-legal-hold", "inspector", person=who.key, ground="inquiry")
    told = {"person": who.key, "ground": "retention over"}
    assert world.why_not("erase", "prisons", **told) == ["casework.under-hold"]
    world.do("release-legal-hold", "inspector", hold=hold.key_of("legal_holds"))
    world.do("erase", "prisons", **told)
    row = world.view.row("persons", who.key)
    assert row is not None
    assert row.day("born_on") is None


def test_what_must_be_looked_at_is_read_off_the_rows(world: World) -> None:
    world.received(1, 2)
    world.do("book-in", "governor", place="lindmoor", person="N9999", unit="A")
    terms, now = terms_in_force(world.view), world.clock.now()
    assert terms is not None
    assert [gap.person for gap in gaps_now(world.view, now)] == ["N9999"]
    assert legality_now(world.view, terms, now).asked == 3
    overdue = {one.item.duty for one in duties_now(world.view, terms, now)}
    assert {"find-a-title", "tell-family", "examine"} <= overdue
    window = Period(date(2026, 9, 1), date(2026, 12, 1))
    assert figures_now(world.view, window).notice_to_boarding.cases == 2
