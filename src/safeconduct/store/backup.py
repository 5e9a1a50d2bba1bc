"""Backups: the database as of one moment, the node's keys, and a digest of each file.

A node that is restored from a backup older than what it signed on the same machine goes on
showing what it knows, and refuses to sign: whoever signs from an older copy forks the record.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.store.keys import FOLDER
from safeconduct.store.log_storage import DatabaseLog

CONTENTS = "backup.json"
_FILES = {"sqlite": "node.sqlite3", "postgresql": "node.dump"}


def back_up(target: Path, now: datetime) -> int:
    """Write a backup into a folder that is new or empty, while the node goes on.

    Args:
        target: the folder.
        now: the present instant, aware.

    Returns:
        How many entries of the record it holds.

    Raises:
        WrongInput: the folder holds something, or cannot be written.
    """
    if target.exists() and any(target.iterdir()):
        raise _wrong(Message.of("store.backup-not-empty", folder=str(target)), target)
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _DUMP[connection.vendor](target / _FILES[connection.vendor])
        shutil.copytree(Path(settings.NODE_HOME) / FOLDER, target / FOLDER)
        size = DatabaseLog().size()
        contents = {
            "safeconduct_backup": 1,
            "made_at": now.isoformat(timespec="seconds"),
            "engine": connection.vendor,
            "entries": size,
            "sha256": _digests(target),
        }
        (target / CONTENTS).write_text(json.dumps(contents, indent=1), "utf-8")
    except (OSError, subprocess.CalledProcessError) as fault:
        raise _failed("store.backup-failed", target, fault) from fault
    return size


def restore(source: Path) -> int:
    """Bring a backup back, into a home and a database that hold nothing yet.

    Returns:
        How many entries of the record it holds.

    Raises:
        WrongInput: the folder is no whole backup, is of another engine, or there is a node already.
    """
    contents = _contents(source)
    if contents["engine"] != connection.vendor:
        other = str(contents["engine"])
        code = "store.backup-other-engine"
        raise _wrong(Message.of(code, engine=other, here=connection.vendor), source)
    home = Path(settings.NODE_HOME)
    if (home / FOLDER).exists() or _has_tables():
        raise _wrong(Message.of("store.restore-over-node", home=str(home)), home)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _LOAD[connection.vendor](source / _FILES[connection.vendor])
        shutil.copytree(source / FOLDER, home / FOLDER)
    except (OSError, subprocess.CalledProcessError) as fault:
        raise _failed("store.restore-failed", source, fault) from fault
    return int(contents["entries"])


def _contents(source: Path) -> dict[str, Any]:
    contents: dict[str, Any] = {}
    try:
        contents = json.loads((source / CONTENTS).read_text("utf-8"))
        whole = contents["sha256"] == _digests(source) and contents["engine"] in _FILES
    except (OSError, ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise _wrong(Message.of("store.backup-not-whole", folder=str(source)), source)
    return contents


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CONTENTS)
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def _has_tables() -> bool:
    return bool(connection.introspection.table_names())


def _dump_sqlite(target: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    target.chmod(0o600)


def _load_sqlite(source: Path) -> None:
    path = Path(str(connection.settings_dict["NAME"]))
    connections.close_all()
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _dump_postgresql(target: Path) -> None:
    _run("pg_dump", "--format=custom", "--no-owner", "--file", str(target), *_address())


def _load_postgresql(source: Path) -> None:
    _run("pg_restore", "--no-owner", "--exit-on-error", *_address(), str(source))


def _address() -> tuple[str, ...]:
    named = connection.settings_dict
    options = (("--host", "HOST"), ("--port", "PORT"), ("--username", "USER"), ("--dbname", "NAME"))
    return tuple(f"{option}={named[key]}" for option, key in options if named[key])


def _run(program: str, *arguments: str) -> None:
    secret = {"PGPASSWORD": str(connection.settings_dict["PASSWORD"])}
    environment = {**os.environ, **{name: value for name, value in secret.items() if value}}
    subprocess.run([program, *arguments], check=True, capture_output=True, env=environment)  # noqa: S603


_DUMP = {"sqlite": _dump_sqlite, "postgresql": _dump_postgresql}
_LOAD = {"sqlite": _load_sqlite, "postgresql": _load_postgresql}


def _failed(code: str, folder: Path, fault: OSError | subprocess.CalledProcessError) -> WrongInput:
    if isinstance(fault, OSError):
        return _wrong(Message(code, {"why": system_reason(fault)}), folder)
    said = bytes(fault.stderr or b"").decode("utf-8", "replace").strip()
    return _wrong(Message(code, {"why": said.rpartition("\n")[2][:300]}), folder)


def _wrong(message: Message, where: Path) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR, Location(file=str(where))))
