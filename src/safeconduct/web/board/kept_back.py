"""Findings that a board keeps back, because they would tell what its reader may not know."""

from __future__ import annotations

from safeconduct.agreement import Condition
from safeconduct.agreement.vocabulary.walk import every_fact, every_node


def tables_read(condition: Condition) -> frozenset[str]:
    """The tables whose facts a condition reads."""
    trees = [tree for tree in (condition.require, condition.applies_when) if tree is not None]
    named = {fact.table for tree in trees for fact in every_fact(tree)}
    for tree in trees:
        named |= {t for n in every_node(tree) if isinstance(t := getattr(n, "table", None), str)}
    return frozenset(named)


PUBLIC_TO_BOTH = frozenset({"persons", "transfers", "places", "offices", "orders", "searches"})
"""Tables that everybody who reads a board may read anyway."""


def is_kept_back(condition: Condition, open_tables: frozenset[str]) -> bool:
    """Whether a finding would tell what the reader may not know, e.g. a claim to protection."""
    return bool(tables_read(condition) - open_tables - PUBLIC_TO_BOTH)
