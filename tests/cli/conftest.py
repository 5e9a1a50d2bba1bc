"""A desk at which the commands run that write into a record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clearance.bundles import nothing_missing
from tests.cli.desk import FILES, IRWIN, Run, write_bundle
from tests.cli.terminal import Ran, safeconduct


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``safeconduct``."""

    def call(*arguments: object) -> Ran:
        ran = safeconduct(capsys, *arguments)
        assert "Traceback" not in ran.err
        return ran

    return call


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A working folder with a record, two books, a case bundle and an order."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("SAFECONDUCT_PASSPHRASE", raising=False)
    for name, text in FILES.items():
        Path(name).write_text(text, "utf-8")
    write_bundle(Path("case"), nothing_missing())
    run("clear", "case", "--seal")
    run("agreement", "new", "terms.yaml")
    run("dispute", "raise", "ours.csv", "theirs.csv", *IRWIN, "--file", "answers.csv")
    run("invoice", "ours.csv", *IRWIN, "--freeze", "frozen.json", "--issued-on", "2009-02-02")
    made = run("record", "init", "log", "--origin", "record.sending.example/a-1/log",
               "--unprotected", "--policy-out", "policy")  # fmt: skip
    assert made.code == 0
    return tmp_path
