"""References between tables, and what cannot be true of two rows together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from safeconduct.basics import Location, Message
from safeconduct.clearance.bundle.cells import is_jurisdiction
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.bundle.problems import EVERYBODY, Problem
from safeconduct.clearance.bundle.reading import Bundle
from safeconduct.clearance.rows import Row
from safeconduct.facts import TABLES, FactType, Subject, Table


def dangling(bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Every cell that names a row that is not there."""
    for table in TABLES.values():
        named = [c for c in table.columns if c.type is FactType.REFERENCE and c.refers_to]
        for row in known.tables[table.name]:
            for column in named:
                key = row.text(column.name)
                if key and key not in known.by_key[column.refers_to]:
                    message = Message.of(
                        "clearance.reference-to-nothing", key=key, table=column.refers_to
                    )
                    yield Problem(message, bundle.at(row, column.name), _whom(row, table, known))


def _whom(row: Row, table: Table, known: Known) -> str:
    """The person of the row, if there is such a person; else it may concern anybody."""
    person = row.text("person")
    if table.subject is Subject.FRAME or person not in known.by_key["persons"]:
        return EVERYBODY
    return person


def order_faults(bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Orders lifted before they were given, and orders on a destination that is nowhere."""
    orders = known.by_key["orders"]
    for row in known.tables["orders"]:
        person = row.text("person")
        whom = person if person in known.by_key["persons"] else EVERYBODY
        lifted = orders.get(row.text("lifts"))
        if lifted is not None:
            lifted_at, ordered_at = row.instant("issued_at"), lifted.instant("issued_at")
            if lifted_at is not None and ordered_at is not None and lifted_at < ordered_at:
                message = Message.of(
                    "clearance.lifted-before-issued",
                    lift=row.text("order"),
                    order=lifted.text("order"),
                )
                yield Problem(message, bundle.at(row, "issued_at"), whom)
        named = row.text("destination")
        if named and named not in known.by_key["places"] and not is_jurisdiction(named):
            message = Message.of("clearance.destination-nowhere", destination=named)
            yield Problem(message, bundle.at(row, "destination"), whom)


def recorded_in_the_future(bundle: Bundle, latest: object) -> Iterator[Problem]:
    """Rows that claim to have been written down later than now."""
    for table, rows in bundle.tables.items():
        for row in rows:
            recorded = row.instant("recorded_at")
            if recorded is not None and recorded > latest:  # type: ignore[operator]
                person = row.text("person") if TABLES[table].subject is not Subject.FRAME else ""
                message = Message.of("clearance.recorded-in-future")
                yield Problem(message, bundle.at(row, "recorded_at"), person)


def out_of_our_hands(bundle: Bundle, known: Known, now: datetime) -> Iterator[Problem]:
    """Persons on a transfer who were released, or whose custody was handed over on it."""
    for person in known.tables["persons"]:
        transfer = known.by_key["transfers"].get(person.text("transfer"))
        if transfer is None:
            continue
        for row, column, code in (
            (person, "released_at", "clearance.released-already"),
            (person, "taken_in_charge_at", "clearance.handed-over-already"),
            (transfer, "handed_over_at", "clearance.handed-over-already"),
        ):
            happened = row.instant(column)
            if happened is not None and happened <= now:
                yield Problem(Message(code, {}), bundle.at(row, column), person.text("person"))


def asked_ahead(now: datetime, computed_at: datetime) -> Iterator[Problem]:
    """A question for a moment that has not come: nobody can know what will be recorded by then."""
    if now > computed_at:
        yield Problem(Message.of("clearance.asked-ahead", at=now.isoformat()), Location("--at"))
