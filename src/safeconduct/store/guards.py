"""Guards: triggers in the database that refuse to change or remove what is written.

A migration that rebuilds a table of SQLite drops its triggers without a word. So they are made
anew after every migration, and a system check says where one is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Guard:
    """What a table refuses.

    Attributes:
        table: the table.
        against: ``UPDATE`` or ``DELETE``.
        unless: SQL on ``OLD`` for rows that may be changed after all; empty for none.
    """

    table: str
    against: str
    unless: str = ""

    @property
    def name(self) -> str:
        """The trigger's name."""
        return f"guard_{self.table}_{self.against.lower()}"


APPEND_ONLY = ("store_stated_row", "store_request", "store_read", "store_their_row")
GUARDS = (
    *(Guard(table, against) for table in APPEND_ONLY for against in ("UPDATE", "DELETE")),
    Guard("store_log_public", "UPDATE", unless="OLD.path = 'checkpoint'"),
    Guard("store_log_public", "DELETE"),
    Guard("store_log_journal", "UPDATE"),
    Guard("store_personal_values", "DELETE"),
)

REFUSAL = "what is written stays written"
_FUNCTION = "safeconduct_refuse"


def make(connection: BaseDatabaseWrapper) -> None:
    """Make every guard anew."""
    with connection.cursor() as cursor:
        for statement in _STATEMENTS[connection.vendor]():
            cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """The names of guards that are not there."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        present = {str(row[0]) for row in cursor.fetchall()}
    return tuple(guard.name for guard in GUARDS if guard.name not in present)


def _for_sqlite() -> Iterator[str]:
    for guard in GUARDS:
        when = f"WHEN NOT ({guard.unless}) " if guard.unless else ""
        yield f"DROP TRIGGER IF EXISTS {guard.name}"
        yield (
            f"CREATE TRIGGER {guard.name} BEFORE {guard.against} ON {guard.table} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _for_postgresql() -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    for guard in GUARDS:
        when = f"WHEN (NOT ({guard.unless})) " if guard.unless else ""
        yield f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}"
        yield (
            f"CREATE TRIGGER {guard.name} BEFORE {guard.against} ON {guard.table} "
            f"FOR EACH ROW {when}EXECUTE FUNCTION {_FUNCTION}()"
        )
    for table in sorted({guard.table for guard in GUARDS if not guard.unless}):
        yield f"DROP TRIGGER IF EXISTS guard_{table}_truncate ON {table}"
        yield (
            f"CREATE TRIGGER guard_{table}_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
        )


_STATEMENTS = {"sqlite": _for_sqlite, "postgresql": _for_postgresql}
_PRESENT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def make_after_migrating(using: str, **_: object) -> None:
    """Make the guards anew, once the store's tables have their last shape."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if {guard.table for guard in GUARDS} <= tables:
        make(connection)


def check(
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 - the framework's call
    databases: Sequence[str] | None = None,
    **_: Any,
) -> list[checks.CheckMessage]:
    """Say which guards are missing in the databases that are checked."""
    return [
        checks.Error(f"The guard {name} is missing: rows could be changed.", id="store.E001")
        for using in databases or ()
        for name in missing(connections[using])
    ]
