"""Legality does not end at the door: everybody who is held is asked again, every day.

Three questions, in the order in which they end custody: does an order stand that releases the
person or quashes the title; does a title stand today; has the sentence been served. Each *no* says
since when, and who must open the door.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from safeconduct.clearance.kleene import Truth, all_true, any_true
from safeconduct.clearance.operators.no_order_stands import stops
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case, TouchingOrder

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
    for order, truth in ending:
        if truth is True:
            since = _known_on(order)
            key = order.row.text("order")
            return Held(person, place, Custody.MUST_BE_RELEASED, EndOfCustody.ORDER, since, key, by)
    bases = case.tables.get("legal_bases", ())
    stands = any_true(_basis_stands(basis, today) for basis in bases) if bases else None
    if stands is False:
        since = _last_day_after(bases, "valid_until")
        why = EndOfCustody.BASIS_LAPSED
        return Held(person, place, Custody.MUST_BE_RELEASED, why, since, "", by)
    served = _sentence_served(case, today)
    if served is True:
        since = _last_day_after(case.tables.get("sentences", ()), "ends_on")
        why = EndOfCustody.SENTENCE_SERVED
        return Held(person, place, Custody.MUST_BE_RELEASED, why, since, "", by)
    certain = stands is True and served is False and all(truth is False for _, truth in ending)
    return Held(person, place, Custody.TITLE_STANDS if certain else Custody.UNDETERMINED, by=by)


def _known_on(order: TouchingOrder) -> date | None:
    day = order.row.values.get("issued_at_day")
    return day if isinstance(day, date) else None


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


def _last_day_after(rows: Iterable[Row], column: str) -> date | None:
    """The day after the latest day that the rows state, if they state one."""
    days = [value for row in rows if isinstance(value := row.values.get(column), date)]
    return max(days) + timedelta(days=1) if days else None
