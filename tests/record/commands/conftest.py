"""The commands of the record, run in the same process, and a log for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.cli.main import run
from tests.record.commands.using import ORIGIN, Command, Done


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs ``safeconduct record`` and returns its exit code and what it printed."""
    monkeypatch.setenv("SAFECONDUCT_PASSPHRASE", "correct horse battery staple")
    monkeypatch.setenv("SAFECONDUCT_SIGN_PASSPHRASE", "another passphrase")

    def call(*arguments: object) -> Done:
        with pytest.raises(SystemExit) as left:
            run(["record", *map(str, arguments)])
        printed = capfd.readouterr()
        assert "Traceback" not in printed.err
        return Done(int(left.value.code or 0), printed.out, printed.err)

    return call


@pytest.fixture
def log(tmp_path: Path, command: Command) -> Path:
    done = command(
        "init", tmp_path / "log", "--origin", ORIGIN, "--policy-out", tmp_path / "policy",
        "--unprotected",
    )  # fmt: skip
    assert done.code == 0
    return tmp_path / "log"
