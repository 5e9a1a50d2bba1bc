"""Loading a table: the ending of its name tells the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.basics import system_reason
from safeconduct.tables.delimited import load_csv
from safeconduct.tables.parquet import load_parquet
from safeconduct.tables.shapes import Shape
from safeconduct.tables.spreadsheet import load_xlsx
from safeconduct.tables.table import Table, wrong_file

if TYPE_CHECKING:
    import duckdb

    Loader = Callable[[duckdb.DuckDBPyConnection, Path, Shape], Table]

FORMATS: Mapping[str, Loader] = {
    ".csv": load_csv,
    ".xlsx": load_xlsx,
    ".parquet": load_parquet,
}
"""The formats, by the ending of the file's name."""


def load(connection: duckdb.DuckDBPyConnection, file: Path, shape: Shape) -> Table:
    """Load a table into the session.

    Args:
        connection: the session.
        file: a CSV, XLSX or Parquet file.
        shape: the columns that it has or may have.

    Raises:
        WrongInput: if the file as a whole cannot be read. Rows that cannot be read alone are
            listed in the table's ``refused``.
    """
    loader = FORMATS.get(file.suffix.lower())
    if loader is None:
        raise wrong_file(file, "tables.ending", ending=file.suffix or file.name)
    try:
        if file.stat().st_size == 0:
            raise wrong_file(file, "tables.file-empty")
        return loader(connection, file, shape)
    except FileNotFoundError as missing:
        raise wrong_file(file, "tables.file-missing") from missing
    except OSError as bad:
        raise wrong_file(file, "tables.file-unreadable", reason=system_reason(bad)) from bad
