"""Three-valued SQL: strong Kleene over rows, where SQL's own aggregates would lose the unknown.

``AND``, ``OR`` and ``NOT`` are Kleene in SQL. What is not: ``bool_or`` ignores NULL, ``NOT EXISTS``
turns it into true, ``list_contains`` into false, and ``IN`` over a join depends on what the other
rows hold. A question on many rows is therefore asked by two counts: of the rows for which the
predicate is true, and of those for which it is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence


def count_true(predicate: str) -> str:
    """How many rows of a group satisfy the predicate."""
    return f"count(*) FILTER (({predicate}) IS TRUE)"


def count_unknown(predicate: str) -> str:
    """For how many rows of a group the predicate is unknown."""
    return f"count(*) FILTER (({predicate}) IS NULL)"


def some(true: str, unknown: str) -> str:
    """Whether the predicate holds for some row, given the two counts of a list known as whole."""
    return (
        f"CASE WHEN coalesce({true}, 0) > 0 THEN TRUE "
        f"WHEN coalesce({unknown}, 0) > 0 THEN NULL ELSE FALSE END"
    )


def some_recorded(rows: str, true: str, unknown: str) -> str:
    """As ``some``, for a list that nobody closed: with no row at all, the answer is unknown."""
    return (
        f"CASE WHEN coalesce({true}, 0) > 0 THEN TRUE "
        f"WHEN coalesce({unknown}, 0) > 0 OR coalesce({rows}, 0) = 0 THEN NULL ELSE FALSE END"
    )


def member(items: str, item: str) -> str:
    """Whether a list has the item; unknown where the list, the item or an element is."""
    equal = f"len(list_filter({items}, lambda e: (e = {item}) IS TRUE))"
    blank = f"len(list_filter({items}, lambda e: e IS NULL))"
    return (
        f"CASE WHEN {items} IS NULL OR {item} IS NULL THEN NULL "
        f"WHEN {equal} > 0 THEN TRUE WHEN {blank} > 0 THEN NULL ELSE FALSE END"
    )


def known_true(predicate: str) -> str:
    """True where the predicate is; unknown otherwise, never false."""
    return f"CASE WHEN ({predicate}) IS TRUE THEN TRUE END"


def all_of(parts: Sequence[str]) -> str:
    """Kleene conjunction; true of nothing."""
    return "(" + " AND ".join(parts or ("TRUE",)) + ")"


def any_of(parts: Sequence[str]) -> str:
    """Kleene disjunction; false of nothing."""
    return "(" + " OR ".join(parts or ("FALSE",)) + ")"
