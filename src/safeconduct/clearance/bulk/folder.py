"""A folder of Parquet files: which table each holds, and whether the contents account for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, digest
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import unknown_table
from safeconduct.clearance.bundle.seal import CONTENTS
from safeconduct.engine import literal
from safeconduct.facts import TABLES

SUFFIX = ".parquet"


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a bundle.

    Attributes:
        path: the folder, as the person named it.
        files: the file of each table that is there.
        digests: SHA-256 of each file.
        strangers: files that hold no table of a bundle.
    """

    path: Path
    files: Mapping[str, Path]
    digests: Mapping[str, str]
    strangers: tuple[Path, ...]

    @property
    def facts_hash(self) -> str:
        """Digest of all files but the contents."""
        held = {table: one for table, one in self.digests.items() if table != CONTENTS}
        return digest(held)

    def at(self, table: str, line: int | None = None, column: str = "") -> Location:
        """A place in the file of a table; the first row is row 1."""
        file = self.files.get(table, self.path / f"{table}{SUFFIX}")
        return Location(str(file), line, column or None)


def is_parquet(case: Path) -> bool:
    """Whether the case is a folder with Parquet files in it."""
    return case.is_dir() and any(path.suffix.lower() == SUFFIX for path in case.iterdir())


def read_folder(path: Path) -> Folder:
    """Find the files.

    Raises:
        WrongInput: where no file holds persons, CSV files stand beside, or one cannot be read.
    """
    inside = sorted(path.iterdir())
    beside = [one for one in inside if one.suffix.lower() == ".csv"]
    if beside:
        raise _wrong("clearance.parquet-beside-csv", beside[0])
    found = [one for one in inside if one.suffix.lower() == SUFFIX]
    files = {one.stem: one for one in found if one.stem in TABLES}
    if "persons" not in files:
        tables = ", ".join(sorted(files)) or "—"
        finding = Finding(
            Message.of("clearance.no-persons", tables=tables), Severity.ERROR, Location(str(path))
        )
        raise WrongInput(finding)
    digests = {table: _digest(file) for table, file in files.items()}
    strangers = tuple(one for one in found if one.stem not in TABLES)
    return Folder(path, MappingProxyType(files), MappingProxyType(digests), strangers)


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        raise _wrong("clearance.parquet-not-readable", file) from None


def _wrong(code: str, file: Path) -> WrongInput:
    return WrongInput(Finding(Message(code, {}), Severity.ERROR, Location(str(file))))


def unknown_files(folder: Folder) -> Iterator[Problem]:
    """Files whose name is no table's: a table that is misspelt would seem to be empty."""
    for file in folder.strangers:
        yield unknown_table(file.stem, str(file))


def seal_folder(path: Path, recorded_at: datetime) -> dict[str, int]:
    """Write ``contents.parquet``: the rows of each table, and the digest of its file.

    Args:
        path: the folder.
        recorded_at: now, aware.

    Returns:
        The number of rows by table.

    Raises:
        WrongInput: where the folder is no bundle, or a file is no Parquet.
    """
    folder = read_folder(path)
    with duckdb.connect() as connection:
        rows = {
            table: rows_in(connection, folder.files[table]) if table in folder.files else 0
            for table in TABLES
            if table != CONTENTS
        }
    contents = pa.table(
        {
            "table": pa.array(rows, pa.string()),
            "rows": pa.array(rows.values(), pa.int64()),
            "sha256": pa.array([folder.digests.get(table) for table in rows], pa.string()),
            "recorded_at": pa.array([recorded_at] * len(rows), pa.timestamp("us", "UTC")),
            "recorded_at_day": pa.array([recorded_at.date()] * len(rows), pa.date32()),
        }
    )
    pq.write_table(contents, path / f"{CONTENTS}{SUFFIX}")
    return rows


def rows_in(connection: duckdb.DuckDBPyConnection, file: Path) -> int:
    """How many rows a file has.

    Raises:
        WrongInput: if it is no Parquet file.
    """
    try:
        query = f"SELECT count(*) FROM read_parquet({literal(str(file))})"  # noqa: S608 - a literal
        found = connection.execute(query).fetchone()
    except duckdb.Error:
        raise _wrong("clearance.parquet-not-readable", file) from None
    return int(found[0]) if found else 0
