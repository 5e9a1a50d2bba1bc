"""Cells of a page's tables: a declared value in words, with the page that it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision
from django.urls import NoReverseMatch, reverse

from safeconduct.casework.row import Cell as Value
from safeconduct.casework.row import KeptRow
from safeconduct.facts import Column, FactType, Unit
from safeconduct.facts.describe import code_in
from safeconduct.web.language import current
from safeconduct.web.shown import shown

PAGES: Mapping[str, str] = {
    "persons": "web:person",
    "transfers": "web:board",
    "manifests": "web:board",
    "places": "web:place",
    "statements": "web:statement",
    "inspections": "web:inspection",
}
"""The page of a row, by the table that a reference names."""

HIDDEN = frozenset({"frozen", "text", "act"})
"""Columns that hold whole documents or signatures; their own pages show them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: what stands in it.
        href: the page that it leads to; empty for none.
        mark: ``met``, ``not-met`` or ``unknown`` for a cell that is a judgement; else empty.
        is_number: whether it is set flush right.
    """

    text: str
    href: str = ""
    mark: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What keys are called for whoever reads: a person's name, where it may be read.

    Attributes:
        agreement: the agreement whose pages references lead to.
        persons: by the person's key, the name.
        linked: the tables whose pages are open to whoever reads.
    """

    agreement: str
    persons: Mapping[str, str] = field(default_factory=dict)
    linked: frozenset[str] = frozenset(PAGES)

    def of(self, table: str, key: str) -> str:
        """The words for a key."""
        name = self.persons.get(key, "") if table == "persons" else ""
        return f"{name} ({key})" if name else key

    def page(self, table: str, key: str) -> str:
        """The page of a key, or nothing."""
        if table not in PAGES.keys() & self.linked or not key:
            return ""
        try:
            return reverse(PAGES[table], args=[self.agreement, key])
        except NoReverseMatch:
            return ""


def cell_of(row: KeptRow, column: Column, names: Names) -> Cell:
    """The cell of a row's column."""
    value = row.values.get(column.name)
    if column.type is FactType.KEY:
        key = value if isinstance(value, str) else row.key
        table = "persons" if column.name == "person" else row.table
        return Cell(names.of(table, key), names.page(table, key))
    if column.type is FactType.REFERENCE and isinstance(value, str):
        table = column.refers_to
        return Cell(names.of(table, value), names.page(table, value))
    if column.unit is Unit.MINOR_UNITS and isinstance(value, int):
        return Cell(_amount(value, row.text("currency")), is_number=True)
    if column.type is FactType.INTEGER:
        return Cell(shown(value), is_number=True)
    return Cell(value_in_words(column, value))


def value_in_words(column: Column, value: Value) -> str:
    """A declared value in the language of the page; codes by what they mean."""
    if column.type is FactType.CODE and isinstance(value, str) and value:
        return code_in(column, value, current())
    if column.type is FactType.CODES and isinstance(value, tuple) and value:
        return ", ".join(code_in(column, code, current()) for code in value)
    if column.type is FactType.BOOLEAN and isinstance(value, bool):
        return code_in(column, "yes" if value else "no", current())
    return shown(value)


def _amount(minor: int, code: str) -> str:
    scale = get_currency_precision(code) if code else 2
    return str(format_currency(Decimal(minor).scaleb(-scale), code or "XXX", locale=current()))
