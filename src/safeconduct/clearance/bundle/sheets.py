"""A table of a bundle as it stands in its file: headings and texts, nothing understood yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeconduct.basics import Location


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row.

    Attributes:
        line: line of the file, or row of the sheet.
        cells: text by heading; blank cells are left out.
    """

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of a bundle folder, or a sheet of a workbook.

    Attributes:
        table: the table that it holds, by the file's or sheet's name.
        file: the file as the person named it; with the sheet's name where it has several.
        headings: the headings, in order.
        rows: the rows, wholly blank ones left out.
    """

    table: str
    file: str
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]

    def at(self, line: int, column: str = "") -> Location:
        """A place in the sheet."""
        return Location(self.file, line, column or None)
