"""Time zones as two small tables, so that instants and clock times meet in one place only.

Python's ``zoneinfo`` says when a zone changes its offset; the bulk path joins these tables.
DuckDB's own zones are never asked: the two differ on a clock time that exists twice.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_NEVER = 2**62
# No zone on record has changed its offset twice within half a day.
_STRIDE = timedelta(hours=12)

ASSUMED_ZONE = "UTC"
"""What offsets are converted to where no zone is known; a finding says so."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Which IANA time zone the days of a place begin and end in.

    The zone of a place named here binds; a row's own ``zone`` is used for other places; then the
    default. Where none is known, a clock time is taken as written and an offset counts from UTC,
    and a finding says so.

    Attributes:
        by_place: zones by place, as an agreement states them.
        default: zone of every place without one.
    """

    by_place: Mapping[str, str] = field(default_factory=dict)
    default: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_place", MappingProxyType(dict(self.by_place)))


def is_zone(name: str) -> bool:
    """Whether the name is an IANA time zone, e.g. ``Europe/Amsterdam``."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class OffsetSpan:
    """A stretch of time in which a zone keeps one offset; it lasts to the next one's start."""

    start: datetime
    offset: timedelta


def offset_spans(zone: str, first: datetime, last: datetime) -> Iterator[OffsetSpan]:
    """The spans of a zone's offsets between two instants, the first one from its beginning."""
    rules = ZoneInfo(zone)
    at, offset = first, _offset(rules, first)
    yield OffsetSpan(first, offset)
    while at < last:
        ahead = at + _STRIDE
        if _offset(rules, ahead) != offset:
            change = _change(rules, at, ahead)
            offset = _offset(rules, change)
            yield OffsetSpan(change, offset)
        at = ahead


def _offset(rules: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(rules).utcoffset() or timedelta()


def _change(rules: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second after ``before`` that has the offset of ``after``."""
    known = _offset(rules, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset(rules, middle) == known:
            before = middle
        else:
            after = middle
    return after


@dataclass(frozen=True, slots=True)
class ZoneTables:
    """Names of the two relations. A row is good from ``from_us`` up to, and without, ``to_us``.

    Attributes:
        instants: ``zone, from_us, to_us, offset_us``: the offset between two instants.
        walls: ``zone, from_us, to_us, kind, earliest_us, latest_us``: how clock readings, taken as
            if they were UTC, become instants. ``kind`` is ``exact``,
            ``twice`` or ``never``; subtract ``earliest_us`` for the earliest instant that the
            reading may mean and ``latest_us`` for the latest.
    """

    instants: str
    walls: str


def load_zones(
    connection: duckdb.DuckDBPyConnection, zones: Iterator[str], first_year: int, last_year: int
) -> ZoneTables:
    """Write the offsets of the zones in the years to two tables of the session."""
    first = datetime(first_year, 1, 1, tzinfo=UTC)
    last = datetime(last_year + 1, 1, 1, tzinfo=UTC)
    tables = ZoneTables(fresh("zone_instants"), fresh("zone_walls"))
    span = "zone VARCHAR, from_us BIGINT, to_us BIGINT"
    reading = "kind VARCHAR, earliest_us BIGINT, latest_us BIGINT"
    connection.execute(f"CREATE TABLE {tables.instants} ({span}, offset_us BIGINT)")
    connection.execute(f"CREATE TABLE {tables.walls} ({span}, {reading})")
    for zone in zones:
        spans = list(offset_spans(zone, first, last))
        instants = [(_us(span.start - _EPOCH), _us(span.offset)) for span in spans]
        _insert(connection, tables.instants, zone, instants)
        _insert(connection, tables.walls, zone, list(_walls(spans)))
    return tables


def _insert(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    zone: str,
    rows: Sequence[tuple[int, *tuple[str | int, ...]]],
) -> None:
    """Insert rows that begin with ``from_us``; each lasts to the beginning of the next."""
    ends = [*(row[0] for row in rows[1:]), _NEVER]
    written = ", ".join(
        f"({', '.join(literal(cell) for cell in (zone, first, end, *rest))})"
        for (first, *rest), end in zip(rows, ends, strict=True)
    )
    connection.execute(f"INSERT INTO {relation} VALUES {written}")


def _walls(spans: list[OffsetSpan]) -> Iterator[tuple[int, str, int, int]]:
    """The clock readings of a zone, cut where they begin to exist, exist twice or not at all."""
    head = spans[0]
    yield _us(head.start - _EPOCH + head.offset), "exact", _us(head.offset), _us(head.offset)
    for before, after in pairwise(spans):
        change = after.start - _EPOCH
        old, new = _us(before.offset), _us(after.offset)
        kind = "never" if after.offset > before.offset else "twice"
        # The greater offset gives the earlier instant of a reading.
        yield _us(change) + min(old, new), kind, max(old, new), min(old, new)
        yield _us(change) + max(old, new), "exact", new, new


def _us(span: timedelta) -> int:
    return span // _MICROSECOND
