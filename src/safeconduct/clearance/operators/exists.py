"""*exists*: some row satisfies. With no row nobody knows, since nobody looked."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import Exists
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.rows_asked import ask_rows
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine.three_valued import some_recorded


@closure_of.register
def _closure(node: Exists) -> Closure:
    table, that = node.table, closure_of(node.that)

    def exists(case: Case, row: Row, trace: Trace) -> Truth:  # noqa: ARG001 - a Closure's shape
        rows = case.tables.get(table, ())
        answer = ask_rows(rows, that, case, trace)
        return None if answer is False and not rows else answer

    return exists


@sql_of.register
def _sql(node: Exists, writer: Writer) -> str:
    counts = writer.count(node.table, lambda inner: sql_of(node.that, inner))
    return f"({some_recorded(counts.rows, counts.true, counts.unknown)})"
