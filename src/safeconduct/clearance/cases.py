"""The cases of a bundle: for each person, all that is known at the moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from safeconduct.agreement import Predicate
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.offices import offices_known
from safeconduct.clearance.orders import OrderBook, order_book, orders_touching
from safeconduct.clearance.rows import Cell, Row, nothing_of
from safeconduct.clearance.world import Case, Moment, OfficeKnown
from safeconduct.facts import TABLES, Subject

_NO_TRANSFER, _NO_PLACE = nothing_of("transfers"), nothing_of("places")
_LISTS = tuple(t.name for t in TABLES.values() if t.subject is Subject.PERSON)


@dataclass(frozen=True, slots=True)
class Docket:
    """Everything that cases share.

    Attributes:
        known: the facts.
        moment: when the question is asked.
        offices: the offices, by name.
        book: the orders.
    """

    known: Known
    moment: Moment
    offices: Mapping[str, OfficeKnown]
    book: OrderBook


def docket_of(known: Known, moment: Moment, classes: Mapping[str, Predicate | None]) -> Docket:
    """Prepare what the cases share.

    Args:
        known: the facts at the moment.
        moment: when the question is asked.
        classes: the class of each order that has one, by the order's key.
    """
    offices = offices_known(known.tables["offices"])
    book = order_book(known.tables["orders"], offices, moment, classes)
    return Docket(known, moment, offices, book)


def cases_of(docket: Docket) -> Iterator[Case]:
    """Each person's case, in the order of transfer and person."""
    persons = docket.known.tables["persons"]
    for person in sorted(persons, key=lambda row: (row.text("transfer"), row.text("person"))):
        yield case_of(docket, person)


def case_of(docket: Docket, person: Row) -> Case:
    """One person's case."""
    known, name = docket.known, person.text("person")
    transfer = known.by_key["transfers"].get(person.text("transfer"), _NO_TRANSFER)
    place = known.by_key["places"].get(transfer.text("destination"), _NO_PLACE)
    tables = {table: known.of_person[table].get(name, ()) for table in _LISTS}
    tables["legal_bases"] = tuple(_with_issuer(row, docket) for row in tables["legal_bases"])
    case = Case(person, transfer, place, tables, (), docket.offices, docket.moment)
    return replace(case, orders=orders_touching(case, docket.book))


def _with_issuer(row: Row, docket: Docket) -> Row:
    issuer = docket.offices.get(row.text("issued_by"))
    values: dict[str, Cell] = dict(row.values)
    values["issuer_empowered"] = None if issuer is None else issuer.may_detain
    return replace(row, values=MappingProxyType(values))
