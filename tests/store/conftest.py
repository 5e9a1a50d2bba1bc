"""A store for each test: in memory, on SQLite and on PostgreSQL, empty and guarded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from safeconduct.casework import MemoryStore, NodeKeys, Store
from tests.casework.world import OPENED
from tests.store import databases

# Browser tests of the same process leave an event loop running, in which Django would refuse to
# ask its database; nothing here is asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

databases.set_up_django()

from safeconduct.store.django_store import DjangoStore  # noqa: E402 - needs the settings

ENGINES = ("sqlite", "postgresql")
Database = dict[str, Any]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, to be copied."""
    return databases.sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def server() -> Iterator[databases.Server]:
    """A PostgreSQL server with a migrated template."""
    if not databases.BINARIES.exists():
        pytest.skip(databases.NO_POSTGRESQL)
    with databases.postgresql() as started:
        databases.point_at(started.make())
        databases.migrate()
        databases.point_at(databases.sqlite(Path(":memory:")))
        yield started


@pytest.fixture
def make_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Database]:
    """Makes an empty database of an engine."""

    def make(engine: str) -> Database:
        if engine == "postgresql":
            started: databases.Server = request.getfixturevalue("server")
            return started.make("node_1")
        path = tmp_path / "node.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return databases.sqlite(path)

    return make


@pytest.fixture(params=ENGINES)
def database(
    request: pytest.FixtureRequest, make_database: Callable[[str], Database]
) -> Iterator[Database]:
    """An empty database, to which every connection of the test goes."""
    made = make_database(request.param)
    databases.point_at(made)
    yield made
    databases.point_at(databases.sqlite(Path(":memory:")))


@pytest.fixture
def keys(tmp_path: Path) -> NodeKeys:
    """The node's keys, with an anchor of the test's own."""
    return NodeKeys.new("node.example/record", tmp_path / "state")


@pytest.fixture(params=("memory", *ENGINES))
def store(
    request: pytest.FixtureRequest,
    keys: NodeKeys,
    make_database: Callable[[str], Database],
) -> Iterator[Store]:
    """The store of a node, of every kind that there is."""
    if request.param == "memory":
        yield MemoryStore(keys, OPENED)
        return
    databases.point_at(make_database(request.param))
    yield DjangoStore(keys)
    databases.point_at(databases.sqlite(Path(":memory:")))
