"""*is*: a fact against a value, or against another fact."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import FactRef, Is
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.reading import read_fact
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case


@closure_of.register
def _closure(node: Is) -> Closure:
    read = read_fact(node.fact)
    if isinstance(node.value, FactRef):
        other = read_fact(node.value)

        def same(case: Case, row: Row, trace: Trace) -> Truth:
            one, two = read(case, row, trace), other(case, row, trace)
            return None if one is None or two is None else bool(one == two)

        return same
    wanted = node.value

    def equal(case: Case, row: Row, trace: Trace) -> Truth:
        value = read(case, row, trace)
        return None if value is None else bool(value == wanted)

    return equal


@sql_of.register
def _sql(node: Is, writer: Writer) -> str:
    other = writer.fact(node.value) if isinstance(node.value, FactRef) else writer.value(node.value)
    return f"({writer.fact(node.fact)} = {other})"
