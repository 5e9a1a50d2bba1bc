"""Rows of text into the session: where CSV and XLSX meet."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa

from safeconduct.engine import fresh, identifier
from safeconduct.tables.table import LINE

if TYPE_CHECKING:
    import duckdb

TextRow = tuple[int, Sequence[str]]
"""The line on which a row stands, and its cells."""

LONGEST_CELL = 10_000
"""Characters. No date, identifier or remark is longer; a forgotten quotation mark is."""

_BATCH = 20_000


def write_text_rows(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], rows: Iterable[TextRow]
) -> str:
    """Write rows to a new table of the session and return its name.

    Args:
        connection: the session.
        names: the headings, without ``line``.
        rows: as many cells each as there are names.
    """
    relation = fresh("table")
    columns = ", ".join(f"{identifier(name)} VARCHAR" for name in names)
    connection.execute(f"CREATE TABLE {relation} ({LINE} BIGINT, {columns})")
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        handed = fresh("handed")
        connection.register(handed, _columns(batch))
        connection.execute(f"INSERT INTO {relation} SELECT * FROM {handed}")
        connection.unregister(handed)
    return relation


def _columns(batch: Sequence[TextRow]) -> pa.Table:
    lines = pa.array([line for line, _ in batch], pa.int64())
    texts = zip(*(cells for _, cells in batch), strict=True)
    arrays = [lines, *(pa.array(text, pa.string()) for text in texts)]
    return pa.table(arrays, names=[str(index) for index in range(len(arrays))])
