"""The duties of the agreement and of the floor, as far as they are open to who reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import text
from safeconduct.casework.watching import duties_now
from safeconduct.oversight import Standing
from safeconduct.oversight.deadlines import DueState
from safeconduct.policy import Right
from safeconduct.web.language import current
from safeconduct.web.reading import Reader

DONE = frozenset({DueState.DONE, DueState.DONE_LATE})


@dataclass(frozen=True, slots=True)
class Owed:
    """One duty, with all that it is owed for.

    Attributes:
        what: what must be done.
        who: by which side.
        clause: the clause.
        overdue: for how many its time has passed.
        due: for how many it runs, or has no time.
        first_at: when the earliest is due; None where the source states no time.
    """

    what: str
    who: str
    clause: str
    overdue: int
    due: int
    first_at: datetime | None


def standings_for(reading: Reader, now: datetime) -> tuple[Standing, ...]:
    """The duties that are owed now and about something that the reader may read of."""
    if reading.terms is None or not reading.holds(Right.READ_DUTIES):
        return ()
    return tuple(
        one
        for one in duties_now(reading.whole, reading.terms, now)
        if one.state not in DONE and _is_open(reading, one)
    )


def _is_open(reading: Reader, one: Standing) -> bool:
    about = one.item.about
    return reading.may(
        Right.READ_DUTIES, person=about.person, transfer=about.transfer, place=about.place
    )


def owed(standing: Iterable[Standing]) -> tuple[Owed, ...]:
    """The duties in words, each once, the most overdue first; they name the clause, and nobody."""
    lang = current()
    by_duty: dict[tuple[str, str, str], list[Standing]] = defaultdict(list)
    for one in standing:
        who = text(f"agreement.word-role-{one.item.who.value.replace('_', '-')}", lang)
        by_duty[one.item.in_words(lang), who, one.item.clause].append(one)
    told = [_owed(words, found) for words, found in by_duty.items()]
    return tuple(sorted(told, key=lambda duty: -duty.overdue))


def _owed(words: tuple[str, str, str], found: list[Standing]) -> Owed:
    late = sum(one.state is DueState.OVERDUE for one in found)
    times = [one.item.due_at for one in found if one.item.due_at is not None]
    return Owed(*words, late, len(found) - late, min(times, default=None))
