"""Why a predicate is false for a case: what should be, and what is on record."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.agreement import Predicate
from safeconduct.agreement.vocabulary import (
    All,
    AnyOf,
    Every,
    Exists,
    NoneOpen,
    NoOrderStands,
    Not,
    Unless,
)
from safeconduct.agreement.vocabulary.walk import facts_of, parts_of
from safeconduct.basics import Lang, text
from safeconduct.clearance.compiling import closure_of
from safeconduct.clearance.explain.sentences import sentence_of
from safeconduct.clearance.explain.words import fact_name, table_name, value_name, value_of
from safeconduct.clearance.operators.no_order_stands import stops
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case
from safeconduct.facts.describe import code_label

MOST_ROWS = 5
"""So many rows are told of one by one; of the others, how many there are."""

_OWN = {"persons": "person", "transfers": "transfer", "places": "place"}


def failures(node: Predicate, case: Case, row: Row, lang: Lang) -> Iterator[str]:
    """A sentence for each part that makes the predicate false; none where it is not false."""
    if closure_of(node)(case, row, []) is not False:
        return
    match node:
        case All() | AnyOf() | Unless():
            for part in parts_of(node):
                yield from failures(part, case, row, lang)
        case Not(part):
            code = text("clearance.fails-not", lang)
            yield code.format(that=sentence_of(part, lang))
        case Exists():
            yield from _rows_that_fail(node, case, lang)
        case NoneOpen(table, where):
            yield from _rows_open(table, where, case, lang)
        case Every(table, that):
            yield from _rows_open(table, Not(that), case, lang)
        case NoOrderStands():
            yield from _orders(node, case, lang)
        case _:
            yield _leaf(node, case, row, lang)


def _leaf(node: Predicate, case: Case, row: Row, lang: Lang) -> str:
    found = []
    for fact in facts_of(node):
        source: Row = getattr(case, _OWN[fact.table]) if fact.table in _OWN else row
        value = value_of(fact, source.values.get(fact.column), lang)
        found.append(
            text("clearance.on-record", lang).format(fact=fact_name(fact, lang), value=value)
        )
    said = text("clearance.fails-leaf", lang)
    return said.format(that=sentence_of(node, lang), found="; ".join(found))


def _rows_that_fail(node: Exists, case: Case, lang: Lang) -> Iterator[str]:
    of = None if node.of is None else closure_of(node.of)
    rows = case.tables.get(node.table, ())
    spoken_of = [row for row in rows if of is None or of(case, row, []) is True]
    for row in spoken_of[:MOST_ROWS]:
        reasons = "; ".join(failures(node.that, case, row, lang))
        said = text("clearance.fails-row", lang)
        yield said.format(table=table_name(node.table, lang), line=row.line, reasons=reasons)
    yield from _and_more(len(spoken_of), lang)


def _rows_open(table: str, where: Predicate, case: Case, lang: Lang) -> Iterator[str]:
    asked = closure_of(where)
    found = [row for row in case.tables.get(table, ()) if asked(case, row, []) is True]
    for row in found[:MOST_ROWS]:
        said = text("clearance.fails-open", lang)
        yield said.format(
            table=table_name(table, lang), line=row.line, that=sentence_of(where, lang)
        )
    yield from _and_more(len(found), lang)


def _orders(node: NoOrderStands, case: Case, lang: Lang) -> Iterator[str]:
    kinds = frozenset(node.kinds)
    standing = [order.row for order in case.orders if stops(order, kinds) is True]
    for row in standing[:MOST_ROWS]:
        said = text("clearance.fails-order", lang)
        yield said.format(
            kind=code_label(row.text("kind"), lang),
            order=row.text("order"),
            office=row.text("issued_by") or text("clearance.nobody-recorded", lang),
            issued=value_name(row.values.get("issued_at"), lang),
        )
    yield from _and_more(len(standing), lang)


def _and_more(number: int, lang: Lang) -> Iterator[str]:
    if number > MOST_ROWS:
        yield text("clearance.and-more", lang).format(count=number - MOST_ROWS)
