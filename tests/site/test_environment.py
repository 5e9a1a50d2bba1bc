"""What a node takes from its surroundings, and how it stands where they say nothing."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from safeconduct.site.environment import database, hosts, mail, over_https, secret_key


def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: secret_key(tmp_path, {}), range(8)))
    assert len(made) == 1
    assert len(made.pop()) > 50
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_a_secret_from_outside_is_not_written(tmp_path: Path) -> None:
    assert secret_key(tmp_path, {"SAFECONDUCT_SECRET": "given"}) == "given"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "https"),
    [
        ({}, False),
        ({"SAFECONDUCT_HOSTS": "127.0.0.1, localhost"}, False),
        ({"SAFECONDUCT_HOSTS": "node.example"}, True),
        ({"SAFECONDUCT_HOSTS": "localhost,node.example"}, True),
        ({"SAFECONDUCT_HOSTS": "node.example", "SAFECONDUCT_HTTPS": "no"}, False),
    ],
)
def test_whoever_is_reachable_from_elsewhere_speaks_https(
    said: dict[str, str], https: bool
) -> None:
    assert over_https(said) is https


def test_a_node_answers_this_machine_alone_unless_told() -> None:
    assert hosts({}) == ["127.0.0.1", "localhost", "[::1]"]


def test_sqlite_takes_its_lock_at_once_and_loses_no_commit(tmp_path: Path) -> None:
    made = database(tmp_path, {})
    options = made["OPTIONS"]
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]


def test_an_address_of_postgresql_is_read_whole(tmp_path: Path) -> None:
    said = {"SAFECONDUCT_DATABASE": "postgres://node:p%40ss@db.example:5433/custody"}
    made = database(tmp_path, said)
    assert [made[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "custody", "node", "p@ss", "db.example", "5433",
    ]  # fmt: skip


def test_mail_goes_into_a_folder_until_a_server_is_named(tmp_path: Path) -> None:
    assert mail(tmp_path, {})["EMAIL_FILE_PATH"] == str(tmp_path / "outbox")
    named = mail(tmp_path, {"SAFECONDUCT_MAIL": "smtp+tls://u:p@mail.example:587"})
    assert (named["EMAIL_HOST"], named["EMAIL_PORT"], named["EMAIL_USE_TLS"]) == (
        "mail.example", 587, True,
    )  # fmt: skip
