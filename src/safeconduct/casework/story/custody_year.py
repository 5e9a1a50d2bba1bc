"""A year in the facility: counts, shifts, absences, incidents, a death, returns, releases."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.story.cast import AGREEMENT, PLACE
from safeconduct.casework.story.telling import Teller

COUNTED_EVERY = 3
"""Days between the counts that the story tells; a real day has several."""


def plan_year(teller: Teller, first: int) -> None:
    """Plan the days since the first arrival, so many days before the end."""
    for day in range(first - 1, 0, -COUNTED_EVERY):
        teller.at(day, 21, lambda: _count(teller))
    for day in range(first - 10, 10, -9):
        teller.at(day, 9, partial(_absence, teller, day))
    for day in range(first - 5, 5, -40):
        teller.at(day, 22, lambda: _shift(teller))
    for day in range(first - 20, 20, -30):
        teller.at(day, 15, partial(_move, teller, day))
    teller.at(200, 3, lambda: _force(teller))
    teller.at(150, 5, lambda: _death(teller))
    teller.at(120, 20, lambda: _without_papers(teller))
    teller.at(119, 15, lambda: _title_missing(teller))
    for day in (130, 95, 60, 40):
        teller.at(day, 8, partial(_return, teller, day))
    teller.at(20, 10, lambda: _held_up(teller))


def _view(teller: Teller) -> View:
    return teller.ports.store.view(AGREEMENT)


def _held(teller: Teller) -> tuple[KeptRow, ...]:
    return _view(teller).rows("bookings", place=PLACE, open_only=True)


def _count(teller: Teller) -> None:
    view = _view(teller)
    away = {row.text("booking") for row in view.rows("absences", place=PLACE, open_only=True)}
    present = sum(row.key not in away for row in _held(teller))
    teller.do("headcount", "governor", place=PLACE, counted=present)


def _absence(teller: Teller, nth: int) -> None:
    held = _held(teller)
    if not held:
        return
    booking = held[nth * 7 % len(held)]
    kind, where = (("hospital", "General hospital"), ("court", "District court"))[nth % 2]
    away = _view(teller).rows("absences", person=booking.person, open_only=True)
    if away:
        return
    done = teller.do(
        "begin-absence", "governor", booking=booking.key, kind=kind, whereabouts=where,
        expected_at=teller.clock.now() + timedelta(days=2),
    )  # fmt: skip
    absence = done.key_of("absences")
    if nth > 12:
        teller.clock.tick(hours=9)
        teller.do("end-absence", "governor", absence=absence)


def _shift(teller: Teller) -> None:
    teller.do(
        "hand-over-shift", "governor", place=PLACE, incoming="night", counted=len(_held(teller)),
        says="Nothing to report.",
    )  # fmt: skip


def _move(teller: Teller, nth: int) -> None:
    held = _held(teller)
    if held:
        booking = held[nth * 5 % len(held)]
        teller.do("move", "governor", booking=booking.key, place=PLACE, unit="C", reason="capacity")


def _force(teller: Teller) -> None:
    held = _held(teller)
    if held:
        teller.do(
            "record-incident", "night", kind="force", place=PLACE, person=held[0].person,
            says="Held by the arms for two minutes; seen by the clinician.", force_used="yes",
            reported_to="prisons-directorate", reported_at=teller.clock.now(),
        )  # fmt: skip


def _death(teller: Teller) -> None:
    held = _held(teller)
    if held:
        now = teller.clock.now()
        teller.do(
            "record-death", "governor", person=held[1].person, place=PLACE, died_at=now,
            circumstances="Found at the morning round.", cause="Under inquiry.",
            reported_to="preventive-mechanism", reported_at=now, next_of_kin_told_at=now,
        )  # fmt: skip


def _without_papers(teller: Teller) -> None:
    teller.do("book-in", "night", place=PLACE, full_name="Unknown, gives no name", unit="A")


def _title_missing(teller: Teller) -> None:
    """Nobody found a title within the day: the person is released, and the release verified."""
    for due in _view(teller).rows("releases", place=PLACE, open_only=True):
        for booking in _view(teller).rows("bookings", person=due.person, open_only=True):
            teller.do(
                "release", "governor", booking=booking.key, ground="held-without-order",
                released_to="Free, at the consulate's door", evidence="Signed by the person",
            )  # fmt: skip
            teller.do(
                "verify-release", "registrar", release=due.key,
                evidence="Spoke to the person by telephone",
            )  # fmt: skip


def _return(teller: Teller, nth: int) -> None:
    held = _held(teller)
    if len(held) < 6:
        return
    for booking in (held[nth % 5], held[5]):
        by = teller.clock.now().date() + timedelta(days=10)
        done = teller.do(
            "plan-return", "prisons", person=booking.person, return_by=by, reason="sentence-ends"
        )
        teller.clock.tick(hours=4)
        teller.do("record-return", "prisons", return_plan=done.key_of("returns"))


def _held_up(teller: Teller) -> None:
    held = _held(teller)
    if len(held) < 9:
        return
    person = held[8].person
    teller.do(
        "report-order", "registrar", kind="prosecution-hold", scope="person", person=person,
        issued_by="court-of-appeal", form="written", order="H-31",
        issued_at=teller.ago(hours=2),
    )  # fmt: skip
    teller.do(
        "plan-return", "prisons", person=person, reason="sentence-ends", hold="prosecution",
        return_by=teller.clock.now().date() + timedelta(days=30), hold_order="H-31",
    )  # fmt: skip
    teller.do(
        "plan-return", "prisons", person=held[7].person, reason="request",
        return_by=teller.clock.now().date() + timedelta(days=45),
    )  # fmt: skip
