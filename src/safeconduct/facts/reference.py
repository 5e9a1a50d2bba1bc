"""The reference pages of the facts and of the case bundle, written from the declarations.

``python -m safeconduct.facts.reference docs/reference`` writes them anew; a test compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

from safeconduct.basics import ENGLISH, Lang
from safeconduct.facts.catalogue import TABLES
from safeconduct.facts.describe import (
    column_explained,
    column_label,
    table_explained,
    table_label,
)
from safeconduct.facts.kinds import FactType
from safeconduct.facts.schema import FORMS
from safeconduct.facts.sql import SQL_TYPES
from safeconduct.facts.table import Column, GroundTable, Table

_SPANISH = Lang("es")

_FACTS_HEAD = """# Facts

Every fact that the product can know, declared once in `src/safeconduct/facts`. The case bundle,
the workbook template, the SQL columns and this page are made from the declarations.

Every row also carries `recorded_at`, `attested_by` (an office) and `source`. *Attested by* names
the kinds of office that can vouch for a fact. A table that conditions cannot read is kept and
shown, and is a ground of nothing.
"""

_BUNDLE_HEAD = """# The case bundle

A folder with one CSV file for each table (UTF-8, a header row), or one workbook with a sheet for
each. `safeconduct clear --schema` prints this page's content for machines;
`safeconduct clear --template FILE.xlsx` writes an empty workbook with the columns explained.

- A blank cell says that nobody recorded the fact. `pending` says that it was asked and not yet
  answered. Neither is a no.
- Instants carry their offset from UTC: `2025-03-15T17:26-04:00`. A time without one is refused.
- A later row with the same key replaces the earlier one from its `recorded_at` on; `--at` shows
  the version that was known then.
- A later row never takes a fact away from somebody: one that passes to another person, or that says
  something else of an order's kind, reach or end, leaves those whom it concerns undetermined.
- An office counts as what its row says when `attested_by` names a registry, a court or an
  inspectorate that is no part of a sending authority, and that office counts too. Only a registry
  or a court may vouch for itself. An office for which nobody vouches is of no kind: nothing counts
  that hangs on it. The evidence of a finding names the office and who vouches for it.
- `contents` says how many rows each table has. `safeconduct clear CASE --seal` writes it. Without
  it, or where it does not fit, everybody is undetermined: a row may be missing.
- Nothing is absent until somebody looked. `searches` says who looked, where, when, and how many
  entries there were; each must stand in its table.
"""


_PARQUET_HEAD = """## In Parquet

For very many persons a bundle may be a folder of Parquet files, one for each table, with the same
columns. A column may be left out unless a row needs it; `recorded_at` is always needed. An instant
is a `TIMESTAMP` in UTC (or one with a time zone), and beside it stands the day where it was written
down, as a `DATE` under the column's name with `_day`: `served_at`, `served_at_day`. A column of
another type, an instant without its day, or a file that is no Parquet ends the command with the
file and the column. `safeconduct clear FOLDER --seal` writes the contents.
"""


def facts_page() -> str:
    """The page on what each fact is, in English and Spanish."""
    return "\n".join([_FACTS_HEAD, *(_facts_of(table) for table in TABLES.values())])


def bundle_page() -> str:
    """The page on how a case bundle is written."""
    tables = (_columns_of(table) for table in TABLES.values())
    return "\n".join([_BUNDLE_HEAD, *tables, _parquet()])


def _parquet() -> str:
    types = "\n".join(f"| {FORMS[type_]} | `{SQL_TYPES[type_]}` |" for type_ in FactType)
    return f"{_PARQUET_HEAD}\n| form | type |\n|---|---|\n{types}\n"


def _facts_of(table: Table) -> str:
    read = "Conditions read it." if isinstance(table, GroundTable) else "No condition reads it."
    attested = ", ".join(table.attestors) or "any office"
    attested += "".join(
        f"; `{code}` by {', '.join(kinds)} only" for code, kinds in table.attested_by_code.items()
    )
    head = (
        f"## `{table.name}`\n\n{table_label(table, ENGLISH)} · {table_label(table, _SPANISH)}. "
        f"{table_explained(table, ENGLISH)} {read} Attested by: {attested}.\n"
    )
    rows = "\n".join(_fact_row(table, column) for column in table.columns)
    return (
        f"{head}\n| fact | English | Español | type | personal | source |\n"
        f"|---|---|---|---|---|---|\n{rows}\n"
    )


def _fact_row(table: Table, column: Column) -> str:
    unit = f", in {column.unit}" if column.unit else ""
    return (
        f"| `{column.name}` | {column_label(table, column, ENGLISH)} "
        f"| {column_label(table, column, _SPANISH)} | {column.type}{unit} "
        f"| {column.personal} | {column.article} |"
    )


def _columns_of(table: Table) -> str:
    key = f" Its key is `{table.key}`." if table.key else ""
    rows = "\n".join(_column_row(table, column) for column in table.columns)
    return (
        f"## `{table.name}`\n\n{table_explained(table, ENGLISH)}{key}\n\n"
        f"| column | what to fill in | form |\n|---|---|---|\n{rows}\n"
    )


def _column_row(table: Table, column: Column) -> str:
    form = FORMS[column.type]
    if column.codes:
        form = ", ".join(f"`{code}`" for code in column.codes)
    if column.refers_to:
        form = f"key of `{column.refers_to}`"
    required = " Required." if column.required else ""
    return f"| `{column.name}` | {column_explained(table, column, ENGLISH)}{required} | {form} |"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "facts.md").write_text(facts_page(), encoding="utf-8")
    (folder / "case-bundle.md").write_text(bundle_page(), encoding="utf-8")
