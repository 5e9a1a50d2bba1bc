"""*at least* and *at most*: a whole number against a bound."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import AtLeast, AtMost
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.reading import read_fact
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case


@closure_of.register
def _least_closure(node: AtLeast) -> Closure:
    read, bound = read_fact(node.fact), node.amount

    def enough(case: Case, row: Row, trace: Trace) -> Truth:
        value = read(case, row, trace)
        return None if value is None else bool(value >= bound)

    return enough


@closure_of.register
def _most_closure(node: AtMost) -> Closure:
    read, bound = read_fact(node.fact), node.amount

    def within(case: Case, row: Row, trace: Trace) -> Truth:
        value = read(case, row, trace)
        return None if value is None else bool(value <= bound)

    return within


@sql_of.register
def _least_sql(node: AtLeast, writer: Writer) -> str:
    return f"({writer.fact(node.fact)} >= {writer.value(node.amount)})"


@sql_of.register
def _most_sql(node: AtMost, writer: Writer) -> str:
    return f"({writer.fact(node.fact)} <= {writer.value(node.amount)})"
