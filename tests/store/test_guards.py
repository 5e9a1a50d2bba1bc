"""What is written stays written: the database itself refuses to change or remove it."""

from __future__ import annotations

import pytest
from django.core import checks
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import CharField

from safeconduct.casework import ACTS, NodeKeys, perform, read_asked
from safeconduct.casework.story.cast import AGREEMENT, CAST
from safeconduct.store import guards
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.models import Read, StatedRow
from tests.casework.world import World
from tests.store.conftest import Database

GUARDED = {
    "store_stated_row": "key",
    "store_request": "key",
    "store_read": "account",
    "store_log_journal": "data",
}
NEVER_REMOVED = ("store_stated_row", "store_request", "store_read", "store_personal_values")


@pytest.fixture
def world(database: Database, keys: NodeKeys) -> World:
    made = World(DjangoStore(keys))
    made.do("register-person", "prisons", full_name="Somebody", person="N1")
    _fill(made)
    return made


def _fill(world: World) -> None:
    """At least one row in every table of the log."""
    act = ACTS["register-person"]
    asked = read_asked(act.asked, {"full_name": "Another"})
    actor = CAST["prisons"].actor({})
    perform(act, asked, actor, AGREEMENT, world.teller.ports, request_key="k")
    Read.objects.create(agreement=AGREEMENT, account="a", read_at=world.clock.now())


def _refuses(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as refused:
        return "what is written stays written" in str(refused)
    return False


@pytest.mark.parametrize(("table", "column"), GUARDED.items(), ids=lambda part: part)
def test_no_row_of_the_log_can_be_changed(world: World, table: str, column: str) -> None:
    assert _refuses(f'UPDATE {table} SET "{column}" = "{column}"')  # noqa: S608


@pytest.mark.parametrize("table", NEVER_REMOVED)
def test_no_row_of_the_log_can_be_removed(world: World, table: str) -> None:
    assert _refuses(f"DELETE FROM {table}")  # noqa: S608


def test_tiles_never_change_and_the_checkpoint_does(world: World) -> None:
    store = world.store
    assert isinstance(store, DjangoStore)
    assert store.publish(world.clock.now()).published
    world.do("register-person", "prisons", full_name="Somebody", person="N3")
    assert store.publish(world.clock.now()).published
    assert _refuses("UPDATE store_log_public SET data = data WHERE path <> 'checkpoint'")
    assert _refuses("DELETE FROM store_log_public")


def _rebuild_tables() -> None:
    """What a migration does that alters a column: on SQLite it makes the table anew."""
    before = StatedRow._meta.get_field("actor_name")  # noqa: SLF001
    after = CharField(max_length=300, blank=True, default="")
    after.set_attributes_from_name("actor_name")
    after.model = StatedRow
    with connection.schema_editor() as editor:
        editor.alter_field(StatedRow, before, after)


def test_guards_are_made_anew_after_a_table_was_rebuilt(world: World) -> None:
    _rebuild_tables()
    lost = connection.vendor == "sqlite"
    assert ("guard_store_stated_row_update" in guards.missing(connection)) == lost
    assert bool(checks.run_checks(tags=["database"], databases=["default"])) == lost
    guards.make_after_migrating(using="default")
    assert guards.missing(connection) == ()
    assert checks.run_checks(tags=["database"], databases=["default"]) == []
    assert _refuses("UPDATE store_stated_row SET key = key")
    assert _refuses("DELETE FROM store_stated_row")


def test_a_migration_makes_the_guards_without_being_asked(world: World) -> None:
    with connection.cursor() as cursor:
        on = " ON store_stated_row" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER guard_store_stated_row_update{on}")
    assert guards.missing(connection) == ("guard_store_stated_row_update",)
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == ()
