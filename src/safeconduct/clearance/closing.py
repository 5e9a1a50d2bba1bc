"""When a list is closed: somebody searched, fully, lately, and all that was found stands in it."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import ClosedBy
from safeconduct.clearance.attestation import attested_outside
from safeconduct.clearance.compiling import Trace
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.spans import later_by
from safeconduct.clearance.world import Case
from safeconduct.facts import GROUNDS


def is_closed(case: Case, table: str, closed_by: ClosedBy, trace: Trace) -> Truth:
    """True or unknown: whether the list of the case's rows in the table is known to be whole."""
    listed = rows_listed(case, table, closed_by.register)
    closed: Truth = None
    contradicted = False
    for search in case.tables.get("searches", ()):
        register = search.values.get("register")
        if register is not None and register != closed_by.register:
            continue
        trace.append(("searches.searched_at", search.values.get("searched_at"), search))
        found = search.values.get("found")
        if not isinstance(found, int) or found > listed:
            contradicted = True
        elif register is not None and _counts(case, search, closed_by):
            closed = True
    return None if contradicted else closed


def rows_listed(case: Case, table: str, register: str) -> int:
    """How many rows of the table come from the register."""
    column = GROUNDS[table].register_column
    rows = case.tables.get(table, ())
    return sum(1 for row in rows if not column or row.values.get(column) == register)


def _counts(case: Case, search: Row, closed_by: ClosedBy) -> bool:
    searched = search.instant("searched_at")
    return (
        searched is not None
        and searched <= case.moment.now <= later_by(searched, closed_by.within)
        and search.values.get("complete") is True
        and attested_outside(case, search) is True
    )
