"""The workbook that a caseworker fills in: one sheet a table, columns explained in it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from safeconduct.basics import Lang, text
from safeconduct.facts.catalogue import TABLES
from safeconduct.facts.describe import (
    code_label,
    column_explained,
    column_label,
    table_explained,
    table_label,
)
from safeconduct.facts.kinds import FactType
from safeconduct.facts.table import Column, Table

ENGLISH, SPANISH = Lang("en"), Lang("es")
GUIDE_SHEET = "guide"
ROWS_TO_FILL = 500
LONGEST_LIST = 250
"""A list of choices longer than this does not fit into a cell's own list in a workbook."""

_HEADING = PatternFill("solid", start_color="E8EEF4")


def write_template(path: Path) -> None:
    """Write an empty workbook: a guide in English and Spanish, then a sheet for each table."""
    workbook = Workbook()
    guide = workbook.worksheets[0]
    guide.title = GUIDE_SHEET
    _write_guide(guide)
    for table in TABLES.values():
        _write_sheet(workbook.create_sheet(table.name), table)
    workbook.save(path)


def _write_guide(sheet: Worksheet) -> None:
    sheet.append([text(f"facts.guide-{part}", ENGLISH) for part in _GUIDE])
    for table in TABLES.values():
        sheet.append(
            [
                table.name, "", table_label(table, ENGLISH), table_explained(table, ENGLISH),
                table_label(table, SPANISH), table_explained(table, SPANISH), "", "",
            ]
        )  # fmt: skip
        for column in table.written_columns:
            sheet.append(_guide_row(table, column))
    _style_heading(sheet)
    for letter, width in zip("ABCDEFGH", (18, 22, 26, 70, 26, 70, 40, 28), strict=True):
        sheet.column_dimensions[letter].width = width


_GUIDE = (
    "table", "column", "label-en", "explained-en", "label-es", "explained-es", "codes", "article",
)  # fmt: skip


def _guide_row(table: Table, column: Column) -> list[str]:
    codes = "; ".join(
        f"{code} = {code_label(code, ENGLISH)} / {code_label(code, SPANISH)}"
        for code in column.codes
    )
    return [
        table.name, column.name, column_label(table, column, ENGLISH),
        column_explained(table, column, ENGLISH), column_label(table, column, SPANISH),
        column_explained(table, column, SPANISH), codes, column.article,
    ]  # fmt: skip


def _write_sheet(sheet: Worksheet, table: Table) -> None:
    sheet.append([column.name for column in table.written_columns])
    _style_heading(sheet)
    for number, column in enumerate(table.written_columns, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = max(14, len(column.name) + 4)
        choices = _choices(column)
        if 0 < len(choices) <= LONGEST_LIST:
            validation = DataValidation("list", formula1=f'"{choices}"', allow_blank=True)
            validation.add(f"{letter}2:{letter}{ROWS_TO_FILL}")
            sheet.add_data_validation(validation)


def _choices(column: Column) -> str:
    if column.type is FactType.BOOLEAN:
        return "yes,no,pending"
    if column.type is FactType.CODE and column.codes:
        return ",".join((*column.codes, "pending"))
    return ""


def _style_heading(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = _HEADING
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
