"""Two records exchange entries over files: cards, digits, bundles, answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import Run

AGREEMENT = "be-nl-2009-tilburg"
STAY = {
    "event": "order-received",
    "case": "c-1",
    "facts": {"kind": "stay"},
    "personal": {"person": "P-1"},
}


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """Two records in one folder, each with its card."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "state"))
    for name in ("be", "nl"):
        run("record", "init", name, "--origin", f"{name}.example/log", "--unprotected")
        run("exchange", "card", name, "--agreement", AGREEMENT, "--party", name.upper(),
            "--out", f"{name}.card")  # fmt: skip
    Path("stay.json").write_text(json.dumps(STAY), "utf-8")
    return tmp_path


def introduce(run: Run) -> None:
    digits = run("exchange", "meet", "be", "nl.card", "--json").told["digits"]
    assert run("exchange", "meet", "be", "nl.card", "--digits", digits).code == 0
    assert run("exchange", "meet", "nl", "be.card", "--digits", digits).code == 0


def test_a_stay_order_crosses_on_a_stick_and_its_answer_comes_back(records: Path, run: Run) -> None:
    introduce(run)
    run("record", "append", "be", "stay.json")
    assert run("exchange", "pack", "be", "--out", "bundle").code == 0
    taken = run("exchange", "take", "nl", "bundle", "--answer", "answer", "--json").told
    bodies = [one["claims"].get("body") for one in taken["entries"]]
    assert {"kind": "stay", "person": "P-1"} in bodies
    answered = run("exchange", "acknowledge", "be", "answer", "--json").told
    assert answered["has"] == answered["of"]
    assert run("exchange", "pack", "be", "--out", "more", "--json").told["file"] is None
    (mirror,) = records.glob("nl.mirror-*[!e]")
    policy = records / "be.private" / "policy.txt"
    assert run("record", "verify", mirror, "--policy", policy).code == 0


def test_nothing_is_packed_for_a_party_that_nobody_introduced(records: Path, run: Run) -> None:
    refused = run("exchange", "pack", "be", "--out", "bundle")
    assert refused.code == 2
    assert "exchange meet" in refused.err
    assert not Path("bundle").exists()


def test_other_digits_introduce_nobody(records: Path, run: Run) -> None:
    refused = run("exchange", "meet", "be", "nl.card", "--digits", "00000 11111")
    assert refused.code == 2
    assert "digits differ" in refused.err
    assert run("exchange", "pack", "be", "--out", "bundle").code == 2


def test_other_terms_are_shown_before_anything_is_exchanged(records: Path, run: Run) -> None:
    run("exchange", "card", "nl", "--agreement", "no-nl-2015-norgerhaven", "--party", "NL",
        "--out", "nl.card")  # fmt: skip
    shown = run("exchange", "meet", "be", "nl.card")
    assert shown.code == 2
    assert "another agreement" in shown.err
    assert shown.out == ""  # there is nothing to read aloud
    digits = run("exchange", "meet", "be", "nl.card", "--json").told["digits"]
    assert run("exchange", "meet", "be", "nl.card", "--digits", digits).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("exchange", "meet", "be", "rubbish"),
        ("exchange", "take", "be", "rubbish", "--answer", "answer"),
        ("exchange", "acknowledge", "be", "rubbish"),
        ("exchange", "meet", "be", "not-there"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_rubbish_is_told(records: Path, run: Run, arguments: tuple[str, ...], lang: str) -> None:
    Path("rubbish").write_bytes(b"\x00\xffrubbish\n")
    ran = run(*arguments, "--lang", lang)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err
