"""Bundles of the tests as folders of Parquet files, typed as the page on bundles says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from safeconduct.basics import Message
from safeconduct.clearance.bulk import seal_folder
from safeconduct.clearance.bulk.raw import file_columns
from safeconduct.clearance.bundle.cells import parse_cell
from safeconduct.facts import DAY_SUFFIX, TABLES, Column, FactType
from tests.clearance.bundles import Cells

TYPES = {
    FactType.BOOLEAN: pa.bool_(),
    FactType.INTEGER: pa.int64(),
    FactType.DATE: pa.date32(),
    FactType.INSTANT: pa.timestamp("us"),
    FactType.CODES: pa.list_(pa.string()),
}
SEALED_AT = datetime(2017, 3, 14, 12, 0, tzinfo=UTC)


def write_parquet(folder: Path, tables: Mapping[str, Iterable[Cells]]) -> Path:
    """Write the tables, and the contents that account for them."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        written = list(rows)
        if written or name not in TABLES:
            pq.write_table(_table(name, written), folder / f"{name}.parquet")
    seal_folder(folder, SEALED_AT)
    return folder


def _table(name: str, rows: list[Cells]) -> pa.Table:
    if name not in TABLES:
        return pa.table({"any": [1]})
    columns = {}
    for column in file_columns(TABLES[name]):
        values = [_value(column, row) for row in rows]
        columns[column.name] = pa.array(values, TYPES.get(column.type, pa.string()))
    strangers = {heading for row in rows for heading in row} - columns.keys()
    columns |= {one: pa.array([row.get(one) for row in rows]) for one in strangers}
    return pa.table(columns)


def _value(column: Column, row: Cells) -> object:
    """The value of a cell; a text that its type can hold is left as it is, right or wrong."""
    of_day = column.derived and column.name.endswith(DAY_SUFFIX)
    text = row.get(column.name.removesuffix(DAY_SUFFIX) if of_day else column.name, "")
    if not text:
        return None
    if of_day:
        return date.fromisoformat(text[:10])
    if column.type not in TYPES:
        return text
    parsed = parse_cell(column, text)
    if isinstance(parsed, Message):
        raise TypeError(f"no {column.type}: {text}")
    value = parsed.values[column.name]
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value
