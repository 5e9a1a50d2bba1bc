"""Merged ranges of a sheet, which openpyxl does not tell while it reads row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from openpyxl.utils.cell import range_boundaries

Range = tuple[int, int, int, int]
"""First column, first row, last column, last row."""

# A less-than sign stands in XML text only where an element begins.
_ELEMENT = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_CHUNK = 2**20
_LONGEST_ELEMENT = 256


def merged_ranges(part: IO[bytes]) -> Iterator[Range]:
    """The merged ranges in the XML of a sheet."""
    kept = b""
    while chunk := part.read(_CHUNK):
        text = kept + chunk
        end = 0
        for found in _ELEMENT.finditer(text):
            end = found.end()
            first_column, first_row, last_column, last_row = range_boundaries(found[1].decode())
            if first_column and first_row and last_column and last_row:
                yield first_column, first_row, last_column, last_row
        kept = text[max(end, len(text) - _LONGEST_ELEMENT) :]


class Merges:
    """The merged columns of each row, asked for in the order of the rows."""

    def __init__(self, ranges: Iterator[Range]) -> None:
        self._ahead = sorted(ranges, key=lambda r: r[1], reverse=True)
        self._open: list[Range] = []

    def columns(self, row: int) -> frozenset[int]:
        """Columns, counted from 1, that a merged range touches in the row."""
        while self._ahead and self._ahead[-1][1] <= row:
            self._open.append(self._ahead.pop())
        self._open = [spread for spread in self._open if spread[3] >= row]
        return frozenset(
            column for first, _, last, _ in self._open for column in range(first, last + 1)
        )
