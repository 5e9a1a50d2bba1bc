"""What the types of a tree cannot say: rows stand in their list, and absence decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.vocabulary.lists import Every, Exists, NoneOpen, NoOrderStands
from safeconduct.agreement.vocabulary.logic import AttestedOutside, Not
from safeconduct.agreement.vocabulary.references import JOINED
from safeconduct.agreement.vocabulary.walk import every_node, facts_of, parts_of
from safeconduct.basics import Message

Unsound = tuple[Predicate, Message]
"""A node and what is wrong with it."""


def unsound(tree: Predicate, *, decides_by_absence: bool = False) -> Iterator[Unsound]:
    """Every part of the tree that could not mean what it says.

    Args:
        tree: the predicate.
        decides_by_absence: whether a false answer lets somebody through, as in ``applies_when``
            and in the class of an order; then no ``exists`` may stand in it, since a row that is
            missing would make it false.
    """
    yield from _rows_in_their_list(tree, "")
    yield from _absence_decides_nothing(tree, decides_by_absence)


def _rows_in_their_list(node: Predicate, table: str) -> Iterator[Unsound]:
    for fact in facts_of(node):
        if fact.table not in JOINED and fact.table != table:
            yield node, _outside_list(str(fact), fact.table)
    if isinstance(node, AttestedOutside) and node.table not in {table, "persons", "places"}:
        yield node, _outside_list(node.table, node.table)
    inner = node.table if isinstance(node, Exists | Every | NoneOpen) else table
    if table and isinstance(node, Exists | Every | NoneOpen | NoOrderStands):
        yield node, Message.of("agreement.condition-list-in-list", table=table)
    for part in parts_of(node):
        yield from _rows_in_their_list(part, inner)


def _absence_decides_nothing(node: Predicate, decides: bool) -> Iterator[Unsound]:
    for inner in every_node(node):
        under_not = isinstance(inner, Not)
        if not (decides or under_not):
            continue
        searched = every_node(inner.part) if isinstance(inner, Not) else (inner,)
        for part in searched:
            if isinstance(part, Exists):
                yield part, Message.of("agreement.condition-absence", table=part.table)


def _outside_list(fact: str, table: str) -> Message:
    return Message.of("agreement.condition-row-outside-list", fact=fact, table=table)
