"""``--record LOG``: every command writes what it decided, and a log that refuses hinders nobody."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from safeconduct.basics.digest import Plain
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.record.recording import asked_record
from safeconduct.record import FolderStorage
from safeconduct.record.log.folder import private_folder
from tests.cli.desk import OURS, Run, verifies
from tests.cli.recorded import decisions, in_clear, result

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "recorded.yaml").read_text("utf-8"))
EVERY_COMMAND = pytest.mark.parametrize("case", CASES, ids=lambda case: case["command"])
COUNT = ("count", "ours.csv", "--rule", "midnights", "--zone", "America/Chicago")


def sha256(file: str) -> str:
    return f"sha256:{hashlib.sha256(Path(file).read_bytes()).hexdigest()}"


@pytest.mark.usefixtures("desk")
class TestEveryCommand:
    """One entry for each decision, which holds what was printed and what it rests on."""

    @EVERY_COMMAND
    def test_records_what_it_printed_and_what_it_rests_on(
        self, case: dict[str, Any], run: Run
    ) -> None:
        ran = run(*case["run"].split(), "--json", "--record", "log")
        (decision,) = decisions(Path("log"))
        body = decision["body"]
        assert result(decision) == ran.told
        assert body["command"] == case["command"]
        digests = {name: sha256(file) for name, file in case["inputs"].items()}
        assert digests.items() <= body["inputs"].items()
        assert decision["agreement"] == case.get("agreement", "")
        assert body["terms"].startswith("sha256:") == ("agreement" in case)
        assert body["floor"].startswith("sha256:") == ("floor" in case)
        assert body["ran_by"]
        assert f"leaf {decision['leaf']}" in ran.err
        assert verifies(run)

    @EVERY_COMMAND
    def test_is_told_to_its_owner_alone(self, case: dict[str, Any], run: Run) -> None:
        run(*case["run"].split(), "--record", "log")
        (decision,) = decisions(Path("log"))
        assert decision["sealed"]
        told = [*decision["body"]["inputs"].values(), case["command"], "b1", "p1", "P1"]
        outside = in_clear(Path("log"))
        assert [one for one in told if f': "{one}"' in outside] == []

    @EVERY_COMMAND
    def test_prints_and_ends_as_it_does_without_a_record(
        self, case: dict[str, Any], run: Run
    ) -> None:
        without = run(*case["run"].split())
        ran = run(*case["run"].split(), "--record", "log")
        assert ran.code == without.code
        assert ran.out == without.out

    @EVERY_COMMAND
    def test_another_input_is_another_entry(self, case: dict[str, Any], run: Run) -> None:
        run(*case["run"].split(), "--record", "log")
        change = case["change"]
        file = Path(case["inputs"][change["in"]])
        before = file.read_text("utf-8")
        file.write_text(before.replace(change["from"], change["to"]), "utf-8")
        assert file.read_text("utf-8") != before
        run(*case["run"].split(), "--record", "log")
        first, second = (one["body"]["inputs"] for one in decisions(Path("log")))
        assert {name for name in first if first[name] != second[name]} == {change["in"]}
        assert verifies(run)

    def test_decisions_follow_each_other_without_a_gap(self, run: Run) -> None:
        for case in CASES:
            run(*case["run"].split(), "--record", "log")
        assert [one["body"]["command"] for one in decisions(Path("log"))] == [
            case["command"] for case in CASES
        ]
        assert verifies(run)


@pytest.mark.usefixtures("desk")
class TestALogThatRefuses:
    """The decision is printed all the same; the refusal is told, and nothing is half written."""

    def test_no_such_log(self, run: Run) -> None:
        ran = run(*COUNT, "--record", "nowhere")
        assert (ran.code, ran.out) == (2, run(*COUNT).out)
        assert "nowhere" in ran.err
        assert not list(Path().glob("nowhere*"))

    def test_a_log_that_another_program_writes_to(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(FolderStorage.__init__, "__defaults__", (0.0,))
        before = snapshot()
        with (private_folder(Path("log")) / "lock").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            ran = run(*COUNT, "--json", "--record", "log")
        assert (ran.code, ran.told) == (2, run(*COUNT, "--json").told)
        assert snapshot() == before

    def test_a_log_restored_from_an_older_copy(self, run: Run) -> None:
        older = snapshot()
        run(*COUNT, "--record", "log")
        for folder in ("log", "log.private"):
            shutil.rmtree(folder)
        for file, data in older.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        ran = run(*COUNT, "--json", "--record", "log")
        assert (ran.code, ran.told) == (1, run(*COUNT, "--json").told)
        assert ran.err.startswith("log: ")
        assert decisions(Path("log")) == []

    def test_sealed_keys_without_their_passphrase(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SAFECONDUCT_PASSPHRASE", "a passphrase of some length")
        run("record", "init", "sealed", "--origin", "record.sending.example/a-2/log")
        ran = run(*COUNT, "--record", "sealed")
        assert ran.code == 0
        monkeypatch.delenv("SAFECONDUCT_PASSPHRASE")
        refused = run(*COUNT, "--record", "sealed")
        assert (refused.code, refused.out) == (1, ran.out)
        assert len(decisions(Path("sealed"))) == 1

    def test_an_order_is_told_and_none_of_its_entries_written(self, run: Run) -> None:
        shutil.rmtree("log.private/keys")
        before = snapshot()
        ran = run("order", "order.yaml", "--cases", "case", "--json", "--record", "log")
        assert ran.code == 2
        assert [one["person"] for one in ran.told] == ["P1"]
        assert snapshot() == before

    def test_a_refusal_does_not_hide_what_the_command_found(self, run: Run) -> None:
        Path("ours.csv").write_text(OURS + "b3,irwin,2009-01-20,2009-01-10,p3\n", "utf-8")
        without = run(*COUNT)
        ran = run(*COUNT, "--record", "nowhere")
        assert without.code == 1
        assert ran.code == 2
        assert ran.err.startswith(without.err)


def link_elsewhere() -> None:
    Path("ours.csv").unlink()
    Path("ours.csv").symlink_to("theirs.csv")


def snapshot() -> dict[Path, bytes]:
    """Every file of the log and of what its owner keeps beside it."""
    folders = (Path("log"), private_folder(Path("log")))
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {path: path.read_bytes() for path in files}


@pytest.mark.usefixtures("desk")
def test_a_reader_who_leaves_keeps_no_decision_out_of_the_record() -> None:
    def leave() -> None:
        raise BrokenPipeError

    decided = Decided("count", lambda: {"days": 7}, leave, {"bookings": "ours.csv"})
    with pytest.raises(BrokenPipeError):
        tell(decided, as_json=False, record=asked_record("log"))
    assert [one["body"]["result"] for one in decisions(Path("log"))] == [{"days": 7}]


@pytest.mark.usefixtures("desk")
def test_an_input_that_is_gone_is_told_and_nothing_is_recorded(run: Run) -> None:
    decided = Decided("count", lambda: {"days": 7}, lambda: None, {"bookings": "gone.csv"})
    (finding,) = tell(decided, as_json=False, record=asked_record("log"))
    assert (finding.code, finding.location.file) == ("cli.file-not-readable", "gone.csv")
    assert decisions(Path("log")) == []
    assert verifies(run)


@pytest.mark.usefixtures("desk")
class TestAFileThatIsNotWhatWasRead:
    """What is recorded is the digest of what was read, or nothing."""

    def decided(self, change: Callable[[], object], file: str = "ours.csv") -> Decided:
        """A decision during which something happens to its input."""

        def answer() -> Plain:
            Path(file).read_bytes()
            change()
            return {"days": 7}

        return Decided("count", answer, lambda: None, {"bookings": file})

    @pytest.mark.parametrize(
        "change",
        [
            lambda: Path("ours.csv").write_text(OURS + "b3,irwin,2009-01-26,2009-01-27,p3\n"),
            lambda: Path("ours.csv").write_text(OURS),
            lambda: Path("theirs.csv").replace("ours.csv"),
            link_elsewhere,
        ],
        ids=["written to", "written as it was", "replaced by an older file", "a link elsewhere"],
    )
    def test_is_told_and_not_recorded(self, change: Callable[[], object], run: Run) -> None:
        (finding,) = tell(self.decided(change), as_json=False, record=asked_record("log"))
        assert (finding.code, finding.location.file) == ("cli.file-changed", "ours.csv")
        assert decisions(Path("log")) == []
        assert verifies(run)

    def test_a_file_that_was_written_just_before_is_recorded(self) -> None:
        for days in range(5):
            Path("ours.csv").write_text(f"{OURS}# {days}\n")
            decided = self.decided(lambda: None)
            assert tell(decided, as_json=False, record=asked_record("log")) == ()
        digests = {one["body"]["inputs"]["bookings"] for one in decisions(Path("log"))}
        assert len(digests) == 5

    def test_a_pipe_is_counted_and_not_recorded(self, run: Run) -> None:
        os.mkfifo("pipe.csv")
        writer = threading.Thread(target=lambda: [Path("pipe.csv").write_text(OURS)] * 2)
        decided = Decided("count", lambda: {"days": 7}, lambda: None, {"bookings": "pipe.csv"})
        writer.start()
        (finding,) = tell(decided, as_json=False, record=asked_record("log"))
        writer.join()
        assert finding.code == "cli.file-read-once"
        assert decisions(Path("log")) == []
        assert verifies(run)
