"""Legality does not end at the door: everybody who is held is asked again, every day.

Three questions, in the order in which they end custody: does an order stand that releases the
person or quashes the title; does a title stand today; has the sentence been served. Each *no* says
since when, and who must open the door. A title that was quashed ended on the day of the quashing,
whatever day stands in it; where nobody recorded that day, the day on which it was told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from safeconduct.clearance.kleene import Truth, all_true, any_true
from safeconduct.clearance.operators.no_order_stands import stops
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case

ENDING_KINDS = frozenset({"release", "quashing"})


class Custody(StrEnum):
    """What is known of somebody's custody today."""

    TITLE_STANDS = "title-stands"
    """A title stands in the facts supplied."""

    UNDETERMINED = "undetermined"
    """It is not known whether a title stands: find out today."""

    MUST_BE_RELEASED = "must-be-released"
    """Nothing entitles anybody to hold the person any longer."""


class EndOfCustody(StrEnum):
    """Why custody must end."""

    ORDER = "order"
    BASIS_LAPSED = "basis-lapsed"
    SENTENCE_SERVED = "sentence-served"


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody who is held.

    Attributes:
        person: the person.
        place: where.
        custody: what is known.
        because: for a release, why.
        since: the day from which holding is without title, where it is known.
        order: the order that ends custody, where one does.
        by: the office that must open the door, where the bundle names it.
    """

    person: str
    place: str
    custody: Custody
    because: EndOfCustody | None = None
    since: date | None = None
    order: str = ""
    by: str = ""


def held_today(cases: Iterable[Case], supervisors: dict[str, str]) -> tuple[Held, ...]:
    """Everybody who is in a place and not released, with what is known of the title.

    Args:
        cases: the cases of a bundle.
        supervisors: the supervising office of each place.
    """
    found = []
    for case in cases:
        place, released = case.person.text("held_at"), case.person.instant("released_at")
        if place and (released is None or released > case.moment.now):
            found.append(_held(case, place, supervisors.get(place, "")))
    return tuple(found)


def _held(case: Case, place: str, by: str) -> Held:
    person, today = case.person.text("person"), case.moment.today
    ending = [(order, stops(order, ENDING_KINDS)) for order in case.orders]
    standing = sorted((order.row for order, truth in ending if truth is True), key=_takes_effect)
    if standing:
        since, key = _day(standing[0], *_EFFECT), standing[0].text("order")
        return Held(person, place, Custody.MUST_BE_RELEASED, EndOfCustody.ORDER, since, key, by)
    bases = case.tables.get("legal_bases", ())
    stands = any_true(_basis_stands(basis, today) for basis in bases) if bases else None
    if stands is False:
        since = _last_end(bases, "valid_until", in_force="in-force")
        why = EndOfCustody.BASIS_LAPSED
        return Held(person, place, Custody.MUST_BE_RELEASED, why, since, "", by)
    served = _sentence_served(case, today)
    if served is True:
        sentences = case.tables.get("sentences", ())
        since = _last_end(sentences, "ends_on", in_force="enforceable")
        why = EndOfCustody.SENTENCE_SERVED
        return Held(person, place, Custody.MUST_BE_RELEASED, why, since, "", by)
    certain = stands is True and served is False and all(truth is False for _, truth in ending)
    return Held(person, place, Custody.TITLE_STANDS if certain else Custody.UNDETERMINED, by=by)


_EFFECT = ("effective_at_day", "issued_at_day", "known_at_day")
"""From which day an order ends custody: its own, else that of its giving, else of its coming."""


def _day(row: Row, *columns: str) -> date | None:
    """The first day that the row states among the columns."""
    days = (row.values.get(column) for column in columns)
    return next((day for day in days if isinstance(day, date)), None)


def _takes_effect(order: Row) -> tuple[date, str]:
    return _day(order, *_EFFECT) or date.max, order.text("order")


def _basis_stands(basis: Row, today: date) -> Truth:
    state, until = basis.values.get("state"), basis.values.get("valid_until")
    in_force: Truth = None if state is None else state == "in-force"
    indefinite = basis.values.get("indefinite")
    not_over: Truth = today <= until if isinstance(until, date) else None
    endless: Truth = indefinite if isinstance(indefinite, bool) else None
    return all_true((in_force, any_true((endless, not_over))))


def _sentence_served(case: Case, today: date) -> Truth:
    """Whether every sentence of a sentenced person is over; false for others."""
    if case.person.text("legal_status") != "sentenced":
        return False if case.person.text("legal_status") else None
    sentences = case.tables.get("sentences", ())
    if not sentences:
        return None
    return all_true(_is_over(sentence, today) for sentence in sentences)


def _is_over(sentence: Row, today: date) -> Truth:
    state, ends_on = sentence.values.get("state"), sentence.values.get("ends_on")
    if state in {"served", "quashed"}:
        return True
    if sentence.values.get("indeterminate") is True:
        return False
    return ends_on < today if isinstance(ends_on, date) else None


def _last_end(rows: Iterable[Row], last_day: str, *, in_force: str) -> date | None:
    """The day from which the last of the rows entitles nobody, if all of them state one."""
    ends = [_end(row, last_day, in_force=in_force) for row in rows]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _end(row: Row, last_day: str, *, in_force: str) -> date | None:
    """The day from which the row entitles nobody: that of its end, or the day after its last."""
    stated = row.values.get(last_day)
    ends = [stated + timedelta(days=1)] if isinstance(stated, date) else []
    if row.text("state") not in {"", in_force}:
        told = _day(row, "ended_on", "recorded_at_day")
        ends += [told] if told is not None else []
    return min(ends, default=None)
