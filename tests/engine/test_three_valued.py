"""Strong Kleene logic over rows: true, false and unknown, by truth tables and by laws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.engine import literal, session
from safeconduct.engine.three_valued import (
    all_of,
    any_of,
    count_true,
    count_unknown,
    known_true,
    member,
    some,
    some_recorded,
)

Truth = bool | None
truths = st.sampled_from([True, False, None])


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with session() as opened:
        yield opened


def ask(connection: duckdb.DuckDBPyConnection, expression: str, rows: Sequence[Truth]) -> Truth:
    values = ", ".join(f"({number}, {word(row)})" for number, row in enumerate(rows))
    table = f"(VALUES {values}) AS t(n, p)" if rows else "(SELECT 1, TRUE WHERE FALSE) AS t(n, p)"
    asked = f"SELECT {expression} FROM {table}"  # noqa: S608 - our own words only
    answer: Truth = connection.execute(asked).fetchall()[0][0]
    return answer


def word(truth: Truth) -> str:
    return {True: "TRUE", False: "FALSE", None: "NULL::BOOLEAN"}[truth]


def kleene_or(rows: Sequence[Truth]) -> Truth:
    """The largest, where false < unknown < true."""
    return next((truth for truth in (True, None) if truth in rows), False)


def kleene_and(rows: Sequence[Truth]) -> Truth:
    return next((truth for truth in (False, None) if truth in rows), True)


@given(rows=st.lists(truths, max_size=5))
def test_some_row_is_the_disjunction_of_the_rows(
    connection: duckdb.DuckDBPyConnection, rows: list[Truth]
) -> None:
    asked = some(count_true("p"), count_unknown("p"))
    assert ask(connection, asked, rows) is kleene_or(rows)


@given(rows=st.lists(truths, max_size=5))
def test_a_list_that_nobody_closed_says_nothing_when_it_is_empty(
    connection: duckdb.DuckDBPyConnection, rows: list[Truth]
) -> None:
    asked = some_recorded("count(*)", count_true("p"), count_unknown("p"))
    assert ask(connection, asked, rows) is (kleene_or(rows) if rows else None)


@given(parts=st.lists(truths, max_size=5))
def test_and_and_or_are_kleene(connection: duckdb.DuckDBPyConnection, parts: list[Truth]) -> None:
    words = [word(part) for part in parts]
    assert ask(connection, all_of(words), [True]) is kleene_and(parts)
    assert ask(connection, any_of(words), [True]) is kleene_or(parts)


@pytest.mark.parametrize(("truth", "known"), [(True, True), (False, None), (None, None)])
def test_known_true_is_never_false(
    connection: duckdb.DuckDBPyConnection, truth: Truth, known: Truth
) -> None:
    assert ask(connection, known_true(word(truth)), [True]) is known


@pytest.mark.parametrize(
    ("items", "item", "answer"),
    [
        (["SV", "US"], "SV", True),
        (["SV", None], "SV", True),
        (["US", None], "SV", None),
        (["US"], "SV", False),
        ([], "SV", False),
        (["SV"], None, None),
        (None, "SV", None),
    ],
)
def test_membership_in_a_list_that_may_hold_an_unknown(
    connection: duckdb.DuckDBPyConnection,
    items: list[str | None] | None,
    item: str | None,
    answer: Truth,
) -> None:
    listed = "NULL::VARCHAR[]"
    if items is not None:
        listed = f"[{', '.join(literal(one) for one in items)}]::VARCHAR[]"
    wanted = literal(item) if item else "NULL::VARCHAR"
    assert ask(connection, member(listed, wanted), [True]) is answer


def test_what_the_engine_offers_itself_is_not_kleene(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """Why the forms above exist: an unknown is lost in the engine's own."""
    assert ask(connection, "bool_or(p)", [False, None]) is False
    assert kleene_or([False, None]) is None
