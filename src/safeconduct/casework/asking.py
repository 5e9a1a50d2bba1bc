"""What an act asks: read from plain values, and held to the declarations of its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from safeconduct.basics import Finding
from safeconduct.casework.columns import column_of
from safeconduct.casework.fact import Fact
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import fault
from safeconduct.facts import Column, FactType

A = TypeVar("A")

LONGEST_TEXT = 4_000
LONGEST_KEY = 100
LONGEST = {
    "agreements.text": 1_000_000,
    "statements.frozen": 20_000_000,
    "credits.frozen": 20_000_000,
    "clearances.act": 8_000,
}
"""How many characters a field of text may have; a whole document more than a remark."""

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that no text holds: control characters, and those that reverse what is read."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of what an act asks.

    Attributes:
        name: its name in the dataclass, in JSON and in forms.
        fact: the declared fact that it is filled with.
        column: that fact's declaration.
        required: whether the act cannot do without it.
        of: the Python type of its value.
    """

    name: str
    fact: str
    column: Column
    required: bool
    of: type


def fields_of(asked: type) -> tuple[Field, ...]:
    """The fields of what an act asks, in order."""
    return _fields(asked)


@cache
def _fields(asked: type) -> tuple[Field, ...]:
    hints = get_type_hints(asked, include_extras=True)
    found = []
    for one in fields(asked):
        of, fact = _annotation(hints[one.name])
        required = one.default is MISSING and one.default_factory is MISSING
        found.append(Field(one.name, fact.name, column_of(fact.name), required, of))
    return tuple(found)


def _annotation(hint: Any) -> tuple[type, Fact]:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"{hint} names no fact")
    inner, fact = get_args(hint)[:2]
    if get_origin(inner) in {Union, UnionType}:
        inner = next(one for one in get_args(inner) if one is not type(None))
    return get_origin(inner) or inner, fact


def read_asked(asked: type[A], plain: Mapping[str, object]) -> A | tuple[Finding, ...]:
    """What somebody asked in JSON or in a form, or everything that is wrong with it.

    Texts become days, instants, numbers and yes or no as the field's type says. A blank is
    nobody's knowledge; a name that no field has is refused.
    """
    known = {field.name: field for field in fields_of(asked)}
    wrong = [fault("casework.no-such-field", name[:60], field=name[:60],
                   known=", ".join(known)) for name in plain if name not in known]  # fmt: skip
    values: dict[str, Cell] = {}
    for name, field in known.items():
        given = plain.get(name)
        if given is None or (isinstance(given, str | list | tuple) and not given):
            continue
        read = _value(field, given)
        if isinstance(read, Finding):
            wrong.append(read)
        else:
            values[name] = read
    missing = [n for n, f in known.items() if f.required and n not in values
               and not any(w.location.column == n for w in wrong)]  # fmt: skip
    wrong += [fault("casework.field-missing", name, field=name) for name in missing]
    if wrong:
        return tuple(wrong)
    made = asked(**values)
    return what_is_wrong(made) or made


def _value(field: Field, given: object) -> Cell | Finding:
    try:
        return _converted(field, given)
    except ValueError:
        said = str(given)[:80]
        return fault(_UNREADABLE.get(field.of, "casework.not-a-text"), field.name, said=said)


_UNREADABLE = {
    date: "casework.not-a-day",
    datetime: "casework.not-an-instant",
    int: "casework.not-a-number",
    bool: "casework.not-yes-or-no",
}
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


def _converted(field: Field, given: object) -> Cell:
    if field.of is tuple:
        parts = given if isinstance(given, list | tuple) else str(given).split(";")
        return tuple(str(part).strip() for part in parts if str(part).strip())
    if isinstance(given, field.of) and not (field.of is int and isinstance(given, bool)):
        return given  # type: ignore[return-value]
    if not isinstance(given, str):
        raise ValueError(type(given).__name__)  # noqa: TRY004 - a person's input, not a caller's
    text = given.strip()
    if field.of is bool:
        if text.lower() not in _YES_NO:
            raise ValueError(text)
        return _YES_NO[text.lower()]
    if field.of is int:
        if not re.fullmatch(r"-?[0-9]{1,15}", text):
            raise ValueError(text)
        return int(text)
    if field.of is datetime:
        return datetime.fromisoformat(text)
    return date.fromisoformat(text) if field.of is date else given


def what_is_wrong(asked: object) -> tuple[Finding, ...]:
    """Everything in which what is asked is not as its facts are declared."""
    found = (_fault_of(field, getattr(asked, field.name)) for field in fields_of(type(asked)))
    return tuple(finding for finding in found if finding is not None)


def _fault_of(field: Field, value: object) -> Finding | None:
    if value in (None, "", ()):
        return (
            fault("casework.field-missing", field.name, field=field.name)
            if field.required
            else None
        )
    match value:
        case datetime() if value.tzinfo is None:
            return fault("casework.instant-without-offset", field.name, said=value.isoformat())
        case date() | bool() | int():
            return _out_of_range(field, value)
        case str():
            return _text_fault(field, value)
        case tuple():
            return next((wrong for one in value if (wrong := _text_fault(field, one))), None)
        case _:
            return fault("casework.not-a-text", field.name, said=str(value)[:80])


def _out_of_range(field: Field, value: date | bool | int) -> Finding | None:
    if isinstance(value, date) and not 1800 <= value.year <= 2999:
        return fault("casework.not-a-day", field.name, said=str(value))
    if isinstance(value, int) and abs(value) > 10**15:
        return fault("casework.not-a-number", field.name, said=str(value)[:40])
    return None


def _text_fault(field: Field, value: str) -> Finding | None:
    column = field.column
    is_key = column.type in {FactType.KEY, FactType.REFERENCE}
    limit = LONGEST_KEY if is_key else LONGEST.get(field.fact, LONGEST_TEXT)
    if len(value) > limit:
        return fault("casework.too-long", field.name, limit=limit, length=len(value))
    if (found := _CONTROL.search(value)) is not None:
        return fault("casework.character", field.name, character=f"U+{ord(found[0]):04X}")
    if is_key and not _KEY.fullmatch(value):
        return fault("casework.not-a-key", field.name, said=value)
    if column.codes and value not in column.codes:
        allowed = ", ".join(column.codes)
        return fault("casework.not-a-code", field.name, said=value[:80], allowed=allowed)
    return None
