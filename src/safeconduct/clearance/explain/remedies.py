"""What is not known, said to the person who can supply it."""

from __future__ import annotations

from safeconduct.basics import Lang, text
from safeconduct.clearance.explain.words import named, table_name
from safeconduct.clearance.missing.needs import Need, who_can_supply
from safeconduct.clearance.rows import UnknownKind
from safeconduct.facts.describe import code_label

MOST_LINES = 8
"""So many rows are named; a caseworker who mends them sees the others on the next run."""


def remedy_of(need: Need, lang: Lang, lines: tuple[int, ...] = ()) -> str:
    """What is not known, in a sentence.

    Args:
        need: what is not known.
        lang: the language.
        lines: the rows in which it is not known, where they are several.
    """
    named_lines = ", ".join(str(line) for line in lines[:MOST_LINES]) or str(need.line)
    table = table_name(need.table, lang)
    facts = ", ".join(named(f"{need.table}.{column}", lang) for column in need.columns)
    return text(_code(need), lang).format(
        table=table,
        facts=facts,
        line=named_lines if len(lines) <= MOST_LINES else f"{named_lines}, …",
        register=code_label(need.register, lang),
        kind=code_label(need.of, lang),
    )


def _code(need: Need) -> str:
    if need.columns == ("verification",) and need.kind is not UnknownKind.CONTRADICTORY:
        return f"clearance.need-order-{need.of}"
    if need.outside:
        return "clearance.need-attested"
    if need.register and need.kind is UnknownKind.CONTRADICTORY:
        return "clearance.need-found-more"
    if need.register:
        return "clearance.need-search"
    if need.kind is UnknownKind.PENDING:
        return "clearance.need-pending"
    if need.kind is UnknownKind.CONTRADICTORY:
        return "clearance.need-contradictory"
    if need.table in {"transfers", "places", "persons"}:
        return "clearance.need-fact"
    if need.line:
        return "clearance.need-cell"
    return "clearance.need-row-of-kind" if need.of else "clearance.need-row"


def who_says(need: Need, lang: Lang) -> str:
    """The offices that can supply it, in a few words."""
    kinds = [code_label(kind, lang) for kind in who_can_supply(need)]
    return text("clearance.or", lang).join(kinds)
