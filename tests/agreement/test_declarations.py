"""Declared keys and the values that they make fit together."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from safeconduct.agreement.loading.records import Field, Record
from tests.agreement.format_tables import every_record

RECORDS = every_record()


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
