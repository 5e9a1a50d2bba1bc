"""How a column of any type says when something happened: the text's grammar, in one place.

A moment is a day of the place (``2025-03-01``), a clock time there (``2025-03-01T09:30``) or an
instant (``2025-03-01T09:30+01:00``, ``…Z``). ``24:00`` is the next day's ``00:00``.
"""

from __future__ import annotations

from collections.abc import Mapping

from safeconduct.engine import identifier, literal

_TEXT = (
    r"^(\d{4}-\d{2}-\d{2})"
    r"(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$"
)
_CLOCK = r"(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)|(24:00(:00(\.0+)?)?)"
_OFFSET = r"|Z|[+-](0\d|1[0-4])(:?[0-5]\d)?"

_WRITTEN_TYPES = ("VARCHAR", "NULL", '"NULL"')
CLOCK_TYPES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
INSTANT_TYPES = ("TIMESTAMP WITH TIME ZONE",)

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days outside these years stand for something else (an unknown day, no departure)."""


def can_be_moment(kind: str) -> bool:
    """Whether a column of the DuckDB type can say when something happened."""
    return kind in (*_WRITTEN_TYPES, "DATE", *CLOCK_TYPES, *INSTANT_TYPES)


def is_remote(day: str) -> str:
    """SQL that is true for a stored day that stands for something else."""
    return f"{day} < DATE '{FIRST_YEAR}-01-01' OR {day} > DATE '{LAST_YEAR}-12-31'"


def moment_column(types: Mapping[str, str], name: str) -> str:
    """The column that says it: the named one, or the day that is stored in its place."""
    return name if name in types else name.removesuffix("_at") + "_day"


def cut_moment(column: str, kind: str) -> str:
    """SQL for the parts ``day, clock, offset`` of a column of text; NULL for any other type.

    ``read_moment`` takes them from a column of their own, so that text is cut once.
    """
    if kind not in _WRITTEN_TYPES:
        return "NULL"
    parts = "['day', 'clock', 'offset']"
    return f"regexp_extract(trim({identifier(column)}), {literal(_TEXT)}, {parts})"


def read_moment(column: str, kind: str, part: str) -> str:
    """SQL for a struct that says how the column's value reads.

    Its fields are ``kind`` (``blank | unreadable | impossible | remote | bare | local |
    instant``), ``text`` (as written), ``wall_us`` (day or clock time as written, in microseconds
    since 1970 as if it were UTC) and ``offset_us`` (for an instant, what to subtract).

    Args:
        column: name of the column.
        kind: its DuckDB type, one for which ``can_be_moment`` holds.
        part: name of the column that holds its ``cut_moment``.
    """
    value = identifier(column)
    if kind == "DATE":
        return _checked("bare", value)
    if kind in CLOCK_TYPES:
        return _checked("local", value)
    if kind in INSTANT_TYPES:
        return _checked("instant", f"make_timestamp(epoch_us({value}))")
    return _written(f"trim({value})", part)


def _checked(kind: str, value: str) -> str:
    wall = f"epoch_us({value})"
    known = f"CASE WHEN {value} IS NULL THEN 'blank' ELSE '{kind}' END"
    return (
        f"{{'kind': {_near(known, wall)}, 'text': {value}::VARCHAR,"
        f" 'wall_us': {wall}, 'offset_us': 0::BIGINT}}"
    )


def _near(kind: str, wall: str) -> str:
    """The kind, or ``remote`` for a day outside the years of any register."""
    return (
        f"CASE WHEN {wall} < epoch_us(DATE '{FIRST_YEAR}-01-01')"
        f" OR {wall} >= epoch_us(DATE '{LAST_YEAR + 1}-01-01') THEN 'remote' ELSE {kind} END"
    )


def _written(value: str, part: str) -> str:
    wall = f"(epoch_us(try_cast({part}.day AS DATE)) + {_clock_us(f'{part}.clock')})"
    possible = (
        f"try_cast({part}.day AS DATE) IS NOT NULL"
        f" AND ({part}.clock = '' OR regexp_full_match({part}.clock, {literal(_CLOCK)}))"
        f" AND regexp_full_match({part}.offset, {literal(_OFFSET)})"
    )
    kind = (
        f"CASE WHEN coalesce({value}, '') = '' THEN 'blank'"
        f" WHEN {part}.day = '' THEN 'unreadable'"
        f" WHEN NOT ({possible}) THEN 'impossible'"
        f" WHEN {part}.clock = '' THEN 'bare'"
        f" WHEN {part}.offset = '' THEN 'local' ELSE 'instant' END"
    )
    return (
        f"{{'kind': {_near(kind, wall)}, 'text': {value}, 'wall_us': {wall},"
        f" 'offset_us': {_offset_us(f'{part}.offset')}}}"
    )


def _clock_us(clock: str) -> str:
    hours = f"coalesce(try_cast(substr({clock}, 1, 2) AS BIGINT), 0)"
    minutes = f"coalesce(try_cast(substr({clock}, 4, 2) AS BIGINT), 0)"
    seconds = f"coalesce(try_cast(substr({clock}, 7) AS DECIMAL(18, 6)), 0)"
    return f"({hours} * 3600000000 + {minutes} * 60000000 + ({seconds} * 1000000)::BIGINT)"


def _offset_us(offset: str) -> str:
    hours = f"coalesce(try_cast(substr({offset}, 2, 2) AS BIGINT), 0)"
    minutes = f"coalesce(try_cast(right({offset}, 2) AS BIGINT), 0)"
    return (
        f"CASE WHEN {offset} IN ('', 'Z') THEN 0::BIGINT"
        f" ELSE (CASE WHEN {offset} LIKE '-%' THEN -1 ELSE 1 END)"
        f" * ({hours} * 3600000000"
        f" + CASE WHEN length({offset}) > 3 THEN {minutes} * 60000000 ELSE 0 END) END"
    )
