"""What the surroundings of a node say: its folder, its secret, its database, its names."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOME = "SAFECONDUCT_HOME"
SECRET = "SAFECONDUCT_SECRET"  # noqa: S105 - the name of a variable
DATABASE = "SAFECONDUCT_DATABASE"
HOSTS = "SAFECONDUCT_HOSTS"
HTTPS = "SAFECONDUCT_HTTPS"
MAIL = "SAFECONDUCT_MAIL"
MAIL_FROM = "SAFECONDUCT_MAIL_FROM"
ZONE = "SAFECONDUCT_ZONE"
DEMO = "SAFECONDUCT_DEMO"

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SECRET_BYTES = 48

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    " PRAGMA cache_size=-20000; PRAGMA journal_size_limit=27103364;"
)
"""FULL, not NORMAL: in WAL, NORMAL may lose the last commits when the power fails."""


def home_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder in which the node keeps what is its own."""
    return Path(environment.get(HOME) or Path.home() / ".safeconduct").absolute()


def secret_key(home: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The key that signs sessions: from the environment, else made once and kept in the home.

    The file is readable by its owner alone. Two processes that start at once agree on one key:
    the second reads what the first wrote.
    """
    if environment.get(SECRET):
        return environment[SECRET]
    path = home / "secret"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(SECRET_BYTES))
    return path.read_text("ascii").strip()


def hosts(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The names under which the node answers; this machine alone unless told."""
    named = [name.strip() for name in environment.get(HOSTS, "").split(",")]
    return [name for name in named if name] or list(LOOPBACK)


def is_only_loopback(names: list[str]) -> bool:
    """Whether nobody but this machine can reach the node under these names."""
    return all(_is_loopback(name.strip("[]")) for name in names)


def _is_loopback(name: str) -> bool:
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def over_https(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether browsers reach the node over HTTPS: so unless it answers this machine alone."""
    said = environment.get(HTTPS, "").lower()
    if said in {"yes", "no"}:
        return said == "yes"
    return not is_only_loopback(hosts(environment))


def database(home: Path, environment: Mapping[str, str] = os.environ) -> dict[str, object]:
    """The database: a file of SQLite in the home, another file, or a ``postgres://`` address."""
    said = environment.get(DATABASE, "")
    if said.startswith(("postgres://", "postgresql://")):
        return _postgres(said)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": said or str(home / "node.sqlite3"),
        # Every transaction takes the write lock at once, so that none fails half-way for it.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _postgres(address: str) -> dict[str, object]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": True},
    }


def mail(home: Path, environment: Mapping[str, str] = os.environ) -> dict[str, object]:
    """How notices leave: by the named ``smtp://`` server, else into a folder of the home."""
    said = environment.get(MAIL, "")
    sender = {"DEFAULT_FROM_EMAIL": environment.get(MAIL_FROM) or "safeconduct@localhost"}
    if not said:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": str(home / "outbox"), **sender}
    parts = urlsplit(said)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 10,
        **sender,
    }
