"""Differences on paper: what is not printed is said, and the total is that of all."""

from __future__ import annotations

import pytest

from safeconduct.basics import ENGLISH, Lang
from safeconduct.cli.reconcile.document import difference_list
from safeconduct.documents import Paragraph, Table
from safeconduct.reconciliation import Reconciliation
from safeconduct.reconciliation.disputes import dispute_csv, dispute_of
from tests.reconciliation.books import reconciled, row

OURS = [row(f"B{n} P{n} jail 2025-03-01 2025-03-10") for n in range(1, 6)]
THEIRS = [row(f"B{n} P{n} jail 2025-03-01 2025-03-{10 + n}") for n in range(1, 6)]


@pytest.fixture(scope="module")
def result() -> Reconciliation:
    """Five departures, by one to five days: 15 days at 50.00."""
    return reconciled(OURS, THEIRS)


def the_table(result: Reconciliation, most: int, lang: Lang = ENGLISH) -> Table:
    (found,) = [one for one in difference_list(result, most, lang) if isinstance(one, Table)]
    return found


def cells(table: Table, row: int) -> list[str]:
    return [cell.text for cell in table.rows[row]]


def test_all_differences_are_printed_where_they_are_few(result: Reconciliation) -> None:
    assert len(the_table(result, 5).rows) == 5
    assert not any(isinstance(one, Paragraph) for one in difference_list(result, 5, ENGLISH))


def test_those_that_move_most_are_printed_first(result: Reconciliation) -> None:
    assert [cells(the_table(result, 2), n)[1] for n in range(2)] == ["B5", "B4"]


def test_each_bears_the_number_of_its_line_in_the_dispute_file(result: Reconciliation) -> None:
    lines = dispute_csv(dispute_of(result, ENGLISH)).splitlines()
    fifth = next(line for line in lines if ",B5,B5," in line)
    assert fifth.split(",")[1] == "5"
    assert cells(the_table(result, 2), 0)[:2] == ["5 · departure", "B5"]


def test_what_is_left_out_is_said(result: Reconciliation) -> None:
    (said,) = [one for one in difference_list(result, 2, ENGLISH) if isinstance(one, Paragraph)]
    assert "2 of 5 differences are printed" in said.text
    assert "3 are left out" in said.text


def test_what_is_left_out_has_a_row_so_that_the_column_adds_up(result: Reconciliation) -> None:
    assert cells(the_table(result, 2), -1) == ["not printed: 3", "", "", "", "+6", "+300.00", ""]


def test_the_total_is_that_of_all_differences(result: Reconciliation) -> None:
    assert the_table(result, 2).total[4:6] == ("+15", "+750.00")
    assert the_table(result, 2, Lang("es")).total[5] == "+750,00"


def test_without_a_difference_there_is_no_list(result: Reconciliation) -> None:
    assert list(difference_list(reconciled(OURS, OURS), 5, ENGLISH)) == []
