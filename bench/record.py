"""The record: durable appends beside the disk's own flushes, proofs and an audit at a million."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.record_log import NOON, ORIGIN, entry_key, identity, write_log
from bench.record_peers import median_ms
from bench.record_watch import watched
from safeconduct.record.entries import Statement, draft
from safeconduct.record.log import FolderStorage, open_writer
from safeconduct.record.proving import Prover
from safeconduct.record.record import open_record, opening
from safeconduct.record.tiles import open_source

ENTRIES = int(os.environ.get("BENCH_ENTRIES", "1000000"))
PEERS = Path(os.environ.get("SAFECONDUCT_PEERS", ".oracles/peers"))
PEER_PACKAGES = ("pymerkle==7.0.0", "tlog-scales==0.0.3")
ROUNDS, SECONDS = 5, 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A measured figure, the goal that it is held to, and whether it is met."""

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


def main() -> None:
    """Measure and print one table."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as made:
        folder = Path(made)
        lines = [*_appends(folder), *_batches(folder), *_large(folder / "large")]
    _print(lines)


def _appends(folder: Path) -> list[Line]:
    """Flushes and appends in turn, so that both meet the same disk."""
    entry = entry_key().cover(ORIGIN)
    flushes, appends = [], []
    with (
        open_writer(FolderStorage.make(folder / "single"), identity(folder)) as writer,
        (folder / "flushed").open("wb", buffering=0) as file,
    ):
        for _ in range(ROUNDS):
            flushes.append(_rate(lambda: (file.write(entry), os.fdatasync(file.fileno()))))
            appends.append(_rate(lambda: writer.append([entry])))
    flush, append = statistics.median(flushes), statistics.median(appends)
    ratio = statistics.median(a / f for a, f in zip(appends, flushes, strict=True))
    return [
        Line("the disk's own durable writes of one entry", f"{flush:,.0f}/s"),
        Line("durable single appends", f"{append:,.0f}/s"),
        Line("… in parts of the disk's own rate", f"{ratio:.0%}", "≥ 75 %", ratio >= 0.75),
        _recorded(folder),
    ]


def _recorded(folder: Path) -> Line:
    storage, key = FolderStorage.make(folder / "recorded"), entry_key()
    one = draft(Statement("arrived", "case", "bench", {"place": "x"}, {"full_name": "x"}))
    with open_record(storage, identity(folder / "own"), key) as record:
        record.append([(opening(identity(folder), key), ())], NOON)
        rate = _rate(lambda: record.append([(one, ())], NOON))
    return Line("statements recorded singly (covers, disclosures, sequence)", f"{rate:,.0f}/s")


def _batches(folder: Path) -> list[Line]:
    entries = [entry_key().cover(ORIGIN) for _ in range(1_000)]
    begun = time.perf_counter()
    with open_writer(FolderStorage.make(folder / "batched"), identity(folder / "two")) as writer:
        for _ in range(100):
            writer.append(entries)
        writer.publish(NOON)
    rate = 100_000 / (time.perf_counter() - begun)
    return [Line("durable appends, a thousand at once", f"{rate:,.0f}/s", "≥ 5,000/s", rate >= 5e3)]


def _large(folder: Path) -> list[Line]:
    folder.mkdir()
    begun = time.perf_counter()
    write_log(folder, ENTRIES)
    made = time.perf_counter() - begun
    source = open_source(str(folder / "log"))
    proof = median_ms(
        lambda: Prover.of(source).prove(random.randrange(ENTRIES)),  # noqa: S311 - no secret
        200,
    )
    size = f"{ENTRIES:,}"
    return [
        Line(f"making, signing and writing {size} entries", f"{made:.0f} s"),
        Line(f"a proof at {size}, from cold tiles", f"{proof:.1f} ms", "< 20 ms", proof < 20),
        *_audits(folder, size),
        _verification(folder, size),
        *_peers(folder),
    ]


def _audits(folder: Path, size: str) -> list[Line]:
    runs = {name: _measured(name, folder) for name in ("floor", "audit_tree", "audit_entries")}
    lines = [Line(f"reading and hashing {size} once", f"{runs['floor'][0]:.1f} s")]
    for name, what in (
        ("audit_tree", f"audit of {size}: every tile"),
        ("audit_entries", f"audit of {size}: every tile, key and sequence"),
    ):
        seconds, mib = runs[name]
        met = seconds < 60 and mib < 300
        lines.append(Line(what, f"{seconds:.1f} s, {mib:.0f} MiB", "< 60 s, < 300 MiB", met))
    return lines


def _verification(folder: Path, size: str) -> Line:
    """The command as anybody gives it: every signature, by all cores."""
    policy = folder / "policy.txt"
    log = identity(folder).policy.logs[0]
    policy.write_text(f"log {log}\nquorum none\n", encoding="ascii")
    command = [sys.executable, "-m", "safeconduct.cli", "record", "verify", str(folder / "log")]
    seconds, mib = watched([*command, "--policy", str(policy)])
    cores = len(os.sched_getaffinity(0))
    what = f"`record verify` of {size}: the same and every signature, {cores} processes"
    met = seconds < 60 and mib < 300
    return Line(what, f"{seconds:.1f} s, {mib:.0f} MiB", "< 60 s, < 300 MiB", met)


def _measured(name: str, folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "bench.measure", f"bench.record_runs:{name}", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.splitlines()[-1])
    return result["seconds"], result["peak_mib"]


def _peers(folder: Path) -> list[Line]:
    python = PEERS / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        subprocess.run([*pip, *PEER_PACKAGES], check=True)
    scales = _peer(python, "tlog_scales", str(folder))
    merkle = _peer(python, "pymerkle", str(min(ENTRIES, 100_000)))
    return [
        Line("peer tlog-scales: a proof from the same tiles", f"{scales['proof_ms']:.1f} ms"),
        Line(
            "peer pymerkle, 100,000 in memory, neither durable nor signed",
            f"{merkle['append_per_s']:,.0f}/s, proof {merkle['proof_ms']:.1f} ms",
        ),
    ]


def _peer(python: Path, name: str, argument: str) -> dict[str, float]:
    script = Path(__file__).with_name("record_peers.py")
    done = subprocess.run(
        [python, script, name, argument], capture_output=True, text=True, check=True
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _rate(act: object) -> float:
    """How often a second an act can be done, over a second."""
    if not callable(act):
        raise TypeError("an act is called")
    count, begun = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - begun) < SECONDS:
        act()
        count += 1
    return count / elapsed


def _print(lines: list[Line]) -> None:
    table = Table(title="Can the record be written and checked fast enough?", title_justify="left")
    for heading in ("", "measured", "goal", "met"):
        table.add_column(heading)
    for line in lines:
        met = {None: "", True: "yes", False: "NO"}[line.met]
        table.add_row(line.what, line.figure, line.goal, met)
    Console(width=120).print(table)
