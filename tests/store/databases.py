"""Databases for tests: a fresh one for each test, on SQLite and on PostgreSQL.

A template is migrated once and copied. Neither engine needs anything but what Debian installs.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections

from safeconduct.site.environment import SQLITE_PRAGMAS

BINARIES = Path("/usr/lib/postgresql/15/bin")
NO_POSTGRESQL = f"PostgreSQL is not installed in {BINARIES}"
USER = "postgres"


def set_up_django() -> None:
    """Load Django with the settings of these tests, unless others have loaded it already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.store.settings")
    if not apps.ready:
        django.setup()


def point_at(database: dict[str, Any]) -> None:
    """Have every connection of this process, of whatever thread, go to another database."""
    connections.close_all()
    connections.settings["default"] = connections.configure_settings({"default": database})[
        "default"
    ]
    with contextlib.suppress(AttributeError):
        del connections["default"]


def migrate() -> None:
    """Make the tables and the guards in the database that is pointed at."""
    call_command("migrate", verbosity=0)


def sqlite(path: Path) -> dict[str, Any]:
    """A database in a file, with the options of a node."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def sqlite_template(folder: Path) -> Path:
    """A migrated database file without companions, ready to be copied."""
    path = folder / "template.sqlite3"
    point_at(sqlite(path))
    migrate()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


class Server:
    """A PostgreSQL server that a test session started."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._made = 0

    def database(self, name: str) -> dict[str, Any]:
        """The settings of one of its databases."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "USER": USER,
            "HOST": str(self.folder),
            "PORT": str(self.port),
        }

    def make(self, template: str = "template1") -> dict[str, Any]:
        """A new database, copied from a template."""
        self._made += 1
        name = f"node_{self._made}"
        self.run("createdb", "-h", str(self.folder), "-p", str(self.port), "-T", template, name)
        return self.database(name)

    def crash(self) -> None:
        """Stop without writing anything more, as when the power fails, and start again."""
        data = str(self.folder / "data")
        self.run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        self.start()

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-k {self.folder} -p {self.port} -c listen_addresses=''"
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self.run("pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")

    def run(self, program: str, *arguments: str) -> None:
        """Run one of Debian's programs as a user that is not root."""
        subprocess.run(
            [str(BINARIES / program), *arguments],
            check=True,
            capture_output=True,
            cwd=self.folder,
            user=USER if os.geteuid() == 0 else None,
        )


@contextlib.contextmanager
def postgresql() -> Iterator[Server]:
    """A server on a socket of its own, without fsync off: what it acknowledges is durable."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    server = Server(folder, _free_port())
    data = str(folder / "data")
    server.run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale")
    try:
        server.start()
        yield server
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            server.run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
