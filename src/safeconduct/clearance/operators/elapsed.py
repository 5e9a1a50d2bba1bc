"""*age_of* and *left_until*: how much time lies between two moments."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import AgeOf, LeftUntil
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.reading import read_moment
from safeconduct.clearance.rows import Row
from safeconduct.clearance.spans import later_by, later_by_sql
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.facts import FactType


@closure_of.register
def _age_closure(node: AgeOf) -> Closure:
    since, until = read_moment(node.since), read_moment(node.at)
    least, most = node.at_least, node.at_most

    def aged(case: Case, row: Row, trace: Trace) -> Truth:
        start, end = since(case, row, trace), until(case, row, trace)
        if start is None or end is None:
            return None
        long_enough = least is None or end >= later_by(start, least)
        short_enough = most is None or end <= later_by(start, most)
        return bool(start <= end and long_enough and short_enough)

    return aged


@sql_of.register
def _age_sql(node: AgeOf, writer: Writer) -> str:
    start, end = writer.moment(node.since), writer.moment(node.at)
    is_day = node.since.type is FactType.DATE
    tests = [f"{start} <= {end}"]
    if node.at_least is not None:
        tests.append(f"{end} >= {later_by_sql(start, node.at_least, is_day=is_day)}")
    if node.at_most is not None:
        tests.append(f"{end} <= {later_by_sql(start, node.at_most, is_day=is_day)}")
    return "(" + " AND ".join(tests) + ")"


@closure_of.register
def _left_closure(node: LeftUntil) -> Closure:
    end_of, counted_from, least = (
        read_moment(node.end),
        read_moment(node.counted_from),
        node.at_least,
    )

    def left(case: Case, row: Row, trace: Trace) -> Truth:
        end, start = end_of(case, row, trace), counted_from(case, row, trace)
        return None if end is None or start is None else bool(end >= later_by(start, least))

    return left


@sql_of.register
def _left_sql(node: LeftUntil, writer: Writer) -> str:
    is_day = node.end.type is FactType.DATE
    start = later_by_sql(writer.moment(node.counted_from), node.at_least, is_day=is_day)
    return f"({writer.moment(node.end)} >= {start})"
