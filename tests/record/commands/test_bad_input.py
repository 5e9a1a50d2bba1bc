"""What the commands of the record refuse: one sentence, its exit code, and nothing corrupted."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from safeconduct.record.log.folder import private_folder
from tests.record.commands.using import ARRIVAL, ORIGIN, Command, statement


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["verify", "LOG", "--policy", "absent"], 2, "absent"),
        (["verify", "absent", "--policy", "POLICY"], 2, "no log"),
        (["verify", "http://127.0.0.1:9/log", "--policy", "POLICY"], 1, "cannot be read"),
        (["prove", "LOG", "999"], 1, "no entry 999"),
        (["prove", "LOG", "what"], 1, "no entry what"),
        (["prove", "LOG", "00" * 32], 1, "no entry"),
        (["check", "absent"], 2, "absent"),
        (["append", "LOG", "absent.json"], 2, "absent.json"),
        (["append", "absent", "STATEMENT"], 2, "no log"),
        (["init", "LOG", "--origin", ORIGIN], 2, "already"),
        (["init", "new", "--origin", "a b"], 2, "a b"),
        (["init", "new", "--origin", ORIGIN, "--witness", "nobody"], 2, "nobody"),
        (["init", "new", "--origin", ORIGIN, "--witness", "w=nothing"], 2, "policy"),
        (["keys", "revoke", "LOG", "nobody"], 2, "key"),
        (["keys", "enrol", "LOG", "--public", "AA", "--office", "x"], 2, "key"),
        (["keys", "rotate", "LOG", "--use", "officer"], 2, "officer"),
        (["witness", "--key", "STATEMENT", "--policy", "POLICY", "--state", "w"], 2, "key file"),
        (["cosign", "LOG", "--key", "absent", "--policy", "POLICY", "--state", "w"], 2, "absent"),
    ],
    ids=lambda value: " ".join(value[:3]) if isinstance(value, list) else None,
)
def test_bad_input_gets_one_sentence_and_its_exit_code(
    tmp_path: Path, log: Path, command: Command, arguments: Sequence[str], code: int, says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    named = {"LOG": log, "POLICY": tmp_path / "policy", "STATEMENT": statement(tmp_path, ARRIVAL)}
    for extra in ((), ("--lang", "es"), ("--json",)):
        done = command(*(named.get(word, word) for word in arguments), *extra)
        assert done.code == code
        assert len(done.err.strip().splitlines()) == 1
        assert "record." not in done.err.replace(ORIGIN, "").replace("record.example", "")
        if not extra:
            assert says in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["publish", "LOG", "--out", "log/checkpoint"],
        ["publish", "LOG", "--out", "log.private/policy.txt"],
        ["publish", "LOG", "--cosigned", "policy", "--out", "policy"],
        ["prove", "LOG", "0", "--out", "log/tile/0/000.p/1"],
        ["prove", "LOG", "0", "--entry-out", "twice", "--out", "twice"],
        ["prove", "LOG", "0", "--pack", "log.private/pack"],
        ["verify", "LOG", "--policy", "policy", "--evidence", "policy"],
        ["timeline", "LOG", "--order", "x", "--proofs", "log/proofs"],
        ["cosign", "LOG", "--key", "k", "--policy", "policy", "--state", "s", "--out", "k"],
    ],
    ids=lambda value: " ".join(value[::2]),
)
def test_nothing_is_written_over_what_is_read_or_into_a_log(
    tmp_path: Path, log: Path, command: Command, arguments: Sequence[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = command(*(log if word == "LOG" else word for word in arguments))
    assert done.code == 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_is_written_goes_through_links_and_pipes_and_replaces_neither(
    tmp_path: Path, log: Path, command: Command
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    assert command("publish", log, "--out", tmp_path / "link").code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == (log / "checkpoint").read_bytes()
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    assert command("publish", log, "--out", pipe).code == 0
    reader.join()
    assert (pipe.is_fifo(), heard) == (True, [(log / "checkpoint").read_bytes()])
    assert command("publish", log, "--out", tmp_path).code == 2


def test_a_log_is_named_from_within(
    tmp_path: Path, log: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(log)
    assert command("append", ".", statement(tmp_path, ARRIVAL)).code == 0
    (log / "tile").joinpath("x").mkdir()
    monkeypatch.chdir(log / "tile")
    assert command("publish", "..").code == 0
    assert command("publish", "/").code == 2


def test_a_kind_that_is_misspelt_is_answered_with_those_like_it(
    tmp_path: Path, log: Path, command: Command
) -> None:
    done = command("append", log, statement(tmp_path, {"event": "order-isued"}))
    assert done.code == 2
    assert "order-issued" in done.err
    assert "headcount" not in done.err


@pytest.mark.parametrize("state", ["policy", "policy/within", "loop"])
def test_a_witness_whose_memory_cannot_be_used_signs_nothing(
    tmp_path: Path, log: Path, command: Command, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    command("keys", "new", "--use", "witness", "--name", "w.example", "--out", "w.json")
    done = command(
        "cosign", log, "--key", "w.json", "--policy", "policy", "--state", state, "--out", "c"
    )
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("damage", [b"", b"\xff", b"{}", b'{"seq": 0, "leaf": ""}', b"[1]"])
@pytest.mark.parametrize("kept", ["chains/shared", "disclosures"])
def test_damage_to_what_the_owner_keeps_is_told_and_corrupts_no_log(
    tmp_path: Path, log: Path, command: Command, kept: str, damage: bytes
) -> None:
    file = statement(tmp_path, {**ARRIVAL, "event": "order-issued", "facts": {"order": "o-7"}})
    (entry,) = command("append", log, file, "--json").json["entries"]
    folder = private_folder(log) / kept
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.write_bytes(damage)
    for asked in (
        ("append", log, file),
        ("timeline", log, "--order", "o-7"),
        ("erase", log, entry["index"], "--name", "full_name", "--ground", "asked"),
    ):
        done = command(*asked)
        assert done.code in {0, 1}
        assert len(done.err.splitlines()) == (done.code == 1)
    assert command("verify", log, "--policy", tmp_path / "policy").code == 0


def test_a_tile_that_leads_elsewhere_proves_nothing(
    tmp_path: Path, log: Path, command: Command
) -> None:
    (entry,) = command("append", log, statement(tmp_path, ARRIVAL), "--json").json["entries"]
    tile = log / "tile/0/000.p/4"
    tile.write_bytes(bytes(len(tile.read_bytes())))
    done = command("prove", log, entry["index"], "--out", tmp_path / "proof")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert not (tmp_path / "proof").exists()


def test_what_the_system_says_is_said_in_spanish_too(
    tmp_path: Path, log: Path, command: Command
) -> None:
    (tmp_path / "rubbish.zip").write_bytes(b"rubbish")
    pack = command("check", tmp_path / "rubbish.zip", "--lang", "es")
    assert pack.err.endswith("no es un archivo zip completo\n")
    made = command("keys", "new", "--use", "witness", "--name", "w", "--out", tmp_path / "w.json")
    assert made.code == 0
    for address in ("nowhere", "127.0.0.1:99999", "127.0.0.1:x"):
        done = command("witness", "--key", tmp_path / "w.json", "--policy", tmp_path / "policy",
                       "--state", tmp_path / "s", "--listen", address, "--lang", "es")  # fmt: skip
        assert (done.code, "HOST:PUERTO" in done.err) == (2, True)


def test_a_wrong_passphrase_opens_nothing(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, file = tmp_path / "log", statement(tmp_path, ARRIVAL)
    assert command("init", log, "--origin", ORIGIN).code == 0
    assert command("append", log, file).code == 0
    monkeypatch.setenv("SAFECONDUCT_PASSPHRASE", "wrong")
    done = command("append", log, file)
    assert (done.code, "passphrase" in done.err) == (1, True)
    monkeypatch.delenv("SAFECONDUCT_PASSPHRASE")
    done = command("append", log, file)
    assert (done.code, "SAFECONDUCT_PASSPHRASE" in done.err) == (1, True)
    assert command("init", tmp_path / "new", "--origin", ORIGIN).code == 2
