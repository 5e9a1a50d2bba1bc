"""300 persons against 1,000,000 records: ours beside RapidFuzz, Splink 5 and logic-v2.

The register and the manifest are generated; recall is therefore a check of sanity, and the recall
that counts is that on FEBRL, which others made and which is printed below.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.contest import Contender, Contest, hold
from bench.people import NAMES, write_manifest, write_register
from bench.screening_peers import NOMENKLATURA
from safeconduct.cli.screen.registers import open_register
from safeconduct.screening import Screening
from safeconduct.screening.index.building import persons_of
from safeconduct.tables.person_rows import MANIFEST, read_rows

RECORDS = int(os.environ.get("BENCH_RECORDS", "1000000"))
PERSONS = 300


def main() -> None:
    """Hold the contest, and print what FEBRL gives."""
    if not NAMES.is_dir():
        print(f"screening: skipped, since the lists of names are not there: {NAMES}")
        return
    folder = Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "safeconduct-bench"
    folder.mkdir(exist_ok=True)
    register = write_register(folder / f"persons-{RECORDS}.parquet", RECORDS)
    manifest = write_manifest(folder / f"manifest-{RECORDS}.parquet", register, PERSONS)
    index = folder / f"persons-{RECORDS}-index"
    shutil.rmtree(index, ignore_errors=True)
    _print_build(_measured("build", register, index), index)
    hold(_contest(tuple(str(path) for path in (manifest, register, index))))
    _print_throughput(_measured("throughput", manifest, register, index))
    _print_logic_v2(manifest, register)
    _print_febrl()


def _contest(files: tuple[str, ...]) -> Contest:
    return Contest(
        question=f"{PERSONS} persons against {RECORDS:,} records, index warm",
        arguments=files,
        floor=Contender(
            "floor: same name and date, joined in DuckDB", "bench.screening:floor", answers=False
        ),
        ours=Contender("safeconduct", "bench.screening:ours"),
        peers=(
            Contender(
                "RapidFuzz Jaro-Winkler, full scan",
                "bench.screening_peers:jaro_winkler",
                rounds=1,
                answers=False,
            ),
            Contender(
                "RapidFuzz token sort, full scan",
                "bench.screening_peers:token_sort",
                rounds=1,
                answers=False,
            ),
            Contender("Splink 5", "bench.screening_peers:splink", rounds=1, answers=False),
        ),
        goal="at most 2 s, 2 GiB, and a median of 10 candidates a person",
        rounds=3,
    )


def floor(manifest: str, register: str, _: str) -> int:
    """The least that any method must do: read both files and join them on equal fields."""
    import duckdb

    fields = "given_names, surnames, born_on"
    rows = duckdb.sql(
        f"SELECT count(*) FROM '{manifest}' JOIN '{register}' USING ({fields})"
    ).fetchall()
    return int(rows[0][0])


def ours(manifest: str, register: str, index: str) -> list[float]:
    """Load the index, check it, and screen every person, explanations included."""
    persons = list(persons_of(read_rows(Path(manifest), MANIFEST).table))
    ready, _ = open_register(Path(register), Path(index))
    screening = Screening(ready)
    screened = [screening.screen(person) for person in persons]
    found = [
        one.person.cells["truth"] in {candidate.record.ref for candidate in one.candidates}
        for one in screened
    ]
    counts = [len(one.candidates) for one in screened]
    return [
        round(sum(found) / len(found), 4),
        statistics.median(counts),
        round(statistics.mean(counts), 1),
    ]


def build(register: str, index: str) -> float:
    """Seconds to read the register, build its index and keep it."""
    begun = time.perf_counter()
    open_register(Path(register), Path(index))
    return time.perf_counter() - begun


def throughput(manifest: str, register: str, index: str) -> Iterator[list[float]]:
    """Pairs a second in stage 2: evidence of names, dates, sex, nationality and places."""
    persons = list(persons_of(read_rows(Path(manifest), MANIFEST).table))
    ready, _ = open_register(Path(register), Path(index))
    screening = Screening(ready)
    pairs = [(person, screening.reached(person)) for person in persons]
    yield []
    begun = time.perf_counter()
    for person, records in pairs:
        screening.compared(person, records)
    yield [float(sum(len(records) for _, records in pairs)), time.perf_counter() - begun]


def _measured(function: str, *arguments: Path) -> dict[str, Any]:
    """Run one of this module's functions in a process of its own."""
    command = [sys.executable, "-m", "bench.measure", f"bench.screening:{function}"]
    run = subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    measured: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return measured


def _print_build(measured: dict[str, Any], index: Path) -> None:
    size = sum(file.stat().st_size for file in index.iterdir()) / 2**20
    print(
        f"index of {RECORDS:,} records: {measured['seconds']:.1f} s (goal 120), "
        f"peak {measured['peak_mib']:.0f} MiB, {size:.0f} MiB on file"
    )


def _print_throughput(measured: dict[str, Any]) -> None:
    pairs, seconds = measured["answer"]
    print(
        f"stage 2: {pairs:,.0f} pairs in {seconds:.2f} s, {pairs / seconds:,.0f} a second, with "
        "the evidence of each and an explanation of those shown (goal 100,000)"
    )


def _print_logic_v2(manifest: Path, register: Path) -> None:
    if not NOMENKLATURA.is_file():
        print("nomenklatura logic-v2: skipped, not installed; bench/logic_v2.py says how")
        return
    from bench.screening_peers import logic_v2

    seconds, pairs = logic_v2(str(manifest), str(register), "")
    hours = PERSONS * RECORDS / (pairs / seconds) / 3600
    print(
        f"nomenklatura logic-v2: {pairs:.0f} pairs in {seconds:.2f} s, {pairs / seconds:,.0f} a "
        f"second; a full scan would take {hours:.0f} hours"
    )


def _print_febrl() -> None:
    from tests.screening.febrl import NAMES_AND_DATE, dataset, only
    from tests.screening.ranking import rank
    from tests.screening.register import screening_of

    try:
        originals, copies = dataset("dataset4a"), dataset("dataset4b")
    except BaseException as skipped:  # noqa: BLE001 - pytest's skip is no Exception
        print(f"FEBRL: {skipped}")
        return
    names = rank(screening_of(*only(copies, NAMES_AND_DATE)), only(originals, NAMES_AND_DATE))
    fields = rank(screening_of(*copies), originals)
    table = Table(title="FEBRL 4: recall at candidates a person", title_justify="left")
    for heading in ("", "safeconduct", "goal", "Splink", "token sort and date", "logic-v2"):
        table.add_column(heading, justify="left" if not heading else "right")
    for label, value, *rest in (
        ("names and date, 1", names.recall_at(1), "–", ".901", ".915", ".800"),
        ("names and date, 5", names.recall_at(5), ".987", ".982", ".980", ".888"),
        ("names and date, 20", names.recall_at(20), ".993", ".985", ".987", ".950"),
        ("names and date, reached at 40", names.recall_at(40), ".995", ".989 at 32", "–", "–"),
        ("all fields, 1.5", fields.recall_at(1.5), ".9998", ".9998", "–", "–"),
    ):
        table.add_row(label, f"{value:.4f}", *rest)
    Console(width=120).print(table)
    print("the peers' figures were measured on the same files, names and dates, elsewhere")
