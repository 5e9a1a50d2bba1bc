"""A backup holds all that was acknowledged, says when it is not whole, and never overwrites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from safeconduct.basics import WrongInput
from safeconduct.casework import Done, Refused, SystemClock
from safeconduct.casework.story.cast import AGREEMENT
from safeconduct.store import guards
from safeconduct.store.backup import back_up, restore
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.doctor import examine
from tests.store import databases
from tests.store.conftest import ENGINES, Database
from tests.store.registering import register

NOW = SystemClock().now()

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(settings, "NODE_HOME", tmp_path / "home", raising=False)
    return tmp_path / "home"


def _empty(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    if engine == "sqlite":
        return databases.sqlite(tmp_path / "restored.sqlite3")
    server: databases.Server = request.getfixturevalue("server")
    return server.make()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_restored_node_knows_what_was_known_and_goes_on(
    engine: str,
    home: Path,
    tmp_path: Path,
    make_database: Callable[[str], Database],
    request: pytest.FixtureRequest,
) -> None:
    databases.point_at(make_database(engine))
    assert isinstance(register(DjangoStore(), "N1"), Done)
    entries = back_up(tmp_path / "backup", NOW)
    with pytest.raises(WrongInput, match="restore-over-node"):
        restore(tmp_path / "backup")
    home.rename(tmp_path / "lost")
    databases.point_at(_empty(engine, request, tmp_path))
    assert restore(tmp_path / "backup") == entries
    restored = DjangoStore()
    assert restored.view(AGREEMENT).row("persons", "N1") is not None
    assert guards.missing(connection) == ()
    assert examine(restored) == ()
    assert isinstance(register(restored, "N2"), Done)
    databases.point_at(databases.sqlite(Path(":memory:")))


def test_a_backup_older_than_what_was_signed_shows_and_does_not_sign(
    home: Path, tmp_path: Path, make_database: Callable[[str], Database]
) -> None:
    databases.point_at(make_database("sqlite"))
    store = DjangoStore()
    register(store, "N1")
    back_up(tmp_path / "backup", NOW)
    register(store, "N2")
    store.publish(SystemClock().now())
    home.rename(tmp_path / "lost")
    databases.point_at(databases.sqlite(tmp_path / "restored.sqlite3"))
    restore(tmp_path / "backup")
    refused = register(DjangoStore(), "N3")
    assert isinstance(refused, Refused)
    assert [f.code for f in refused.findings] == ["record.older-copy"]
    databases.point_at(databases.sqlite(Path(":memory:")))


@pytest.mark.parametrize("spoil", ["cut", "lost", "no-contents"])
def test_a_backup_that_is_not_whole_is_not_restored(
    spoil: str, home: Path, tmp_path: Path, make_database: Callable[[str], Database]
) -> None:
    databases.point_at(make_database("sqlite"))
    register(DjangoStore(), "N1")
    folder = tmp_path / "backup"
    back_up(folder, NOW)
    file = folder / "node.sqlite3"
    if spoil == "cut":
        file.write_bytes(file.read_bytes()[:-100])
    elif spoil == "lost":
        next((folder / "keys").glob("*.json")).unlink()
    else:
        (folder / "backup.json").unlink()
    home.rename(tmp_path / "gone")
    databases.point_at(databases.sqlite(tmp_path / "restored.sqlite3"))
    with pytest.raises(WrongInput, match="backup-not-whole"):
        restore(folder)
    assert not home.exists()
    databases.point_at(databases.sqlite(Path(":memory:")))


def test_a_backup_is_never_written_over_another(
    home: Path, tmp_path: Path, make_database: Callable[[str], Database]
) -> None:
    databases.point_at(make_database("sqlite"))
    register(DjangoStore(), "N1")
    back_up(tmp_path / "backup", NOW)
    with pytest.raises(WrongInput, match="backup-not-empty"):
        back_up(tmp_path / "backup", NOW)
    databases.point_at(databases.sqlite(Path(":memory:")))
