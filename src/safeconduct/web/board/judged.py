"""What the gate finds of the people on a manifest, as far as it is open to who reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from safeconduct.agreement import Agreement, Condition
from safeconduct.agreement.terms_hash import terms_hash
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


KEPT_FOR = timedelta(seconds=30)
"""How long an answer of the gate stands while nothing is stated; clocks run on meanwhile."""

KEPT = 32

_kept: dict[tuple[str, int, str, tuple[str, ...]], Judged] = {}


def judge_once(
    view: View, terms: Agreement, persons: list[str], now: datetime, change: int
) -> Judged | None:
    """As :func:`judge`, or the answer given within half a minute to the same question.

    Args:
        view: what is known now.
        terms: the agreement's terms.
        persons: of whom.
        now: the present instant.
        change: the last change of the agreement's rows; any later one asks anew.
    """
    question = (view.agreement, change, terms_hash(terms), tuple(persons))
    known = _kept.get(question)
    if known is not None and now - known.clearing.computed_at < KEPT_FOR:
        return known
    judged = judge(view, terms, persons, now)
    if judged is not None:
        while len(_kept) >= KEPT:
            _kept.pop(next(iter(_kept)), None)
        _kept[question] = judged
    return judged


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
