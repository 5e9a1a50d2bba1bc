"""*every*: the list is closed, has a row, and each row of it satisfies."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import Every
from safeconduct.clearance.closing import is_closed
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth, all_true, not_true
from safeconduct.clearance.operators.rows_asked import ask_rows
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine.three_valued import all_of, known_true, some


@closure_of.register
def _closure(node: Every) -> Closure:
    table, closed_by, that = node.table, node.closed_by, closure_of(node.that)

    def fails(case: Case, row: Row, trace: Trace) -> Truth:
        return not_true(that(case, row, trace))

    def every(case: Case, row: Row, trace: Trace) -> Truth:  # noqa: ARG001 - a Closure's shape
        rows = case.tables.get(table, ())
        closed = is_closed(case, table, closed_by, trace)
        failing = ask_rows(rows, fails, case, trace)
        has_row: Truth = True if rows else None
        return all_true((not_true(failing), closed, has_row))

    return every


@sql_of.register
def _sql(node: Every, writer: Writer) -> str:
    counts = writer.count(node.table, lambda inner: f"(NOT {sql_of(node.that, inner)})")
    closed = writer.closed(node.table, node.closed_by)
    has_row = f"({known_true(f'coalesce({counts.rows}, 0) > 0')})"
    return all_of([f"(NOT {some(counts.true, counts.unknown)})", closed, has_row])
