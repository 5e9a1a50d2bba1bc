"""The commands that found a node and keep it going, from an empty folder to a restored one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.project import PACKAGE, ROOT

AGREEMENT = PACKAGE / "cli" / "demo" / "files" / "agreement.yaml"


def run(*arguments: str, home: Path, code: int = 0, lang: str = "en") -> str:
    """What a command prints; it ends with the exit code."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAFECONDUCT_")}
    done = subprocess.run(
        [sys.executable, "-m", "safeconduct.cli", *arguments, "--home", str(home), "--lang", lang],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A node that somebody has founded with an agreement."""
    home = tmp_path_factory.mktemp("node")
    said = run(
        "account", "officer@authority.example", "--name", "An officer", "--office",
        "prison-service", "--adopt", str(AGREEMENT), "--json", home=home,
    )  # fmt: skip
    assert json.loads(said)["email"] == "officer@authority.example"
    return home


def test_an_account_is_made_once(founded: Path) -> None:
    said = run("account", "officer@authority.example", "--name", "Again", home=founded, code=2)
    assert "already" in said


def test_no_account_is_made_for_an_agreement_that_cannot_be_read(founded: Path) -> None:
    wrong = founded / "wrong.yaml"
    wrong.write_text("agreement: [", "utf-8")
    asked = ("account", "second@authority.example", "--name", "Second")
    run(*asked, "--adopt", str(wrong), home=founded, code=2)
    run(*asked, home=founded)


def test_the_doctor_finds_a_new_node_well(founded: Path) -> None:
    assert "El estado es lo que dice el registro" in run("doctor", home=founded, lang="es")


def test_a_round_of_the_worker_publishes_the_record(founded: Path) -> None:
    assert json.loads(run("worker", "--once", "--json", home=founded))["findings"] == []


def test_a_token_is_printed_once_and_only_for_what_exists(founded: Path) -> None:
    assert run("token", "officer@authority.example", home=founded).startswith("sct_")
    run("token", "nobody@authority.example", home=founded, code=2)
    run("token", "officer@authority.example", "--right", "fly", home=founded, code=2)


def test_a_backup_is_brought_back_into_an_empty_home(founded: Path, tmp_path: Path) -> None:
    made = json.loads(run("backup", str(tmp_path / "copy"), "--json", home=founded))
    back = json.loads(run("restore", str(tmp_path / "copy"), "--json", home=tmp_path / "new"))
    assert made["entries"] == back["entries"] > 0
    assert "what the record says" in run("doctor", home=tmp_path / "new")
    run("backup", str(tmp_path / "copy"), home=founded, code=2)


def test_an_address_that_is_taken_is_told(founded: Path) -> None:
    said = run("serve", "--host", "192.0.2.1", "--port", "8094", home=founded, code=2)
    assert "192.0.2.1:8094" in said


def test_a_home_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot hold a node" in run("doctor", home=tmp_path / "file", code=2)
