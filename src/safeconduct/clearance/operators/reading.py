"""Reading a fact or a moment for a case, with a note of what was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from safeconduct.agreement.vocabulary import Clock, FactRef, Moment
from safeconduct.clearance.compiling import Trace
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case
from safeconduct.facts.table import ISSUER_EMPOWERED

Reader = Callable[[Case, Row, Trace], Any]


def read_fact(fact: FactRef) -> Reader:
    """Reads the fact from the person, the transfer, its destination or the row at hand."""
    name, column = str(fact), fact.column

    def of_person(case: Case, row: Row, trace: Trace) -> Any:  # noqa: ARG001 - a Reader's shape
        source = case.person
        value = source.values.get(column)
        trace.append((name, value, source))
        return value

    def of_transfer(case: Case, row: Row, trace: Trace) -> Any:  # noqa: ARG001 - a Reader's shape
        source = case.transfer
        value = source.values.get(column)
        trace.append((name, value, source))
        return value

    def of_place(case: Case, row: Row, trace: Trace) -> Any:  # noqa: ARG001 - a Reader's shape
        source = case.place
        value = source.values.get(column)
        trace.append((name, value, source))
        return value

    def of_issuer(case: Case, row: Row, trace: Trace) -> Any:
        value = row.values.get(column)
        trace.append((name, value, row))
        issuer = case.offices.get(row.text("issued_by"))
        if issuer is not None:
            listed = issuer.row.values.get("empowered_to")
            trace.append(("offices.empowered_to", listed, issuer.row))
        return value

    def of_row(case: Case, row: Row, trace: Trace) -> Any:  # noqa: ARG001 - a Reader's shape
        value = row.values.get(column)
        trace.append((name, value, row))
        return value

    if column == ISSUER_EMPOWERED.name:
        return of_issuer
    joined = {"persons": of_person, "transfers": of_transfer, "places": of_place}
    return joined.get(fact.table, of_row)


def read_moment(moment: Moment) -> Reader:
    """Reads a fact, or the moment of the question."""
    if isinstance(moment, FactRef):
        return read_fact(moment)
    if moment is Clock.NOW:
        return lambda case, row, trace: case.moment.now  # noqa: ARG005 - a Reader's shape
    return lambda case, row, trace: case.moment.today  # noqa: ARG005 - a Reader's shape
