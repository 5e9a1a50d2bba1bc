"""*no_order_stands*: no order that touches the person stands, and the register was searched."""

from __future__ import annotations

from safeconduct.agreement.vocabulary import NoOrderStands
from safeconduct.clearance.closing import is_closed
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth, all_true, any_true, not_true
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.orders import orders_standing
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case, TouchingOrder
from safeconduct.engine.three_valued import all_of


@closure_of.register
def _closure(node: NoOrderStands) -> Closure:
    kinds, closed_by = frozenset(node.kinds), node.closed_by

    def none_stands(case: Case, row: Row, trace: Trace) -> Truth:  # noqa: ARG001 - see Closure
        closed = is_closed(case, "orders", closed_by, trace)
        stopping = [(order, stops(order, kinds)) for order in case.orders]
        answer = any_true(truth for _, truth in stopping)
        for order, truth in stopping:
            if truth is answer and truth is not False:
                trace.append(("orders.order", order.row.values.get("order"), order.row))
        return all_true((not_true(answer), closed))

    return none_stands


def stops(order: TouchingOrder, kinds: frozenset[str]) -> Truth:
    """Whether the order is of one of the kinds, touches the person and stands."""
    kind = order.row.values.get("kind")
    is_kind: Truth = None if kind is None else kind in kinds
    return all_true((is_kind, order.touches, order.stands))


@sql_of.register
def _sql(node: NoOrderStands, writer: Writer) -> str:
    standing = orders_standing(node.kinds, writer)
    closed = writer.closed("orders", node.closed_by)
    return all_of([f"(NOT {standing})", closed])
