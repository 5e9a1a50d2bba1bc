"""How do files come in?  CSV, XLSX and Parquet; what cannot be read, with line and column."""

from safeconduct.tables.loading import load
from safeconduct.tables.shapes import (
    ABSENCES,
    BOOKINGS,
    LIMITS,
    PLACE_NAMES,
    STATED_BOOKINGS,
    Column,
    Kind,
    Shape,
    population,
)
from safeconduct.tables.table import Table, reading

__all__ = [
    "ABSENCES",
    "BOOKINGS",
    "LIMITS",
    "PLACE_NAMES",
    "STATED_BOOKINGS",
    "Column",
    "Kind",
    "Shape",
    "Table",
    "load",
    "population",
    "reading",
]
