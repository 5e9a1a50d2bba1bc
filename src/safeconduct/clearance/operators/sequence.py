"""*before* and *after*: two moments, and whether the same one will do."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import After, Before, Moment
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.reading import read_moment
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case


def _in_order(earlier: Moment, later: Moment, *, same_counts: bool) -> Closure:
    first, second = read_moment(earlier), read_moment(later)

    def in_order(case: Case, row: Row, trace: Trace) -> Truth:
        one, two = first(case, row, trace), second(case, row, trace)
        if one is None or two is None:
            return None
        return bool(one < two or (same_counts and one == two))

    return in_order


def _in_order_sql(earlier: Moment, later: Moment, writer: Writer, *, same_counts: bool) -> str:
    sign = "<=" if same_counts else "<"
    return f"({writer.moment(earlier)} {sign} {writer.moment(later)})"


@closure_of.register
def _before_closure(node: Before) -> Closure:
    return _in_order(node.earlier, node.later, same_counts=node.same_counts)


@closure_of.register
def _after_closure(node: After) -> Closure:
    return _in_order(node.earlier, node.later, same_counts=node.same_counts)


@sql_of.register
def _before_sql(node: Before, writer: Writer) -> str:
    return _in_order_sql(node.earlier, node.later, writer, same_counts=node.same_counts)


@sql_of.register
def _after_sql(node: After, writer: Writer) -> str:
    return _in_order_sql(node.earlier, node.later, writer, same_counts=node.same_counts)
