"""What can be known of a person, a transfer, a place?  Every fact declared once, and typed."""

from safeconduct.facts.catalogue import GROUNDS, KEPT, TABLES
from safeconduct.facts.describe import column_explained, column_label, table_explained, table_label
from safeconduct.facts.kinds import FactType, OfficeKind, Personal, Unit
from safeconduct.facts.schema import bundle_schema
from safeconduct.facts.sql import SQL_TYPES, create_table
from safeconduct.facts.table import (
    DAY_SUFFIX,
    STATE_SUFFIX,
    Column,
    GroundTable,
    RecordedTable,
    Subject,
    Table,
)
from safeconduct.facts.template import write_template

__all__ = [
    "DAY_SUFFIX",
    "GROUNDS",
    "KEPT",
    "SQL_TYPES",
    "STATE_SUFFIX",
    "TABLES",
    "Column",
    "FactType",
    "GroundTable",
    "OfficeKind",
    "Personal",
    "RecordedTable",
    "Subject",
    "Table",
    "Unit",
    "bundle_schema",
    "column_explained",
    "column_label",
    "create_table",
    "table_explained",
    "table_label",
    "write_template",
]
