"""The commands of the record, as people and scripts use them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeconduct.cli.record.recording import record_decision
from safeconduct.record import Decision, file_digest
from safeconduct.record.keys import read_key_file
from safeconduct.record.log.folder import private_folder
from safeconduct.record.notes import (
    KeyType,
    SigningKey,
    checkpoint_of,
    parse_note,
    read_policy,
    read_verifier_key,
)
from safeconduct.record.witness import FolderState, Witness, WitnessClient, WitnessServer
from tests.record.commands.using import ARRIVAL, CASE, ORIGIN, Command, statement


def test_from_making_a_record_to_checking_a_pack(
    tmp_path: Path, log: Path, command: Command
) -> None:
    appended = command("append", log, statement(tmp_path, ARRIVAL), "--json").json
    (entry,) = appended["entries"]
    assert (entry["event"], entry["seq"], entry["class"]) == ("arrived", 1, "shared")
    assert appended["published"]
    verified = command("verify", log, "--policy", tmp_path / "policy", "--json")
    assert verified.code == 0
    assert verified.json["verified"]
    assert verified.json["size"] == appended["size"] == 4
    for named in (entry["index"], entry["leaf"]):
        proof = command("prove", log, named)
        assert proof.code == 0
        assert proof.out.startswith(f"c2sp.org/tlog-proof@v1\nindex {entry['index']}\n")
    pack = tmp_path / "pack.zip"
    made = command("prove", log, entry["index"], "--pack", pack, "--show", "full_name")
    assert (made.code, made.out) == (0, "")
    checked = command("check", pack, "--policy", tmp_path / "policy", "--json")
    assert checked.code == 0
    assert checked.json["says"]["body"] == {"place": "tilburg", "full_name": "Ana Pérez"}
    assert checked.json["effective"] is True
    own = command("check", pack)
    assert own.code == 0
    assert "own policy" in own.err


def test_its_owner_sees_a_gap_among_sealed_entries_and_the_place_is_told_in_both_languages(
    tmp_path: Path, log: Path, command: Command
) -> None:
    claim = {"event": "protection-claimed", "case": CASE, "personal": {"told": "Fears return."}}
    places = [
        command("append", log, statement(tmp_path, claim), "--json").json["entries"][0]["index"]
        for _ in range(3)
    ]
    verify = ("verify", log, "--policy", tmp_path / "policy")
    assert command(*verify, "--opened").code == 0
    (kept,) = private_folder(log).rglob(f"{places[1]:015d}")
    kept.unlink()
    assert command(*verify).code == 0
    opened = command(*verify, "--opened")
    assert opened.code == 1
    assert opened.err.startswith(f"entry {places[2]}: ")
    assert command(*verify, "--opened", "--lang", "es").err.startswith(f"asiento {places[2]}: ")
    (told,) = command(*verify, "--opened", "--json", "--lang", "es").json["findings"]
    assert told["says"].startswith(f"asiento {places[2]}: ")


def test_what_is_not_kept_cannot_be_opened(tmp_path: Path, log: Path, command: Command) -> None:
    mirror = tmp_path / "mirror"
    shutil.copytree(log, mirror)
    done = command("verify", mirror, "--policy", tmp_path / "policy", "--opened")
    assert (done.code, "private" in done.err) == (2, True)


def test_a_signed_permissive_act_is_pending_until_the_other_record_confirms_it(
    tmp_path: Path, log: Path, command: Command
) -> None:
    key, other = tmp_path / "judge.json", tmp_path / "other"
    (tmp_path / "phrase").write_text("another passphrase\n")
    made = command("keys", "new", "--use", "officer", "--name", "court/judge", "--out", key,
                   "--passphrase-file", tmp_path / "phrase")  # fmt: skip
    assert made.code == 0
    enrolled = command(
        "keys", "enrol", log, "--public", made.out.strip(), "--office", "court/judge"
    )
    assert enrolled.code == 0
    lifted = statement(tmp_path, {"event": "stay-lifted", "case": CASE, "facts": {"order": "o-7"}})
    done = command("append", log, lifted, "--sign", key, "--attest", "authenticated", "--json")
    (entry,) = done.json["entries"]
    pack = tmp_path / "act.zip"
    command("prove", log, entry["index"], "--pack", pack)
    pending = command("check", pack, "--policy", tmp_path / "policy", "--json")
    assert pending.json["acts"][0]["office"] == "court/judge"
    assert pending.json["effective"] is False
    command("init", other, "--origin", "record.receiving.example/log",
            "--policy-out", tmp_path / "other-policy")  # fmt: skip
    facts = {"log": ORIGIN, "leaf": entry["leaf"], "index": entry["index"]}
    receipt = statement(tmp_path, {"event": "receipt", "case": CASE, "facts": facts})
    index = command("append", other, receipt, "--json").json["entries"][0]["index"]
    command("prove", other, index, "--pack", tmp_path / "receipt.zip")
    both = tmp_path / "both"
    policies = [(tmp_path / name).read_text() for name in ("policy", "other-policy")]
    both.write_text(
        "".join(text.replace("quorum none\n", "") for text in policies) + "quorum none\n"
    )
    confirmed = command("check", pack, "--policy", both, "--receipt", tmp_path / "receipt.zip",
                        "--json")  # fmt: skip
    assert confirmed.json["effective"] is True


def test_who_knew_when(tmp_path: Path, log: Path, command: Command) -> None:
    order = {"order": "docket-7"}
    for event, facts in (
        ("order-issued", {**order, "office": "court.hasselt", "at": "2026-03-01T10:00:00Z"}),
        ("order-received", {**order, "office": "ministry", "at": "2026-03-01T10:20:00Z"}),
        ("order-known", {**order, "office": "escort", "at": "2026-03-01T10:45:00Z"}),
        ("departed", {"place": "hasselt", "at": "2026-03-01T11:30:00Z"}),
    ):
        done = command(
            "append", log, statement(tmp_path, {"event": event, "case": CASE, "facts": facts})
        )
        assert done.code == 0
    elsewhere = {"event": "arrived", "case": "another", "facts": {"place": "x"}}
    command("append", log, statement(tmp_path, elsewhere))
    told = command("timeline", log, "--order", "docket-7", "--proofs", tmp_path / "p", "--json")
    moments = told.json["moments"]
    assert [(m["event"], m["office"], m["names_order"]) for m in moments] == [
        ("order-issued", "court.hasselt", True),
        ("order-received", "ministry", True),
        ("order-known", "escort", True),
        ("departed", "", False),
    ]
    for moment in moments:
        written = (tmp_path / "p" / f"{moment['index']}.tlog-proof").read_text()
        assert written == moment["proof"]
        assert f"\nindex {moment['index']}\n" in written
    printed = command("timeline", log, "--order", "docket-7", "--lang", "es")
    assert "court.hasselt" in printed.out
    absent = command("timeline", log, "--order", "docket-8")
    assert absent.code == 1
    assert "docket-8" in absent.err


def test_erasure_from_the_command_line(tmp_path: Path, log: Path, command: Command) -> None:
    (entry,) = command("append", log, statement(tmp_path, ARRIVAL), "--json").json["entries"]
    done = command(
        "erase", log, entry["leaf"], "--name", "full_name", "--ground", "retention-ended"
    )
    assert done.code == 0
    again = command(
        "erase", log, entry["leaf"], "--name", "full_name", "--ground", "retention-ended"
    )
    assert again.code == 1
    assert "full_name" in again.err
    assert command("verify", log, "--policy", tmp_path / "policy").code == 0


def test_keys_are_rotated_and_the_log_still_verifies(
    tmp_path: Path, log: Path, command: Command
) -> None:
    assert command("keys", "rotate", log).code == 0
    command("append", log, statement(tmp_path, ARRIVAL))
    assert command("keys", "rotate", log, "--use", "log").code == 0
    command("append", log, statement(tmp_path, ARRIVAL))
    listed = command("keys", "list", log, "--json").json
    assert [(key["use"], key["until"] is None) for key in listed] == [
        ("entry", False), ("entry", True)]  # fmt: skip
    assert command("keys", "list", log).code == 0
    assert command("verify", log, "--policy", tmp_path / "policy").code == 0
    policy = (private_folder(log) / "policy.txt").read_text()
    assert policy.count("log ") == 2


def test_a_restored_log_refuses_to_go_on(tmp_path: Path, log: Path, command: Command) -> None:
    file = statement(tmp_path, ARRIVAL)
    backup = tmp_path / "backup"
    shutil.copytree(log, backup)
    shutil.copytree(private_folder(log), private_folder(backup))
    assert command("append", log, file).code == 0
    done = command("append", backup, file)
    assert (done.code, "older copy" in done.err) == (1, True)


def test_an_administrator_who_rewrites_an_entry_is_found_out(
    tmp_path: Path, log: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = statement(tmp_path, ARRIVAL)
    twin = tmp_path / "twin"
    shutil.copytree(log, twin)
    shutil.copytree(private_folder(log), private_folder(twin))
    command("append", log, file)
    remembered = tmp_path / "remembered"
    shutil.copy(log / "checkpoint", remembered)
    # With all keys, without the anchor, and with tiles rebuilt from another history.
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "forgotten"))
    other = {**ARRIVAL, "facts": {"place": "elsewhere"}}
    for _ in range(2):
        command("append", twin, statement(tmp_path, other))
    alone = command("verify", twin, "--policy", tmp_path / "policy")
    assert alone.code == 0  # by itself a forged log is sound: this is why others remember
    evidence = tmp_path / "evidence.txt"
    caught = command("verify", twin, "--policy", tmp_path / "policy", "--since", remembered,
                     "--evidence", evidence, "--json")  # fmt: skip
    assert caught.code == 1
    assert [f["code"] for f in caught.json["findings"]] == ["record.fork"]
    assert remembered.read_bytes() in evidence.read_bytes()


WITNESS = SigningKey.generate("ombudsman.example/witness", KeyType.COSIGNATURE)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[WitnessServer]:
    witness = Witness((WITNESS,), {}, FolderState(tmp_path / "state"))
    server = WitnessServer(("127.0.0.1", 0), witness)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_log_waits_for_its_witness(
    tmp_path: Path, command: Command, server: WitnessServer
) -> None:
    option = f"ombudsman={WITNESS.verifier_key}@{server.url}"
    made = command("init", tmp_path / "log", "--origin", ORIGIN, "--witness", option, "--json")
    assert made.code == 1  # the witness does not know the log yet: nothing is published
    assert not made.json["published"]
    key = parse_note(made.json["checkpoint"].encode()).signatures[0]
    policy = made.json["policy"]
    (log_key,) = read_policy(policy.encode()).logs
    assert key.name == log_key.name
    object.__setattr__(server.witness, "logs", {ORIGIN: (log_key,)})
    done = command("publish", tmp_path / "log", "--json")
    assert done.code == 0
    assert done.json["published"]
    (tmp_path / "policy").write_text(policy)
    assert command("verify", tmp_path / "log", "--policy", tmp_path / "policy").code == 0


def test_a_witness_without_a_network_cosigns_files(tmp_path: Path, command: Command) -> None:
    key, log = tmp_path / "witness.json", tmp_path / "log"
    public = command("keys", "new", "--use", "witness", "--name", "court.example/w", "--out", key,
                     "--json").json["public"]  # fmt: skip
    option = f"court={public}"
    made = command("init", log, "--origin", ORIGIN, "--witness", option, "--policy-out",
                   tmp_path / "policy")  # fmt: skip
    assert made.code == 1
    signed, cosigned = tmp_path / "signed", tmp_path / "cosigned"
    assert command("publish", log, "--out", signed).code == 1
    asked = ("--key", key, "--policy", tmp_path / "policy", "--state", tmp_path / "w")
    done = command("cosign", log, *asked, "--checkpoint", signed, "--out", cosigned)
    assert done.code == 0
    assert command("publish", log, "--cosigned", cosigned).code == 0
    assert command("verify", log, "--policy", tmp_path / "policy").code == 0
    again = command("cosign", log, *asked, "--json")
    assert again.json["status"] == 200
    assert checkpoint_of(parse_note(again.json["checkpoint"].encode()).text).size == 1


@pytest.mark.slow
def test_the_witness_command_serves(tmp_path: Path, log: Path, command: Command) -> None:
    key = tmp_path / "witness.json"
    command("keys", "new", "--use", "witness", "--name", "court.example/w", "--out", key)
    serving = subprocess.Popen(
        [sys.executable, "-c", "from safeconduct.cli import run; run()", "record", "witness",
         "--key", str(key),
         "--policy", str(tmp_path / "policy"), "--state", str(tmp_path / "w"),
         "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert serving.stdout is not None
        url = serving.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        public = read_key_file(key.read_bytes(), "correct horse battery staple").public_text
        client = WitnessClient(url, (read_verifier_key(public),))
        note = parse_note((log / "checkpoint").read_bytes())
        assert client.cosign(note, 0, lambda _: ())
    finally:
        serving.terminate()
        serving.communicate()


def test_other_commands_write_what_they_decided(
    tmp_path: Path, log: Path, command: Command, capfd: pytest.CaptureFixture[str]
) -> None:
    bookings = tmp_path / "bookings.csv"
    bookings.write_text("booking,place\nb1,tilburg\n")
    decision = Decision(
        "count",
        {"days": 31, "rows": [{"month": "2026-03", "days": 31}]},
        {"bookings": file_digest(bookings)},
        agreement="be-nl-2009-tilburg",
        terms="sha256:" + "a" * 64,
        ran_by="finance",
    )
    assert record_decision(None, decision) == ()
    assert record_decision(log, decision) == ()
    assert "entry " in capfd.readouterr().err
    assert command("verify", log, "--policy", tmp_path / "policy").code == 0
    public = b"".join(path.read_bytes() for path in log.rglob("*") if path.is_file())
    assert b"tilburg" not in public
