"""Sections of a page: a heading and the rows of one declared table below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safeconduct.casework.columns import table_of
from safeconduct.casework.row import KeptRow
from safeconduct.facts import Column, Table, Unit, column_label, table_label
from safeconduct.web.cells import HIDDEN, Cell, Names, cell_of
from safeconduct.web.language import current


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    Attributes:
        anchor: identifier within the page.
        title: heading, in the language of the page.
        headings: of the columns.
        rows: the cells, row by row.
        lead: a sentence before the table.
        download: address of the same table as a workbook; empty for none.
    """

    anchor: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lead: str = ""
    download: str = ""


def section_of(
    name: str, rows: Sequence[KeptRow], names: Names, columns: Sequence[str] = (), *,
    title: str = "", lead: str = "", download: bool = True,
) -> Section:  # fmt: skip
    """The rows of a declared table as a section.

    Args:
        name: the table.
        rows: its rows.
        names: what keys are called.
        columns: the columns to show, in order; those that any row fills unless told.
        title: heading; the table's own name unless told.
        lead: a sentence before the table.
        download: whether the table can be taken home as a workbook.
    """
    table = table_of(name)
    shown = [column for column in (table.column(c) for c in columns) if column is not None]
    if not shown:
        shown = [c for c in table.columns if _is_filled(c.name, rows) and c.name not in HIDDEN]
    return Section(
        anchor=name.replace("_", "-"),
        title=title or table_label(table, current()),
        headings=tuple(_heading(table, column) for column in shown),
        rows=tuple(tuple(cell_of(row, column, names) for column in shown) for row in rows),
        lead=lead,
        download=f"?download={name}" if download and rows else "",
    )


def _heading(table: Table, column: Column) -> str:
    label = column_label(table, column, current())
    # An amount is shown in its currency, whatever unit it is kept in.
    return label.partition(",")[0] if column.unit is Unit.MINOR_UNITS else label


def _is_filled(column: str, rows: Sequence[KeptRow]) -> bool:
    return any(row.values.get(column) not in {None, "", ()} for row in rows)


def title_of(table: Table) -> str:
    """The table's name in the language of the page."""
    return table_label(table, current())
