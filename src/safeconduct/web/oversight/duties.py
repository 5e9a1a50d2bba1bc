"""The duties of the agreement and of the floor, as far as they are open to who reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import text
from safeconduct.casework.watching import duties_now
from safeconduct.oversight import Standing
from safeconduct.policy import Right
from safeconduct.web.language import current
from safeconduct.web.reading import Reader

DONE = frozenset({"done", "done-late"})


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty in words.

    Attributes:
        what: what must be done.
        who: by which side.
        clause: the clause.
        due_at: until when; None where the source states no time.
        state: where it stands, in words.
        is_late: whether its time has passed.
    """

    what: str
    who: str
    clause: str
    due_at: datetime | None
    state: str
    is_late: bool


def standings_for(reading: Reader, now: datetime) -> tuple[Standing, ...]:
    """The duties that are owed now and about something that the reader may read of."""
    if reading.terms is None or not reading.holds(Right.READ_DUTIES):
        return ()
    return tuple(
        one
        for one in duties_now(reading.whole, reading.terms, now)
        if one.state.value not in DONE and _is_open(reading, one)
    )


def _is_open(reading: Reader, one: Standing) -> bool:
    about = one.item.about
    return reading.may(
        Right.READ_DUTIES, person=about.person, transfer=about.transfer, place=about.place
    )


def told(one: Standing) -> Duty:
    """A duty in words; it names the clause, and nobody."""
    lang = current()
    return Duty(
        what=one.item.in_words(lang),
        who=text(f"agreement.word-role-{one.item.who.value.replace('_', '-')}", lang),
        clause=one.item.clause,
        due_at=one.item.due_at,
        state=text(f"oversight.state-{one.state.value}", lang),
        is_late=one.state.value == "overdue",
    )
