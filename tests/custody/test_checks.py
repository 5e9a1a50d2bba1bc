"""A count that fails its own check gives no figure."""

# ruff: noqa: S608 - names of the test's own

from __future__ import annotations

import duckdb
import pytest

from safeconduct.basics import CrossCheckFailed, Period
from safeconduct.custody import By, days_by
from safeconduct.custody.one_booking import counted_days
from safeconduct.custody.sweep import sweep
from tests.custody.book import Book, booking, counted

BOOK = Book([booking("2025-01-01", "2025-01-11")])


def test_a_sweep_that_loses_an_edge_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def loses_a_day(
        connection: duckdb.DuckDBPyConnection, runs: str, absent: str | None, window: Period | None
    ) -> str:
        levels = sweep(connection, runs, absent, window)
        connection.execute(f"UPDATE {levels} SET next_day = next_day - 1")
        return levels

    monkeypatch.setattr("safeconduct.custody.counting.sweep", loses_a_day)
    with pytest.raises(CrossCheckFailed) as failed, counted(BOOK):
        pass
    assert failed.value.message.code == "custody.totals-differ"
    assert failed.value.message.parameters == {"swept": 9, "closed": 10}


def test_evidence_that_loses_a_day_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "safeconduct.custody.grouping.counted_days", lambda *asked: counted_days(*asked)[1:]
    )
    with counted(BOOK) as counts, pytest.raises(CrossCheckFailed) as failed:
        days_by(counts, By.BOOKING)
    assert failed.value.message.code == "custody.evidence-differs"
