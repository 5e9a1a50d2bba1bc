"""*all*, *any*, *not*, *unless*. Every part is asked, so that every finding has its evidence."""

from __future__ import annotations

from safeconduct.agreement import Predicate
from safeconduct.agreement.vocabulary import All, AnyOf, Not, Unless
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth, not_true
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine.three_valued import all_of, any_of


@closure_of.register
def _all_closure(node: All) -> Closure:
    parts = [closure_of(part) for part in node.parts]

    def every_part(case: Case, row: Row, trace: Trace) -> Truth:
        answer: Truth = True
        for part in parts:
            truth = part(case, row, trace)
            if truth is False or (truth is None and answer is not False):
                answer = truth
        return answer

    return every_part


def _some_part(nodes: tuple[Predicate, ...]) -> Closure:
    parts = [closure_of(part) for part in nodes]

    def some_part(case: Case, row: Row, trace: Trace) -> Truth:
        answer: Truth = False
        for part in parts:
            truth = part(case, row, trace)
            if truth is True or (truth is None and answer is not True):
                answer = truth
        return answer

    return some_part


@closure_of.register
def _any_closure(node: AnyOf) -> Closure:
    return _some_part(node.parts)


@closure_of.register
def _unless_closure(node: Unless) -> Closure:
    return _some_part((node.rule, node.exception))


@closure_of.register
def _not_closure(node: Not) -> Closure:
    part = closure_of(node.part)

    def opposite(case: Case, row: Row, trace: Trace) -> Truth:
        return not_true(part(case, row, trace))

    return opposite


@sql_of.register
def _all_sql(node: All, writer: Writer) -> str:
    return all_of([sql_of(part, writer) for part in node.parts])


@sql_of.register
def _any_sql(node: AnyOf, writer: Writer) -> str:
    return any_of([sql_of(part, writer) for part in node.parts])


@sql_of.register
def _unless_sql(node: Unless, writer: Writer) -> str:
    return any_of([sql_of(node.rule, writer), sql_of(node.exception, writer)])


@sql_of.register
def _not_sql(node: Not, writer: Writer) -> str:
    return f"(NOT {sql_of(node.part, writer)})"
