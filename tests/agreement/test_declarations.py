"""Declared keys and the values that they make fit together."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pytest

from safeconduct.agreement.loading.lists import IndexOf, ListOf
from safeconduct.agreement.loading.records import Choice, Field, Record
from safeconduct.agreement.loading.whole import AGREEMENT


def records(reader: Any, seen: dict[int, Record[Any]]) -> Iterator[Record[Any]]:
    """Every record of the format, found by walking the declarations."""
    match reader:
        case Record() if id(reader) not in seen:
            seen[id(reader)] = reader
            yield reader
            for field in reader.fields:
                yield from records(field.reader, seen)
        case Choice():
            for record in reader.records.values():
                yield from records(record, seen)
        case ListOf():
            yield from records(reader.item, seen)
        case IndexOf():
            yield from records(reader.value, seen)
        case _:
            inner = getattr(reader, "_list", None)
            if inner is not None:
                yield from records(inner, seen)


RECORDS = list(records(AGREEMENT, {}))


def test_the_walk_finds_the_format() -> None:
    names = {record.name for record in RECORDS}
    assert {"agreement", "words", "rate", "per-diem", "deadline", "safeguard"} <= names


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_a_record_is_built_from_its_declared_keys(record: Record[Any]) -> None:
    given = {part.parameter for part in record.parts}
    taken = inspect.signature(record.build).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken):
        return  # the rest is passed on to a type; reading the library covers it
    assert given <= {parameter.name for parameter in taken}
    needed = {parameter.name for parameter in taken if parameter.default is parameter.empty}
    assert needed <= given


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_no_key_is_declared_twice(record: Record[Any]) -> None:
    assert len(set(record.keys)) == len(record.keys)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_a_name_means_one_record(record: Record[Any]) -> None:
    assert [other for other in RECORDS if other.name == record.name] == [record]


FIELDS = {f"{record.name}.{field.key}": field for record in RECORDS for field in record.fields}


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_a_key_has_a_meaning_and_an_example(field: Field) -> None:
    assert field.meaning.strip()
    assert field.reader.example
