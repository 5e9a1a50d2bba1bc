"""Rows of the small files: each one read, or refused with the place and the reason."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import ENGLISH, Currency, Severity, WrongInput, advice, render
from safeconduct.compensation.acts import read_acts
from safeconduct.compensation.flags import read_flags
from safeconduct.compensation.indices import read_indices
from safeconduct.compensation.places import read_places
from safeconduct.compensation.postings import read_postings
from safeconduct.compensation.rows import Row
from safeconduct.compensation.statement import Statement
from tests.compensation.inputs import acts, period, places, rows, statement
from tests.compensation.terms import item, terms

BOUNDED = settings(max_examples=200, deadline=None)
TRIPS = terms(item("per-act", "455.00", id_="trips", more="act: transport\nunit: return-trip"))


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        ("2026-02-30,,5", "from", "from is “2026-02-30”, which is no day."),
        ("2026-1-1,,5", "from", "from is “2026-1-1”, which is no day."),
        ("20260101,,5", "from", "from is “20260101”, which is no day."),
        ("0001-01-01,,5", "from", "from is “0001-01-01”, which is no day."),
        (",,5", "from", "from is “”, which is no day."),
        (
            "2026-01-31,2026-01-01,5",
            "to",
            "The row ends on 2026-01-01, before it begins on 2026-01-31.",
        ),
        ("2026-01-01,,5.5", "places", "places is “5.5”, which is no whole number."),
        ("2026-01-01,,-5", "places", "places is “-5”, which is no whole number."),
        ("2026-01-01,,", "places", "places is “”, which is no whole number."),
    ],
)
def test_a_row_of_places_that_cannot_be_read_is_refused(
    row: str, column: str, sentence: str
) -> None:
    found = read_places(rows(f"from,to,places\n{row}", "places.csv"))
    assert found.stated == ()
    (finding,) = found.refused
    assert str(finding.location) == f"places.csv:2:{column}"
    assert render(finding.message, ENGLISH) == sentence
    assert advice(finding.message, ENGLISH)


def test_a_row_for_one_day_and_a_row_that_runs_on() -> None:
    known = places("2026-01-01..2026-01-01 5\n2026-01-02 6")
    runs = list(known.runs(period("2026-01-01..2026-01-03")))
    assert [(run.days, number) for run, number in runs] == [(1, 5), (2, 6)]


@pytest.mark.parametrize(
    "table",
    [
        "2026-01-01..2026-01-10 5\n2026-01-10..2026-01-20 6",
        "2026-01-01 5\n2026-03-01 6",
        "2026-03-01 6\n2026-01-01 5",
        "2026-01-01..2026-01-10 5\n2026-01-01..2026-01-10 5",
    ],
)
def test_two_numbers_of_places_for_one_day_are_wrong_input(table: str) -> None:
    with pytest.raises(WrongInput) as wrong:
        places(table)
    (finding,) = wrong.value.findings
    assert finding.code == "compensation.places-overlap"
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("helicopter 2026-01-05 1", "act", "unknown-act"),
        ("transport 2026-13-05 1", "on", "no-day"),
        ("transport 2026-01-05 one", "quantity", "no-number"),
        ("transport 2026-01-05 -1", "quantity", "negative-quantity"),
        ("transport 2026-01-05 1,5", "quantity", "no-number"),
        ("transport 2026-01-05 9999999999999999", "quantity", "no-number"),
    ],
)
def test_an_act_that_cannot_be_billed_is_refused_and_listed(
    row: str, column: str, code: str
) -> None:
    found = acts(row, "transport")
    assert found.done == ()
    (finding,) = found.refused
    assert finding.code == f"compensation.{code}"
    assert str(finding.location) == f"file.csv:2:{column}"


def test_the_statement_lists_what_was_refused_and_bills_the_rest() -> None:
    done = acts("transport 2026-01-05 2\nhelicopter 2026-01-06 1", "transport")
    found: Statement = statement(TRIPS, "2026-01", done=done)
    assert str(found.total) == "910.00"
    assert [finding.code for finding in found.findings] == ["compensation.unknown-act"]


def test_nothing_done_is_an_act_of_quantity_zero() -> None:
    assert statement(TRIPS, "2026-01", done=acts("transport 2026-01-05 0", "transport")).lines == ()
    assert acts("transport 2026-01-05 0", "transport").refused == ()


def test_an_unreadable_cell_is_shown_in_part() -> None:
    found = read_places([Row("places.csv", 2, {"from": "x" * 1_000_000})])
    written = str(found.refused[0].message.parameters["written"])
    assert len(written) < 50


COLUMNS = "from to places act on quantity series period value booking kind amount reference"

cells = st.text(max_size=12) | st.sampled_from(["2026-01-01", "2026-01-31", "5", "1.5", ""])
tables = st.lists(st.dictionaries(st.sampled_from(COLUMNS.split(" ")), cells), max_size=5)


def as_table(written: list[dict[str, str]]) -> list[Row]:
    return [Row("any.csv", number, row) for number, row in enumerate(written, start=2)]


@given(tables)
@BOUNDED
def test_whatever_the_cells_hold_a_row_is_read_or_refused(written: list[dict[str, str]]) -> None:
    table = as_table(written)
    done = read_acts(table, frozenset({"transport"}))
    raised = read_flags(table)
    made = read_postings(table, Currency("USD", 2))
    assert len(done.done) + len(done.refused) == len(table)
    assert len(raised.raised) + len(raised.refused) == len(table)
    assert len(made.made) + len(made.refused) == len(table)


@given(tables)
@BOUNDED
def test_places_and_indices_are_read_refused_or_wrong_and_nothing_else(
    written: list[dict[str, str]],
) -> None:
    table = as_table(written)
    with suppress(WrongInput):
        known = read_places(table)
        assert len(known.stated) + len(known.refused) == len(table)
    with suppress(WrongInput):
        figures = read_indices(table)
        assert len(figures.values) + len(figures.refused) <= len(table)


def test_a_number_is_exact_however_many_decimals_it_has() -> None:
    done = acts("transport 2026-01-05 0.123456789012", "transport")
    assert done.done[0].quantity == Decimal("0.123456789012")
