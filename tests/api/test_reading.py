"""Reading through the interface: the same rights as the pages, page by page, now or earlier."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from safeconduct.casework.story import CAST
from safeconduct.policy import readable
from tests.web.program import MINE, ask
from tests.web.served import AGREEMENT


@pytest.mark.parametrize("handle", CAST)
def test_the_tables_listed_are_those_of_which_the_role_sees_something(handle: str) -> None:
    _, tables = ask(handle, f"{MINE}/tables")
    assert set(tables) == readable(CAST[handle].actor({}), AGREEMENT).tables


@pytest.mark.parametrize("table", ["examinations", "identities", "allegations", "complaints"])
@pytest.mark.parametrize("handle", ["finance", "carrier", "relative", "governor"])
def test_rows_hold_no_column_that_the_role_does_not_see(handle: str, table: str) -> None:
    scope = readable(CAST[handle].actor({}), AGREEMENT)
    seen = {c for reach in scope.reaches for s in reach.of(table) for c in s.columns}
    status, page = ask(handle, f"{MINE}/tables/{table}")
    if not seen:
        assert status == 404
    else:
        assert all(row["values"].keys() <= seen for row in page["rows"])


def test_finance_counts_days_without_a_name() -> None:
    _, page = ask("finance", f"{MINE}/tables/bookings?limit=5")
    assert page["rows"]
    assert all("person" not in row["values"] for row in page["rows"])


def test_pages_follow_one_another_and_leave_nothing_out() -> None:
    _, whole = ask("registrar", f"{MINE}/tables/persons?limit=500")
    keys: list[str] = []
    after: int | None = 0
    while after is not None:
        _, page = ask("registrar", f"{MINE}/tables/persons?limit=20&after={after}")
        keys += [row["key"] for row in page["rows"]]
        after = page["next"]
    assert keys[: len(whole["rows"])] == [row["key"] for row in whole["rows"]]


def test_an_earlier_moment_knows_what_was_recorded_by_then() -> None:
    _, now = ask("registrar", f"{MINE}/tables/bookings?limit=500")
    moment = now["rows"][len(now["rows"]) // 2]["recorded_at"]
    _, then = ask("registrar", f"{MINE}/tables/bookings?limit=500&as_of={quote(moment)}")
    assert 0 < len(then["rows"]) < len(now["rows"])
    assert max(row["recorded_at"] for row in then["rows"]) <= moment


def test_events_come_in_the_order_of_the_record() -> None:
    _, first = ask("auditor", f"{MINE}/events?limit=50")
    _, second = ask("auditor", f"{MINE}/events?limit=50&after={first['next']}")
    entries = [event["entry"] for event in (*first["events"], *second["events"])]
    assert entries == sorted(set(entries))
    assert len(entries) > 50


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=501", "after=-1", "as_of=yesterday", "as_of=2026-01-01"]
)
def test_a_question_that_cannot_be_read_is_told(query: str) -> None:
    assert ask("registrar", f"{MINE}/tables/persons?{query}")[0] == 422


@pytest.mark.parametrize("path", ["/tables/nothing", "/tables/persons/nobody"])
def test_what_is_not_there_is_not_there(path: str) -> None:
    assert ask("registrar", f"{MINE}{path}")[0] == 404
