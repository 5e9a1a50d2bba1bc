"""Headings: each once, every required one there, known ones under their own spelling."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from safeconduct.tables.shapes import Column, Shape
from safeconduct.tables.table import LINE, wrong_file


def read_headings(file: Path, written: Sequence[str], shape: Shape, line: int) -> tuple[str, ...]:
    """The headings as the program knows them, in the order of the file.

    Case and space around a heading do not matter. An unnamed column is named for its position,
    and one named ``line`` gets another name, since every table has a ``line`` of its own.

    Args:
        file: the file, for messages.
        written: the headings as written.
        shape: the columns that the table has or may have.
        line: where the headings stand.

    Raises:
        WrongInput: if a heading occurs twice or a required one is missing.
    """
    names = tuple(_known(text, index, shape) for index, text in enumerate(written, start=1))
    folded = [name.casefold() for name in names]
    for index, name in enumerate(folded):
        if name in folded[:index]:
            raise wrong_file(file, "tables.column-twice", line, name, heading=names[index])
    missing = [column for column in shape if _is_missing(column, names)]
    if missing:
        raise wrong_file(
            file,
            "tables.column-missing",
            line,
            missing[0].name,
            columns=", ".join(column.name for column in missing),
            found=", ".join(names),
            needed=", ".join(column.name for column in shape if column.required),
        )
    return names


def _known(text: str, index: int, shape: Shape) -> str:
    name = text.strip()
    spellings = {spelling for column in shape for spelling in (column.name, column.instead)}
    if name and name.casefold() in spellings:
        return name.casefold()
    if name.casefold() == LINE:
        return f"{name} (2)"
    return name or f"column {index}"


def _is_missing(column: Column, names: Sequence[str]) -> bool:
    return column.required and column.name not in names and column.instead not in names
