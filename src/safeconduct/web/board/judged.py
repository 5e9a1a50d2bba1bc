"""What the gate finds of the people on a manifest, as far as it is open to who reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from safeconduct.agreement import Agreement, Condition
from safeconduct.agreement.vocabulary.walk import every_fact, every_node
from safeconduct.basics import WrongInput
from safeconduct.casework.clearing import ask_gate
from safeconduct.casework.ports import View
from safeconduct.clearance import Asked, Clearing, answer


@dataclass(frozen=True, slots=True)
class Judged:
    """The gate's answer, with the question that it answers."""

    asked: Asked
    clearing: Clearing


def judge(view: View, terms: Agreement, persons: list[str], now: datetime) -> Judged | None:
    """What the gate finds of the persons; None where nobody of them is registered."""
    try:
        asked = ask_gate(view, terms, persons, now)
    except WrongInput:
        return None
    return Judged(asked, answer(asked))


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
