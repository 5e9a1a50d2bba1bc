"""What tables, columns and codes are called, in the languages of the catalogues."""

from __future__ import annotations

from safeconduct.basics import Lang, text
from safeconduct.facts.table import DAY_SUFFIX, STATE_SUFFIX, Column, Table


def table_label(table: Table, lang: Lang) -> str:
    """The table's heading."""
    return text(f"facts.table-{_hyphens(table.name)}", lang)


def table_explained(table: Table, lang: Lang) -> str:
    """What the table is for, in a sentence."""
    return text(f"facts.about-table-{_hyphens(table.name)}", lang)


def column_label(table: Table, column: Column, lang: Lang) -> str:
    """The column's heading. A derived day or State is called as what it derives from."""
    own, shared = _names(table, column)
    return text(f"facts.fact-{own}", lang, default="") or text(f"facts.fact-{shared}", lang)


def column_explained(table: Table, column: Column, lang: Lang) -> str:
    """What to fill in, in a sentence; empty where the heading says it."""
    own, shared = _names(table, column)
    said = text(f"facts.about-fact-{own}", lang, default="")
    return said or text(f"facts.about-fact-{shared}", lang, default="")


def code_label(code: str, lang: Lang) -> str:
    """What a code means; the code itself where the list is not the product's, e.g. ISO codes."""
    return text(f"facts.code-{code}", lang, default=code)


def code_in(column: Column, code: str, lang: Lang) -> str:
    """What a code means in its column, where a list such as ISO/IEC 5218 has bare numbers."""
    return text(f"facts.code-{column.name}-{code}", lang, default="") or code_label(code, lang)


def _names(table: Table, column: Column) -> tuple[str, str]:
    name = column.name
    if column.derived:
        name = name.removesuffix(DAY_SUFFIX).removesuffix(STATE_SUFFIX)
    return _hyphens(f"{table.name}-{name}"), _hyphens(f"every-row-{name}")


def _hyphens(name: str) -> str:
    return name.replace("_", "-")
