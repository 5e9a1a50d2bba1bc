"""Money: what is charged is frozen, corrected by notes, and paid by somebody else."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from safeconduct.casework import Done
from safeconduct.compensation import read_frozen
from safeconduct.facts import GROUNDS
from tests.casework.world import World

MONTH = {"period_from": date(2026, 10, 1), "period_until": date(2026, 10, 31)}


@pytest.fixture
def charged(world: World) -> World:
    """Two persons in custody since October, and the statement of that month."""
    world.received(1, 2)
    world.clock.set(world.clock.now().replace(year=2026, month=11, day=3))
    world.do("issue-statement", "directorate", statement="S-1", **MONTH)
    return world


def total(world: World) -> int:
    statement = world.view.row("statements", "S-1")
    assert statement is not None
    return statement.number("total") or 0


def charge(arrived: datetime) -> int:
    """The cents of October for somebody who is held from a moment on, by hand."""
    days = (date(2026, 11, 1) - max(arrived.date(), date(2026, 10, 1))).days
    return int(Decimal("148.125") * days * 100 + Decimal("0.5"))


def arrivals(world: World) -> list[datetime]:
    moments = [row.instant("arrived_at") for row in world.view.rows("bookings")]
    return [moment for moment in moments if moment is not None]


def test_a_statement_charges_the_days_of_the_register_by_the_clause(charged: World) -> None:
    assert len(arrivals(charged)) == 2
    assert total(charged) == sum(map(charge, arrivals(charged)))


def test_what_was_issued_is_frozen_under_its_digest(charged: World) -> None:
    statement = charged.view.row("statements", "S-1")
    assert statement is not None
    frozen = read_frozen(statement.text("frozen").encode())
    assert frozen.digest == statement.text("sha256")
    assert "N5" not in statement.text("frozen")


def test_a_day_is_charged_once(charged: World) -> None:
    again = charged.why_not("issue-statement", "directorate", **MONTH)
    assert again == ["casework.days-charged"]


def test_a_period_that_is_not_over_is_not_charged(charged: World) -> None:
    november = {"period_from": date(2026, 11, 1), "period_until": date(2026, 11, 30)}
    assert charged.why_not("issue-statement", "finance", **november) == ["casework.period-not-over"]


def test_a_dispute_holds_back_and_is_settled_by_the_side_that_charged(charged: World) -> None:
    done = charged.do("dispute-statement", "prisons", statement="S-1", ground="days", amount=100)
    assert charged.state("statements", "S-1") == "disputed"
    dispute = done.key_of("disputes")
    told = {"dispute": dispute, "state": "rejected"}
    assert charged.why_not("settle-dispute", "prisons", **told) == ["policy.denied"]
    charged.do("settle-dispute", "directorate", **told)
    assert charged.state("statements", "S-1") == "issued"
    assert charged.why_not("withdraw-dispute", "prisons", dispute=dispute) == [
        "casework.dispute-over"
    ]


def test_more_than_the_total_is_not_disputed(charged: World) -> None:
    too_much = total(charged) + 1
    told = {"statement": "S-1", "ground": "days", "amount": too_much}
    assert charged.why_not("dispute-statement", "prisons", **told) == ["casework.amount-beyond"]


def test_a_correction_is_a_note_that_cites_both_versions_and_edits_neither(charged: World) -> None:
    assert charged.why_not("issue-notes", "directorate", statement="S-1") == [
        "casework.nothing-to-correct"
    ]
    before, booking = total(charged), charged.view.rows("bookings")[0]
    later = datetime.fromisoformat("2026-10-04T12:00+01:00")
    moved = charge(arrivals(charged)[0]) - charge(later)
    charged.do(
        "rectify", "directorate", about_table="bookings", about_key=booking.key,
        about_column="arrived_at", value=later.isoformat(),
    )  # fmt: skip
    done = charged.do("issue-notes", "directorate", statement="S-1")
    (note,) = done.rows
    assert moved == 44438
    assert (note.text("kind"), note.number("amount")) == ("credit-note", moved)
    assert total(charged) == before
    corrected = read_frozen(note.text("frozen").encode())
    assert corrected.content["corrects"] == charged.view.rows("statements")[0].text("sha256")


def test_whoever_issued_does_not_record_the_payment(world: World) -> None:
    world.received(1)
    world.clock.set(world.clock.now().replace(year=2026, month=11, day=3))
    world.do("issue-statement", "finance", statement="S-1", **MONTH)
    told = {"statement": "S-1", "amount": 100}
    assert world.why_not("pay", "finance", **told) == ["policy.same-person"]
    assert isinstance(world.attempt("pay", "prisons", **told), Done)


def test_a_statement_is_paid_when_nothing_is_left_due(charged: World) -> None:
    owed = total(charged)
    charged.do("pay", "prisons", statement="S-1", amount=owed - 1, reference="B-1")
    assert charged.state("statements", "S-1") == "issued"
    charged.do("pay", "prisons", statement="S-1", amount=1, reference="B-2")
    assert charged.state("statements", "S-1") == "paid"
    over = charged.do("pay", "prisons", statement="S-1", amount=5)
    assert [f.code for f in over.findings] == ["casework.paid-beyond"]


@pytest.mark.parametrize("amount", [0, -5])
def test_no_payment_is_nothing_or_less(charged: World, amount: int) -> None:
    told = {"statement": "S-1", "amount": amount}
    assert charged.why_not("pay", "prisons", **told) == ["casework.amount-not-positive"]


def test_an_advance_is_reported_on_until_it_is_spent(world: World) -> None:
    told = {"amount": 1000, "purpose": "kitchen", "advance": "A-1"}
    world.do("pay-advance", "prisons", **told)
    spent = {"advance": "A-1", "period_from": date(2026, 7, 1), "period_until": date(2026, 9, 30)}
    world.do("report-grant", "directorate", spent=600, says="ovens", **spent)
    advance = world.view.row("advances", "A-1")
    assert advance is not None
    assert advance.is_open
    over = world.do("report-grant", "directorate", spent=500, says="pans", **spent)
    assert [f.code for f in over.findings] == ["casework.spent-beyond"]
    assert world.view.rows("advances", open_only=True) == ()


def test_money_never_feeds_clearance() -> None:
    money = {"statements", "disputes", "credits", "payments", "advances", "grant_reports"}
    assert money & set(GROUNDS) == set()


def test_days_of_somebody_held_without_an_order_are_flagged(world: World) -> None:
    world.do("book-in", "governor", place="lindmoor", person="N9999", unit="A")
    world.clock.set(world.clock.now().replace(year=2026, month=11, day=3))
    done = world.do("issue-statement", "directorate", statement="S-1", **MONTH)
    assert "compensation.days-unregistered" in [finding.code for finding in done.findings]
