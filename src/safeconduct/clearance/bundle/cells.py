"""Cells: a text becomes a value of its column's type, or a sentence that says why not.

Nothing is guessed: a time without an offset is no moment, ``1/2/2025`` is no day, and a code that
is not on the list is not taken for its neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from babel import Locale

from safeconduct.basics import Jurisdiction, Message
from safeconduct.clearance.rows import Cell, UnknownKind
from safeconduct.facts import DAY_SUFFIX, STATE_SUFFIX, Column, FactType
from safeconduct.facts.fictitious import FICTITIOUS

PENDING = "pending"
FIRST_YEAR, LAST_YEAR = 1800, 2999
LONGEST_TEXT = 4000
LARGEST_NUMBER = 999_999_999

_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)
"""No clock on earth is set outside these; another offset would move a day at will."""

_NOT_STATES = frozenset({"EU", "EZ", "UN"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cell that could be read.

    Attributes:
        values: the column's value, and the day or State derived from it.
        unknown: for a cell that says so, why there is no value.
    """

    values: dict[str, Cell]
    unknown: UnknownKind | None = None


def parse_cell(column: Column, text: str) -> Parsed | Message:
    """Read the text of a cell that is not blank."""
    if text == PENDING and not column.required:
        return Parsed({column.name: None}, UnknownKind.PENDING)
    if len(text) > LONGEST_TEXT:
        return Message.of("clearance.cell-too-long", limit=LONGEST_TEXT)
    match column.type:
        case FactType.INSTANT:
            return _instant(column.name, text)
        case FactType.JURISDICTION:
            return _jurisdiction(column.name, text)
        case _:
            value = _plain(column, text)
            return value if isinstance(value, Message) else Parsed({column.name: value})


def _plain(column: Column, text: str) -> Cell | Message:
    match column.type:
        case FactType.BOOLEAN:
            known = _YES_NO.get(text.lower())
            return Message.of("clearance.cell-not-yes-or-no", text=text) if known is None else known
        case FactType.INTEGER:
            return _integer(text)
        case FactType.DATE:
            return _day(text)
        case FactType.CODE:
            return _code(column.codes, text)
        case FactType.CODES:
            return _codes(column.codes, text)
        case _:
            return text


def _integer(text: str) -> int | Message:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        return Message.of("clearance.cell-not-a-number", text=text, limit=LARGEST_NUMBER)
    return int(text)


def _day(text: str) -> date | Message:
    if not _DAY.fullmatch(text):
        return Message.of("clearance.cell-not-a-day", text=text)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Message.of("clearance.cell-no-such-day", text=text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return Message.of("clearance.cell-no-such-day", text=text)
    return day


def _code(codes: tuple[str, ...], text: str) -> str | Message:
    if codes and text not in codes:
        return Message.of("clearance.cell-not-a-code", text=text, allowed=", ".join(codes))
    return text


def _codes(codes: tuple[str, ...], text: str) -> tuple[str, ...] | Message:
    parts = tuple(part.strip() for part in text.split(";") if part.strip())
    wrong = next((part for part in parts if codes and part not in codes), None)
    if wrong is not None:
        return Message.of("clearance.cell-not-a-code", text=wrong, allowed=", ".join(codes))
    return parts


def _instant(name: str, text: str) -> Parsed | Message:
    match = _INSTANT.fullmatch(text)
    if match is None:
        return Message.of("clearance.cell-not-an-instant", text=text)
    if match[3] is None:
        return Message.of("clearance.cell-without-offset", text=text)
    try:
        written = datetime.fromisoformat(text)
        moment = written.astimezone(UTC)
    except (ValueError, OverflowError):
        return Message.of("clearance.cell-no-such-moment", text=text)
    offset = written.utcoffset() or timedelta()
    if not FIRST_YEAR <= moment.year <= LAST_YEAR or not _WEST <= offset <= _EAST:
        return Message.of("clearance.cell-no-such-moment", text=text)
    return Parsed({name: moment, name + DAY_SUFFIX: written.date()})


def _jurisdiction(name: str, text: str) -> Parsed | Message:
    if not is_jurisdiction(text):
        return Message.of("clearance.cell-no-jurisdiction", text=text)
    return Parsed({name: text, name + STATE_SUFFIX: Jurisdiction(text).state})


def is_jurisdiction(text: str) -> bool:
    """Whether the text is the code of a State, or of a part of one."""
    try:
        return is_state(Jurisdiction(text).state)
    except ValueError:
        return False


def is_state(code: str) -> bool:
    """Whether the code is one of ISO 3166-1, ``XK``, or one for fictitious States."""
    return code in states()


@cache
def states() -> frozenset[str]:
    """The codes of States."""
    codes = (str(code) for code in Locale("en").territories)
    listed = frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code))
    return (listed | FICTITIOUS) - _NOT_STATES
