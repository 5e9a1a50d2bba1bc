"""Three-valued SQL: strong Kleene over rows, where SQL's own aggregates would lose the unknown.

``AND``, ``OR`` and ``NOT`` are Kleene in SQL. What is not: ``bool_or`` ignores NULL, ``NOT EXISTS``
turns it into true, ``list_contains`` into false, and ``IN`` over a join depends on what the other
rows hold. A question on many rows is therefore asked by two numbers: one that is above zero where
the predicate is true for some row, and one where it is unknown for some row. They are two counts;
or, where many questions are put to one list, two bits of a mask that is OR-ed over the rows, which
says the same in one pass.
"""

from __future__ import annotations

from collections.abc import Sequence


def count_true(predicate: str) -> str:
    """How many rows of a group satisfy the predicate."""
    return f"count(*) FILTER (({predicate}) IS TRUE)"


def count_unknown(predicate: str) -> str:
    """For how many rows of a group the predicate is unknown."""
    return f"count(*) FILTER (({predicate}) IS NULL)"


def flags(predicate: str, place: int) -> str:
    """A row's two bits for a predicate: the lower one for true, the upper one for unknown.

    Args:
        predicate: the question.
        place: which question of the mask it is, from 0; a mask of 62 bits holds 31.
    """
    true, unknown = 1 << (2 * place), 2 << (2 * place)
    return f"CASE WHEN {predicate} THEN {true} WHEN ({predicate}) IS NULL THEN {unknown} ELSE 0 END"


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
