"""What tables, columns and codes are called, in the languages of the catalogues."""

from __future__ import annotations

from safeconduct.basics import Lang, text
from safeconduct.facts.table import DAY_SUFFIX, STATE_SUFFIX, Column, Table

_SHARED = "facts.every-row-"


def table_label(table: Table, lang: Lang) -> str:
    """The table's heading."""
    return text(_code(table.name), lang)


def table_explained(table: Table, lang: Lang) -> str:
    """What the table is for, in a sentence."""
    return text(f"{_code(table.name)}.explained", lang)


def column_label(table: Table, column: Column, lang: Lang) -> str:
    """The column's heading. A derived day or State is called as what it derives from."""
    return _column_text(table, column, lang, "")


def column_explained(table: Table, column: Column, lang: Lang) -> str:
    """What to fill in, in a sentence."""
    return _column_text(table, column, lang, ".explained")


def code_label(code: str, lang: Lang) -> str:
    """What a code means; the code itself where the list is not the product's, e.g. ISO codes."""
    return text(f"facts.code-{code}", lang, default=code)


def _column_text(table: Table, column: Column, lang: Lang, part: str) -> str:
    name = column.name
    if column.derived:
        name = name.removesuffix(DAY_SUFFIX).removesuffix(STATE_SUFFIX)
    own = text(f"{_code(table.name)}-{_hyphens(name)}{part}", lang, default="")
    return own or text(f"{_SHARED}{_hyphens(name)}{part}", lang)


def _code(name: str) -> str:
    return f"facts.{_hyphens(name)}"


def _hyphens(name: str) -> str:
    return name.replace("_", "-")
