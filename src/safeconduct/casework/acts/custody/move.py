"""Moving somebody: to another unit, or to another place, with no hour in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.bookings import before_arrival, ended, open_booking
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Move:
    """Which booking, whereto, when and why."""

    booking: Annotated[str, Fact("movements.booking")]
    place: Annotated[str, Fact("movements.place")]
    unit: Annotated[str, Fact("movements.unit")] = ""
    reason: Annotated[str, Fact("movements.reason")] = ""
    moved_at: Annotated[datetime | None, Fact("movements.moved_at")] = None


def plan(asked: Move, situation: Situation) -> Planned:
    """The movement; another place ends the booking and begins one at the same moment."""
    booking = open_booking(asked.booking, situation)
    if isinstance(booking, Finding):
        return (booking,)
    at = asked.moved_at or situation.now
    if wrong := (*ahead("moved_at", at, situation.now), *before_arrival(booking, at)):
        return wrong
    movement = stated_row(
        "movements", asked, situation, happened_at=at,
        more={"person": booking.person, "from_place": booking.place, "moved_at": at},
    )  # fmt: skip
    rows = (movement, *_bookings(booking, asked, at, situation))
    facts: dict[str, Plain] = {"booking": booking.key, "place": asked.place, "at": at.isoformat()}
    return Plan(rows, case=situation.case_of(booking.person), facts=facts)


def _bookings(
    booking: KeptRow, asked: Move, at: datetime, situation: Situation
) -> Iterator[NewRow]:
    if asked.place == booking.place:
        yield changed(booking, unit=asked.unit or None)
        return
    yield ended(booking, at, "moved", asked.place)
    kept = {name: booking.values.get(name) for name in ("person", "transfer", "title", "basis")}
    values: dict[str, Cell] = {
        **kept, "place": asked.place, "unit": asked.unit, "arrived_at": at, "how": "moved",
    }  # fmt: skip
    yield NewRow("bookings", situation.names.new("booking"), values, at)
    person = situation.view.row("persons", booking.person)
    if person is not None:
        yield changed(person, held_at=asked.place)


MOVE = Act("move", "custody", Right.MOVE, "moved", Move, plan)
