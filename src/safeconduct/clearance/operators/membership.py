"""*in*: a fact among values. *includes*: a value among those that a fact lists."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import FactRef, In, Includes
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.reading import read_fact
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine.three_valued import any_of, member


@closure_of.register
def _in_closure(node: In) -> Closure:
    read, wanted = read_fact(node.fact), frozenset(node.values)

    def among(case: Case, row: Row, trace: Trace) -> Truth:
        value = read(case, row, trace)
        return None if value is None else value in wanted

    return among


@sql_of.register
def _in_sql(node: In, writer: Writer) -> str:
    fact = writer.fact(node.fact)
    return any_of([f"{fact} = {writer.value(value)}" for value in node.values])


@closure_of.register
def _includes_closure(node: Includes) -> Closure:
    read, wanted = read_fact(node.fact), node.value
    other = read_fact(wanted) if isinstance(wanted, FactRef) else None

    def includes(case: Case, row: Row, trace: Trace) -> Truth:
        items = read(case, row, trace)
        item = wanted if other is None else other(case, row, trace)
        if items is None or item is None:
            return None
        if item in items:
            return True
        return None if None in items else False

    return includes


@sql_of.register
def _includes_sql(node: Includes, writer: Writer) -> str:
    item = writer.fact(node.value) if isinstance(node.value, FactRef) else writer.value(node.value)
    return f"({member(writer.fact(node.fact), item)})"
