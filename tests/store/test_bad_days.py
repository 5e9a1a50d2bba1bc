"""Bad days: a process killed, a server that falls, an old copy, two officers, a full disk."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, connections

from safeconduct.casework import (
    ACTS,
    Done,
    NodeKeys,
    Ports,
    RandomNames,
    Refused,
    SystemClock,
    perform,
    read_asked,
)
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.policy import may
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.doctor import examine
from safeconduct.store.keys import node_keys
from tests.casework.world import World
from tests.store import databases
from tests.store.conftest import Database
from tests.store.registering import register

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A node's home, whose anchor lies in a state folder of the test's own."""
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "state"))
    return tmp_path / "home"


def _write_until_killed(database: Database, home: Path, start: int, acts: int) -> dict[str, int]:
    """Start a process that writes, kill it in the middle, and return what it acknowledged."""
    command = [sys.executable, "-m", "tests.store.writing_program"]
    told = [json.dumps(database, default=str), str(home), str(start)]
    with subprocess.Popen([*command, *told], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(acts)]
        time.sleep(random.random() * 0.03)  # noqa: S311 - somewhere in the next act
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.readlines()
    words = (line.split() for line in lines if line.endswith("\n"))
    return {person: int(entry) for person, entry in words}


def _kept(person: str) -> int | None:
    row = DjangoStore().view(AGREEMENT).row("persons", person)
    return None if row is None else row.entry


def test_nothing_that_was_acknowledged_is_lost_when_the_process_is_killed(
    database: Database, home: Path
) -> None:
    acknowledged: dict[str, int] = {}
    for start in (100, 200, 300):
        connections.close_all()
        acknowledged |= _write_until_killed(database, home, start, 12)
    assert len(acknowledged) >= 36
    assert {person: _kept(person) for person in acknowledged} == acknowledged
    assert examine(DjangoStore(node_keys(home))) == ()


def test_nothing_that_was_acknowledged_is_lost_when_the_database_server_falls(
    make_database: Callable[[str], Database], server: databases.Server, home: Path
) -> None:
    database = make_database("postgresql")
    databases.point_at(database)
    acknowledged = _write_until_killed(database, home, 100, 10)
    connections.close_all()
    server.crash()
    databases.point_at(database)
    assert {person: _kept(person) for person in acknowledged} == acknowledged
    assert examine(DjangoStore(node_keys(home))) == ()
    databases.point_at(databases.sqlite(Path(":memory:")))


def test_a_restored_older_copy_refuses_to_go_on(
    make_database: Callable[[str], Database], home: Path, tmp_path: Path
) -> None:
    database = make_database("sqlite")
    databases.point_at(database)
    store = DjangoStore(node_keys(home))
    register(store, "N1")
    store.publish(SystemClock().now())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(tmp_path / "copy.sqlite3")])
    register(store, "N2")
    store.publish(SystemClock().now())
    databases.point_at(databases.sqlite(tmp_path / "copy.sqlite3"))
    restored = DjangoStore(node_keys(home))
    outcome = register(restored, "N3")
    assert isinstance(outcome, Refused)
    assert [f.code for f in outcome.findings] == ["record.older-copy"]
    assert restored.view(AGREEMENT).row("persons", "N3") is None
    assert "record.older-copy" in [f.code for f in examine(restored)]
    databases.point_at(databases.sqlite(Path(":memory:")))


def _at_once(*acts: Callable[[], object]) -> list[object]:
    """Do things at the same moment, each in a thread with a connection of its own."""
    outcomes: list[object] = []
    together = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        together.wait()
        try:
            outcomes.append(act())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_the_same_request_from_two_windows_is_done_once(database: Database, home: Path) -> None:
    store = DjangoStore(node_keys(home))
    outcomes = _at_once(*(lambda: register(store, "N1", key="k"),) * 4)
    entries = {outcome.entry for outcome in outcomes if isinstance(outcome, Done)}
    assert len(outcomes) == 4
    assert len(entries) == 1
    assert len(store.view(AGREEMENT).history("persons", "N1")) == 1


def test_many_officers_at_once_each_have_their_entry(database: Database, home: Path) -> None:
    store, other = DjangoStore(node_keys(home)), DjangoStore(node_keys(home))
    outcomes = _at_once(
        *(
            lambda number=number: register((store, other)[number % 2], f"N{number}")
            for number in range(8)
        )
    )
    entries = [outcome.entry for outcome in outcomes if isinstance(outcome, Done)]
    assert len(entries) == len(set(entries)) == 8
    assert examine(store) == ()


def test_two_officers_who_read_the_same_version_do_not_overwrite_one_another(
    database: Database, home: Path
) -> None:
    store = DjangoStore(node_keys(home))
    register(store, "N1")
    act = ACTS["complete-person"]
    ports = Ports(store, SystemClock(), RandomNames(), may)

    def complete(sex: str) -> Done | Refused:
        asked = read_asked(act.asked, {"person": "N1", "sex": sex})
        actor = CAST["prisons"].actor({})
        return perform(act, asked, actor, AGREEMENT, ports, expected_version=1)

    outcomes = _at_once(lambda: complete("1"), lambda: complete("2"))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Done", "Refused"]
    assert len(store.view(AGREEMENT).history("persons", "N1")) == 2


def test_a_full_disk_refuses_the_act_and_loses_nothing(
    make_database: Callable[[str], Database], home: Path
) -> None:
    databases.point_at(make_database("sqlite"))
    store = DjangoStore(node_keys(home))
    assert isinstance(register(store, "N1"), Done)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    refused = next(
        outcome
        for number in range(2, 200)
        if isinstance(outcome := register(store, f"N{number}"), Refused)
    )
    assert [f.code for f in refused.findings] == ["store.not-written"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    assert isinstance(register(store, "N900"), Done)
    assert examine(store) == ()
    databases.point_at(databases.sqlite(Path(":memory:")))


def test_a_clock_that_jumps_back_by_days_is_said_and_costs_nothing(
    database: Database, keys: NodeKeys
) -> None:
    world = World(DjangoStore(keys))
    world.do("register-person", "prisons", full_name="Somebody", person="N1")
    world.clock.set(world.clock.now() - timedelta(days=3))
    done = world.do("register-person", "prisons", full_name="Somebody", person="N2")
    assert "casework.clock-went-back" in [f.code for f in done.findings]
    rows = [world.view.row("persons", person) for person in ("N1", "N2")]
    recorded = [row.recorded_at for row in rows if row is not None]
    assert recorded == sorted(recorded)
    assert examine(world.store) == ()  # type: ignore[arg-type]
