"""*none_open*: the list is closed, and no row of it satisfies."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import NoneOpen
from safeconduct.clearance.closing import is_closed
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth, all_true, not_true
from safeconduct.clearance.operators.rows_asked import ask_rows
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine.three_valued import all_of, some


@closure_of.register
def _closure(node: NoneOpen) -> Closure:
    table, closed_by, where = node.table, node.closed_by, closure_of(node.where)

    def none_open(case: Case, row: Row, trace: Trace) -> Truth:  # noqa: ARG001 - a Closure's shape
        closed = is_closed(case, table, closed_by, trace)
        open_ones = ask_rows(case.tables.get(table, ()), where, case, trace)
        return all_true((not_true(open_ones), closed))

    return none_open


@sql_of.register
def _sql(node: NoneOpen, writer: Writer) -> str:
    counts = writer.count(node.table, lambda inner: sql_of(node.where, inner))
    closed = writer.closed(node.table, node.closed_by)
    return all_of([f"(NOT {some(counts.true, counts.unknown)})", closed])
