"""The schema of a case bundle, as a plain value for ``safeconduct clear --schema --json``."""

from __future__ import annotations

from safeconduct.basics import Lang
from safeconduct.facts.catalogue import TABLES
from safeconduct.facts.describe import (
    column_explained,
    column_label,
    table_explained,
    table_label,
)
from safeconduct.facts.kinds import FactType, Personal
from safeconduct.facts.table import Column, GroundTable, Subject, Table

Plain = dict[str, object]

FORMS = {
    FactType.KEY: "text",
    FactType.TEXT: "text",
    FactType.CODE: "code",
    FactType.CODES: "codes separated by semicolons",
    FactType.BOOLEAN: "yes or no",
    FactType.INTEGER: "whole number",
    FactType.DATE: "YYYY-MM-DD",
    FactType.INSTANT: "YYYY-MM-DDTHH:MM±HH:MM",
    FactType.JURISDICTION: "ISO 3166-1 or 3166-2 code",
    FactType.REFERENCE: "key of another table",
    FactType.PREDICATE: "condition in the vocabulary",
}


def bundle_schema(lang: Lang) -> Plain:
    """Tables and columns, labels and explanations in the language."""
    return {
        "case_bundle": 1,
        "files": "one CSV for each table, or one workbook with a sheet for each",
        "blank": "nobody recorded it",
        "pending": "the word `pending` in a cell says that it was asked and not yet answered",
        "contents": (
            "the table `contents` accounts for the rows of every table that is read, or everybody "
            "is undetermined; `safeconduct clear CASE --seal` writes it"
        ),
        "tables": [_table(table, lang) for table in TABLES.values()],
    }


def _table(table: Table, lang: Lang) -> Plain:
    return {
        "table": table.name,
        "label": table_label(table, lang),
        "explained": table_explained(table, lang),
        "key": table.key or None,
        "rows_of": str(table.subject),
        "read_by_conditions": isinstance(table, GroundTable),
        "registers": list(table.registers),
        "columns": [_column(table, column, lang) for column in table.written_columns],
    }


def _column(table: Table, column: Column, lang: Lang) -> Plain:
    shared = table.subject is Subject.FRAME and column.name in ("attested_by", "source")
    return {
        "column": column.name,
        "type": str(column.type),
        "form": FORMS[column.type],
        "codes": list(column.codes),
        "unit": str(column.unit) or None,
        "required": column.required,
        "refers_to": column.refers_to or None,
        "personal": str(Personal.NO if shared else column.personal),
        "attested_by": [str(kind) for kind in table.may_attest(column)],
        "article": column.article or None,
        "label": column_label(table, column, lang),
        "explained": column_explained(table, column, lang),
    }
