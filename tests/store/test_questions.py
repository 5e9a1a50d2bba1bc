"""Questions to the database: few for each act, and none that reads a table from end to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from safeconduct.casework import NodeKeys
from safeconduct.casework.story.people import someone
from safeconduct.store.django_store import DjangoStore
from tests.casework.world import World
from tests.store import databases
from tests.store.conftest import Database

LATEST = "ORDER BY"
"""A table that is read backwards for its last row is not read from end to end."""


@pytest.fixture
def world(database: Database, keys: NodeKeys) -> World:
    made = World(DjangoStore(keys))
    made.prepared(1, 2)
    return made


def test_an_act_asks_few_questions_however_many_rows_it_states(world: World) -> None:
    with CaptureQueriesContext(connection) as few:
        world.do("register-person", "prisons", full_name="Somebody", person="N7")
    assert len(few) <= 22
    for nth in (1, 2):
        world.clear(someone(nth))
    with CaptureQueriesContext(connection) as seal:
        world.do("seal-manifest", "prisons", transfer="T-10")
    assert len(seal) <= 40


def test_a_bundle_of_everybody_is_one_question(world: World) -> None:
    with CaptureQueriesContext(connection) as asked:
        world.view.sheets()
    assert len(asked) == 1


def test_no_question_of_an_act_reads_a_table_from_end_to_end(
    sqlite_template: Path, tmp_path: Path, keys: NodeKeys
) -> None:
    path = tmp_path / "node.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    databases.point_at(databases.sqlite(path))
    world = World(DjangoStore(keys))
    with CaptureQueriesContext(connection) as asked:
        world.received(1, 2)
        world.do("headcount", "governor", place="lindmoor", counted=2)
        world.do("report-order", "registrar", kind="stay", scope="all")
    questions = {str(query["sql"]) for query in asked}
    plans = {sql: _plan(sql) for sql in questions if sql.lstrip().startswith("SELECT")}
    scanned = [
        sql
        for sql, plan in plans.items()
        if any(_reads_all(step) for step in plan) and LATEST not in sql
    ]
    assert scanned == []
    databases.point_at(databases.sqlite(Path(":memory:")))


def _reads_all(step: str) -> bool:
    """Whether a step reads a whole table, or all that one agreement ever stated."""
    return step.startswith("SCAN store_") or step.endswith("(agreement=?)")


def _plan(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%", "%%"))
        return [str(row[3]) for row in cursor.fetchall()]
