"""Statements from plain objects, such as JSON files that people or programs write."""

from __future__ import annotations

from collections.abc import Mapping

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.canonical import read_json
from safeconduct.record.entries.confidentiality import Confidentiality
from safeconduct.record.entries.draft import Statement
from safeconduct.record.refusal import Malformed

MEMBERS = ("event", "case", "agreement", "facts", "personal", "class")


def read_statements(data: bytes, file: str = "") -> tuple[Statement, ...]:
    """Read a JSON file that holds a statement or a list of them.

    Raises:
        WrongInput: not JSON, or a statement with a missing, unknown or ill-typed member.
    """
    try:
        value = read_json(data)
    except Malformed as wrong:
        raise WrongInput(Finding(wrong.message, Severity.ERROR, Location(file=file))) from wrong
    objects = value if isinstance(value, list) else [value]
    return tuple(_statement(item, file) for item in objects)


def _statement(value: Plain, file: str) -> Statement:
    if not isinstance(value, dict):
        raise _fault("", file)
    for name in value:
        if name not in MEMBERS:
            raise _fault(name, file)
    return Statement(
        _text(value, "event", file),
        _text(value, "case", file),
        _text(value, "agreement", file),
        _object(value, "facts", file),
        _object(value, "personal", file),
        _class(value, file),
    )


def _text(value: Mapping[str, Plain], name: str, file: str) -> str:
    text = value.get(name, "")
    if not isinstance(text, str):
        raise _fault(name, file)
    return text


def _object(value: Mapping[str, Plain], name: str, file: str) -> dict[str, Plain]:
    found = value.get(name, {})
    if not isinstance(found, dict):
        raise _fault(name, file)
    return found


def _class(value: Mapping[str, Plain], file: str) -> Confidentiality | None:
    asked = value.get("class")
    if asked is None:
        return None
    if asked not in list(Confidentiality):
        raise _fault("class", file)
    return Confidentiality(str(asked))


def _fault(name: str, file: str) -> WrongInput:
    message = Message.of("record.statement", name=name or "{}")
    return WrongInput(Finding(message, Severity.ERROR, Location(file=file, column=name)))
