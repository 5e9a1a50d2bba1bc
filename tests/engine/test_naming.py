"""Names and values in SQL text: whatever a file's header says, it stays a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.engine import column_types, fresh, identifier, literal, session

# A NUL ends a name in the engine's own text, and no reader of files lets one through.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with session() as opened:
        yield opened


@given(name=words, value=words)
def test_any_text_can_be_a_column_and_a_value(
    connection: duckdb.DuckDBPyConnection, name: str, value: str
) -> None:
    found = connection.execute(f"SELECT {literal(value)} AS {identifier(name)}")
    assert [column for column, *_ in found.description] == [name]
    assert found.fetchall() == [(value,)]


@given(st.none() | st.integers(-(2**62), 2**62) | st.dates() | words)
def test_a_literal_is_read_back_as_the_value(
    connection: duckdb.DuckDBPyConnection, value: str | int | date | None
) -> None:
    assert connection.execute(f"SELECT {literal(value)}").fetchall() == [(value,)]


@pytest.mark.parametrize(
    "name", ['"', 'a"; DROP TABLE bookings; --', "select", "día de salida", " "]
)
def test_a_hostile_name_is_a_name(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    relation = fresh("bookings")
    connection.execute(f"CREATE TABLE {identifier(relation)} ({identifier(name)} DATE)")
    assert column_types(connection, relation) == {name: "DATE"}


def test_fresh_names_differ() -> None:
    assert len({fresh("levels") for _ in range(100)}) == 100
