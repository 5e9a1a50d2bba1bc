"""*exists*: some row satisfies. With no row to speak of nobody knows, since nobody looked."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import Exists
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth, all_true
from safeconduct.clearance.operators.rows_asked import ask_rows
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine.three_valued import all_of, some_recorded


@closure_of.register
def _closure(node: Exists) -> Closure:
    table, that = node.table, closure_of(node.that)
    of = None if node.of is None else closure_of(node.of)

    def holds(case: Case, row: Row, trace: Trace) -> Truth:
        if of is None:
            return that(case, row, trace)
        return all_true((of(case, row, trace), that(case, row, trace)))

    def exists(case: Case, row: Row, trace: Trace) -> Truth:  # noqa: ARG001 - a Closure's shape
        rows = case.tables.get(table, ())
        answer = ask_rows(rows, holds, case, trace)
        if answer is not False:
            return answer
        spoken_of = rows if of is None else [row for row in rows if of(case, row, []) is True]
        return False if spoken_of else None

    return exists


@sql_of.register
def _sql(node: Exists, writer: Writer) -> str:
    of = node.of
    if of is None:
        counts = writer.count(node.table, lambda inner: sql_of(node.that, inner))
        return f"({some_recorded(counts.rows, counts.true, counts.unknown)})"
    counts = writer.count(
        node.table, lambda inner: all_of([sql_of(of, inner), sql_of(node.that, inner)])
    )
    spoken_of = writer.count(node.table, lambda inner: sql_of(of, inner)).true
    return f"({some_recorded(spoken_of, counts.true, counts.unknown)})"
