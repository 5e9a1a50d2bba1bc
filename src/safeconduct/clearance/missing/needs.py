"""The facts that would settle an unknown predicate: the fewest, where there is a choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.agreement import Predicate
from safeconduct.agreement.vocabulary import (
    All,
    AnyOf,
    AttestedOutside,
    ClosedBy,
    Every,
    Exists,
    FactRef,
    Is,
    NoneOpen,
    NoOrderStands,
    Not,
    Unless,
)
from safeconduct.agreement.vocabulary.walk import every_fact, every_node, facts_of, parts_of
from safeconduct.clearance.closing import is_closed, rows_listed
from safeconduct.clearance.compiling import closure_of
from safeconduct.clearance.operators.no_order_stands import stops
from safeconduct.clearance.rows import Row, UnknownKind
from safeconduct.clearance.world import Case, TouchingOrder
from safeconduct.facts import GROUNDS
from safeconduct.facts.declared.records import KEEPERS

_OWN = {"persons": "person", "transfers": "transfer", "places": "place"}


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """Something that is not known.

    Attributes:
        table: the table in which it would stand.
        columns: the facts; more than one for a row that is not there at all.
        kind: why it is not known.
        register: for a search that is wanted, the register.
        line: the row in which the fact is blank; 0 where a row is wanted.
        outside: whether what is wanted is that somebody outside the proposing office vouches.
        of: for a row that is wanted, the code of its kind; for an order that is only reported,
            what its verification says.
    """

    table: str
    columns: tuple[str, ...]
    kind: UnknownKind
    register: str = ""
    line: int = 0
    outside: bool = False
    of: str = ""


Needs = frozenset[Need]
_NOTHING: Needs = frozenset()


def needs_of(node: Predicate, case: Case, row: Row) -> Needs:
    """What would settle the predicate for the case; nothing where it is not unknown."""
    if closure_of(node)(case, row, []) is not None:
        return _NOTHING
    match node:
        case All() | AnyOf() | Unless() | Not():
            return _of_connective(node, case, row)
        case Exists():
            return _of_exists(node, case)
        case Every(table, inner, closed_by) | NoneOpen(table, inner, closed_by):
            return _of_closed_list(table, inner, closed_by, case)
        case NoOrderStands():
            return _of_orders(node, case)
        case AttestedOutside(table):
            source = {"persons": case.person, "places": case.place}.get(table, row)
            return frozenset({_outside(table, source)})
        case _:
            blank = (_blank(fact, case, row) for fact in facts_of(node))
            return frozenset(need for need in blank if need is not None)


def _of_connective(node: Predicate, case: Case, row: Row) -> Needs:
    parts = parts_of(node)
    if isinstance(node, AnyOf | Unless):
        return _shortest(needs_of(part, case, row) for part in parts)
    return _together(parts, case, row)


def _together(parts: Iterable[Predicate], case: Case, row: Row) -> Needs:
    return frozenset[Need]().union(*(needs_of(part, case, row) for part in parts))


def _shortest(ways: Iterable[Needs]) -> Needs:
    """The way with the fewest facts; a way that needs nothing is settled and is none."""
    return min((way for way in ways if way), key=_length, default=_NOTHING)


def _length(way: Needs) -> tuple[int, int, int, list[Need]]:
    """Fewest facts first; of two ways as long, the one that searches, since exceptions are rare."""
    not_searched = sum(1 for need in way if not need.register)
    return len(way), not_searched, sum(len(need.columns) for need in way), sorted(way)


def _blank(fact: FactRef, case: Case, row: Row) -> Need | None:
    source: Row = getattr(case, _OWN[fact.table]) if fact.table in _OWN else row
    if source.values.get(fact.column) is not None:
        return None
    column = _written(fact)
    return Need(fact.table, (column,), source.kind_of_unknown(fact.column), line=source.line)


def _written(fact: FactRef) -> str:
    """The column of the file from which a derived fact comes."""
    if not fact.declared.derived:
        return fact.column
    if fact.column == "issuer_empowered":
        return "issued_by"
    return fact.column.rpartition("_")[0]


def _outside(table: str, row: Row) -> Need:
    kind = row.kind_of_unknown("attested_by")
    return Need(table, ("attested_by",), kind, line=row.line, outside=True)


def _of_exists(node: Exists, case: Case) -> Needs:
    """The row that comes nearest; or a row, where there is none of which the question speaks."""
    whole = node.that if node.of is None else All((node.of, node.that))
    near = _shortest(needs_of(whole, case, row) for row in case.tables.get(node.table, ()))
    if near:
        return near
    columns = dict.fromkeys(_written(f) for f in every_fact(whole) if f.table == node.table)
    kinds = "" if node.of is None else _kind_of(node.of)
    return frozenset({Need(node.table, tuple(columns), UnknownKind.NEVER_ASKED, of=kinds)})


def _kind_of(of: Predicate) -> str:
    """The code of the kind of row that is wanted, where there is one."""
    codes = (n.value for n in every_node(of) if isinstance(n, Is) and n.fact.column == "kind")
    return next((code for code in codes if isinstance(code, str)), "")


def _of_closed_list(table: str, predicate: Predicate, closed_by: ClosedBy, case: Case) -> Needs:
    rows = case.tables.get(table, ())
    of_rows = frozenset[Need]().union(*(needs_of(predicate, case, row) for row in rows))
    return of_rows | _search(table, closed_by, case)


def _search(table: str, closed_by: ClosedBy, case: Case) -> Needs:
    if is_closed(case, table, closed_by, []):
        return _NOTHING
    found = [
        search.values.get("found")
        for search in case.tables.get("searches", ())
        if search.values.get("register") == closed_by.register
    ]
    listed = rows_listed(case, table, closed_by.register)
    more = any(isinstance(number, int) and number > listed for number in found)
    if more:
        return frozenset({Need(table, ("person",), UnknownKind.CONTRADICTORY, closed_by.register)})
    columns = ("register", "searched_at", "complete", "found")
    return frozenset({Need("searches", columns, UnknownKind.NEVER_ASKED, closed_by.register)})


def _of_orders(node: NoOrderStands, case: Case) -> Needs:
    kinds = frozenset(node.kinds)
    doubtful = [order for order in case.orders if stops(order, kinds) is None]
    needs = set(_search("orders", node.closed_by, case))
    for order in doubtful:
        if order.row.values.get("kind") is None:
            kind = order.row.kind_of_unknown("kind")
            needs.add(Need("orders", ("kind",), kind, line=order.row.line))
        if order.stands is None:
            needs.add(_of_report(order.row))
        if order.touches is None:
            needs |= _of_reach(order, case)
    return frozenset(needs)


def _of_report(order: Row) -> Need:
    """A court or registry that confirms the order, or denies it."""
    said = order.text("verification") or "unverified"
    kind = order.unknown.get("verification", UnknownKind.PENDING)
    return Need("orders", ("verification",), kind, line=order.line, of=said)


_REACH = ("person", "transfer", "destination", "class")
"""Scopes of an order that a column of the same name fills."""


def _of_reach(order: TouchingOrder, case: Case) -> Needs:
    """Whom the order reaches: facts of the person, of the place, or what the order leaves out."""
    scope, row = order.row.text("scope"), order.row
    if order.of is not None and scope == "class":
        return needs_of(order.of, case, case.person)
    if scope in _REACH and row.text(scope) and scope != "class":
        for source, columns in (
            (case.transfer, ("destination", "receiving")),
            (case.place, ("jurisdiction",)),
        ):
            for column in columns:
                if source.values.get(column) is None:
                    kind = source.kind_of_unknown(column)
                    return frozenset({Need(source.table, (column,), kind, line=source.line)})
    column = scope if scope in _REACH else "scope"
    return frozenset({Need("orders", (column,), row.kind_of_unknown(column), line=row.line)})


def worst_kind(needs: Iterable[Need]) -> UnknownKind:
    """The kind that needs most attention: a contradiction, then an answer awaited."""
    kinds = {need.kind for need in needs}
    for kind in (UnknownKind.CONTRADICTORY, UnknownKind.PENDING):
        if kind in kinds:
            return kind
    return UnknownKind.NEVER_ASKED


def who_can_supply(need: Need) -> tuple[str, ...]:
    """Kinds of office that can vouch for what is wanted."""
    if need.register:
        return tuple(str(kind) for kind in KEEPERS[need.register])
    table = GROUNDS[need.table]
    column = table.column(need.columns[0])
    if column is not None and column.attestors:
        return tuple(str(kind) for kind in column.attestors)
    return tuple(str(kind) for kind in table.may_vouch(need.of))
