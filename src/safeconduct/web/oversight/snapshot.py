"""The offline snapshot: rows, workbooks and the record's checkpoint in one archive."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from safeconduct.casework.columns import table_of
from safeconduct.casework.row import KeptRow
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.note import parse_note
from safeconduct.record.tiles.layout import CHECKPOINT
from safeconduct.store.log_storage import DatabaseLog
from safeconduct.web.cells import HIDDEN
from safeconduct.web.reading import Reader
from safeconduct.web.sections import section_of
from safeconduct.web.workbooks import workbook_of

FORMAT = "safeconduct-inspection-snapshot/1"
INDEX = "snapshot.json"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample, with everything that it takes to draw it again.

    Attributes:
        place: where; empty for every place.
        seed: the seed.
        size: how many were asked for.
        held: how many persons could be drawn.
        persons: who was drawn, in the order of the draw.
    """

    place: str
    seed: str
    size: int
    held: int
    persons: tuple[str, ...]


def packed(
    reading: Reader, rows: Mapping[str, Sequence[KeptRow]], drawn: Drawn | None, now: datetime
) -> tuple[bytes, str]:
    """The archive, and its SHA-256 in hexadecimal digits.

    The checkpoint is the last that the node published: to sign one for an inspection would tell of
    it. A row whose entry is not below ``checkpoint_size`` is verified against a later checkpoint.

    Args:
        reading: whose rights opened the rows.
        rows: the rows, by table.
        drawn: the sample; None where none was drawn.
        now: the moment of the snapshot, aware.
    """
    files = dict(_files(reading, rows))
    published = DatabaseLog().read(CHECKPOINT)
    if published is not None:
        files[CHECKPOINT] = published
    index = {
        "format": FORMAT,
        "agreement": reading.agreement,
        "taken_at": now.isoformat(),
        "taken_by": reading.actor.office_in(reading.agreement),
        "known_at": (reading.view.as_of or now).isoformat(),
        "checkpoint_size": checkpoint_of(parse_note(published).text).size if published else 0,
        "sample": asdict(drawn) if drawn else None,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    content = _archive({INDEX: _json(index), **files}, now)
    return content, hashlib.sha256(content).hexdigest()


def _files(reading: Reader, rows: Mapping[str, Sequence[KeptRow]]) -> Iterator[tuple[str, bytes]]:
    for table, found in rows.items():
        yield f"tables/{table}.json", _json([_plain(row) for row in found])
        columns = [c.name for c in table_of(table).columns if c.name not in HIDDEN]
        book = workbook_of(section_of(table, found, reading.names, columns))
        yield f"tables/{table}.xlsx", book.content


def _plain(row: KeptRow) -> dict[str, object]:
    return {
        "key": row.key,
        "version": row.version,
        "entry": row.entry,
        "happened_at": row.happened_at,
        "recorded_at": row.recorded_at,
        "values": dict(row.values),
    }


def _json(value: object) -> bytes:
    written = json.dumps(value, default=_iso, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{written}\n".encode()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a cell is no {type(value).__name__}")


def _archive(files: Mapping[str, bytes], now: datetime) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            stamped = zipfile.ZipInfo(name, now.timetuple()[:6])
            stamped.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(stamped, data)
    return stream.getvalue()
