"""The doctor: the rows are those that the entries state, up to what was erased."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from safeconduct.basics import Finding
from safeconduct.casework import ACTS, Done, NodeKeys, Plan, perform, read_asked
from safeconduct.casework.plan import Erase
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.doctor import examine
from tests.casework.world import World
from tests.store.conftest import Database


@pytest.fixture
def world(database: Database, keys: NodeKeys) -> World:
    return World(DjangoStore(keys))


def _examine(world: World) -> tuple[Finding, ...]:
    assert isinstance(world.store, DjangoStore)
    return examine(world.store)


def _tamper(statement: str, *guarded: str) -> None:
    """Change a row as somebody with the database's own keys could, who took the guards away."""
    with connection.cursor() as cursor:
        for table in guarded:
            for against in ("update", "delete"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS guard_{table}_{against}{on}")
        cursor.execute(statement)


def test_all_is_well_after_the_main_line_published_or_not(world: World) -> None:
    world.received(1)
    assert _examine(world) == ()
    assert isinstance(world.store, DjangoStore)
    world.store.publish(world.clock.now())
    assert _examine(world) == ()


def test_a_row_that_was_changed_behind_the_door_is_found(world: World) -> None:
    world.received(1)
    _tamper(
        "UPDATE store_stated_row SET place = 'elsewhere' WHERE \"table\" = 'bookings'",
        "store_stated_row",
    )
    codes = [finding.code for finding in _examine(world)]
    assert codes.count("casework.row-differs") == 1
    assert codes.count("store.guard-missing") == 2


def test_a_row_that_no_entry_states_is_found(world: World) -> None:
    world.received(1)
    _tamper(
        'INSERT INTO store_stated_row (agreement, "table", key, version, person, transfer, place,'
        ' is_open, "values", happened_at, recorded_at, entry, actor, actor_name)'
        ' SELECT agreement, "table", \'invented\', 1, person, transfer, place, is_open, "values",'
        " happened_at, recorded_at, 9999, actor, actor_name FROM store_stated_row"
        " WHERE \"table\" = 'bookings'"
    )
    codes = [finding.code for finding in _examine(world)]
    assert "casework.row-without-entry" in codes
    assert "store.standing-lost" in codes


def test_a_row_that_is_no_longer_shown_is_found(world: World) -> None:
    world.received(1)
    _tamper("DELETE FROM store_current_row WHERE \"table\" = 'bookings'")
    assert "store.standing-lost" in [finding.code for finding in _examine(world)]


NAME = "Zyxwvut Unmistakable"


def _erase(world: World, person: str) -> Done:
    """Erase a person's name, as an act that is planned for it does."""
    plan = Plan(
        (),
        "erased",
        case=world.view.row("cases", person).text("case"),  # type: ignore[union-attr]
        facts={"count": 1, "ground": "retention-ended"},
        erases=(Erase("identities", person),),
    )
    act = replace(ACTS["complete-person"], plan=lambda _asked, _situation: plan)
    asked = read_asked(act.asked, {"person": person})
    outcome = perform(act, asked, CAST["prisons"].actor({}), AGREEMENT, world.teller.ports)
    assert isinstance(outcome, Done), outcome
    return outcome


def test_what_was_erased_is_gone_from_rows_and_record_and_all_is_still_well(
    world: World, database: Database
) -> None:
    world.do("register-person", "prisons", full_name=NAME, person="N1", sex="1")
    world.do("complete-person", "prisons", person="N1", full_name=f"{NAME} the second")
    _erase(world, "N1")
    versions = world.view.history("identities", "N1")
    assert [row.text("full_name") for row in versions] == ["", ""]
    row = world.view.row("persons", "N1")
    assert row is not None
    assert row.text("sex") == "1"
    assert _examine(world) == ()
    if connection.vendor == "sqlite":
        _no_byte_is_left(str(database["NAME"]))


def _no_byte_is_left(path: str) -> None:
    files = [Path(path + ending) for ending in ("", "-wal", "-shm")]
    content = b"".join(file.read_bytes() for file in files if file.exists())
    assert NAME.encode() not in content
    for shift in range(3):  # a disclosure is base64, whose letters hang on where the name begins
        written = base64.urlsafe_b64encode(b"x" * shift + NAME.encode())[4:-4]
        assert written not in content


def test_the_search_for_bytes_finds_a_name_that_was_not_erased(
    world: World, database: Database
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the files of PostgreSQL are not searched")
    world.do("register-person", "prisons", full_name=NAME, person="N1")
    with pytest.raises(AssertionError):
        _no_byte_is_left(str(database["NAME"]))
