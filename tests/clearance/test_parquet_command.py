"""``safeconduct clear`` on a folder of Parquet files, from files to exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.clearance.bundles import nothing_missing
from tests.clearance.parquet_files import write_parquet
from tests.clearance.test_command_line import ASK, run
from tests.clearance.test_parquet import SITUATIONS


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One person without a bar, one whose examinations contradict."""
    return write_parquet(
        tmp_path_factory.mktemp("cases") / "two", SITUATIONS["fit and then not fit"]
    )


def test_everybody_is_counted_and_written(two: Path, tmp_path: Path) -> None:
    file = tmp_path / "findings.parquet"
    said = run("clear", str(two), *ASK, "--findings", str(file), "--json")
    assert said.returncode == 1
    report = json.loads(said.stdout)
    assert report["outcomes"] == {"no-bar-found": 1, "undetermined": 1, "barred": 0}
    assert "examinations.parquet:3:outcome" in said.stderr
    rows = duckdb.read_parquet(str(file)).fetchall()
    assert sorted(row[:4] for row in rows) == [
        ("P1", "T1", "no-bar-found", None),
        ("P2", "T1", "undetermined", ["clearance.answers-contradict"]),
    ]
    notes = {k.decode(): v.decode() for k, v in pq.read_metadata(file).metadata.items()}
    assert notes["terms_hash"] == report["terms_hash"]
    assert notes["facts_as_of"] == "2017-03-14T18:00:00+00:00"


def test_nobody_stopped_leaves_with_zero(tmp_path: Path) -> None:
    folder = write_parquet(tmp_path / "case", nothing_missing())
    said = run("clear", str(folder), *ASK)
    assert said.returncode == 0
    assert "no bar found in the facts supplied" in said.stdout


def test_the_seal_is_written_by_the_command(tmp_path: Path) -> None:
    folder = write_parquet(tmp_path / "case", nothing_missing())
    (folder / "contents.parquet").unlink()
    assert run("clear", str(folder), *ASK).returncode == 1
    sealed = json.loads(run("clear", str(folder), "--seal", "--json").stdout)
    assert sealed["tables"]["persons"] == 1
    assert run("clear", str(folder), *ASK).returncode == 0


def test_one_person_is_asked_with_evidence_and_what_is_missing(two: Path) -> None:
    said = run("clear", str(two), *ASK, "--person", "P1", "--missing", "--json")
    assert said.returncode == 0
    [person] = json.loads(said.stdout)["persons"]
    assert person["person"] == "P1"
    assert all(finding["evidence"] for finding in person["findings"][:3])


def test_an_order_is_not_pasted_over_parquet(two: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text("order: D-1\nkind: stay\nscope: all\n")
    said = run("order", str(order), "--cases", str(two))
    assert (said.returncode, said.stdout) == (2, "")
    assert "which only «safeconduct clear» reads" in said.stderr


REFUSED = {
    "somebody who is not there": (("--person", "P9"), "There is no «P9» in the bundle"),
    "everybody's missing facts": (("--missing",), "Name the persons"),
    "a file that is read": (("--findings", "CASE/persons.parquet"), "reads this file"),
    "a folder that is not there": (("--findings", "CASE/no/f.parquet"), "cannot be written"),
    "findings of one person": (("--person", "P1", "--findings", "f.parquet"),
                               "«--findings» is for a folder of Parquet files"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_asked_is_said(what: str, two: Path) -> None:
    options, says = REFUSED[what]
    said = run("clear", str(two), *ASK, *(o.replace("CASE", str(two)) for o in options))
    assert (said.returncode, said.stdout) == (2, "")
    assert says in said.stderr
    assert not (two / "no").exists()
