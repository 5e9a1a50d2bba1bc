"""What somebody typed into a form, put together as the door to change reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from safeconduct.casework.asking import Field, fields_of
from safeconduct.facts import FactType

DAY_PARTS = ("day", "month", "year")
MOMENT_PARTS = (*DAY_PARTS, "time", "offset")


class Posted(Protocol):
    """The values of a form, several under one name where a question allows several answers."""

    def get(self, name: str, /) -> str | None:
        """The last value under a name."""
        ...

    def getlist(self, name: str) -> list[str]:
        """All values under a name."""
        ...


def typed_in(asked: type, posted: Posted) -> dict[str, object]:
    """What stands in each question: text, texts, or by part for days and moments."""
    return {one.name: _typed(one, posted) for one in fields_of(asked)}


def _typed(one: Field, posted: Posted) -> object:
    kind = one.column.type
    if kind is FactType.CODES and one.column.codes:
        return tuple(value for value in posted.getlist(one.name) if value)
    if kind in {FactType.DATE, FactType.INSTANT}:
        parts = DAY_PARTS if kind is FactType.DATE else MOMENT_PARTS
        return {part: (posted.get(f"{one.name}-{part}") or "").strip() for part in parts}
    return (posted.get(one.name) or "").strip()


def plain_of_typed(typed: Mapping[str, object]) -> dict[str, object]:
    """What was typed, as plain values: the parts of a day or moment joined as ISO 8601 has them.

    A day of which nothing was typed is blank; one of which something is missing stays unreadable,
    so that it is told and not dropped.
    """
    return {name: _joined(value) for name, value in typed.items()}


def _joined(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    day = tuple(str(value.get(part, "")) for part in DAY_PARTS)
    time = str(value.get("time", ""))
    if not any((*day, time)):
        return ""
    written = f"{day[2]}-{day[1].zfill(2)}-{day[0].zfill(2)}"
    if "time" not in value:
        return written
    hours, _, minutes = time.partition(":")
    return f"{written}T{hours.zfill(2)}:{minutes}{value.get('offset', '')}"
