"""``safeconduct screen`` as a person runs it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.terminal import Ran, safeconduct

Run = Callable[..., Ran]

REGISTER = """\
record,given_names,surnames,born_on,sex,document_no,note
R1,José Luis,García López,1980-03-04,M,X1234567,kept and shown
R2,María del Carmen,Hernández Ruiz,1975-11-02,F,,
R3,Ahmed,Mohamed Ali,1985-06-06,M,A7654321,
"""
MANIFEST = """\
person,full_name,born_on,document_no
P1,Pepe García,1980-04-03,
P2,Zoltan Quimby Plover,1977-01-02,
P3,Pepe,,
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A folder with a manifest and a register."""
    monkeypatch.chdir(tmp_path)
    Path("register.csv").write_text(REGISTER, "utf-8")
    Path("manifest.csv").write_text(MANIFEST, "utf-8")
    return lambda *arguments: safeconduct(
        capsys, "screen", "manifest.csv", "--register", "register.csv", *arguments
    )


def persons(ran: Ran) -> dict[str, Any]:
    return {one["person"]: one for one in ran.told["persons"]}


def test_each_person_gets_a_verdict(run: Run) -> None:
    ran = run("--json")
    assert ran.code == 1
    assert {ref: one["verdict"] for ref, one in persons(ran).items()} == {
        "P1": "candidates",
        "P2": "no-candidate",
        "P3": "cannot-screen",
    }


def test_a_candidate_explains_itself_and_its_weights_add_up(run: Run) -> None:
    (candidate,) = persons(run("--json"))["P1"]["candidates"]
    assert candidate["record"] == "R1"
    assert sum(piece["weight"] for piece in candidate["because"]) == candidate["score"]
    assert {(piece["field"], piece["relation"]) for piece in candidate["because"]} >= {
        ("name", "nickname"),
        ("name", "equal"),
        ("born_on", "swapped"),
    }
    assert "swapped-date" in candidate["keys"]


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "day and month"), ("es", "el día y el mes de nacimiento")]
)
def test_the_sentence_is_in_the_language_asked_for(run: Run, lang: str, says: str) -> None:
    (candidate,) = persons(run("--json", "--lang", lang))["P1"]["candidates"]
    assert says in candidate["sentence"]


def test_a_verdict_names_what_was_searched(run: Run) -> None:
    told = run("--json").told
    coverage = told["persons"][1]["coverage"]
    assert coverage["register"] == told["register"]
    assert coverage["rules"] == told["rules"]
    assert coverage["records"] == 3
    assert coverage["whole"] is True
    assert "identifier-slip" in coverage["keys"]


def test_nobody_found_and_nothing_wanting_exits_with_nothing(run: Run) -> None:
    Path("manifest.csv").write_text("person,full_name,born_on\nP2,Zoltan Plover,1977-01-02\n")
    assert run().code == 0


def test_a_table_is_printed_for_a_reader(run: Run) -> None:
    ran = run()
    assert "cannot be screened" in ran.out
    assert "R1" in ran.out


def test_an_index_is_kept_and_used_again(run: Run) -> None:
    first, second = run("--json", "--index", "kept"), run("--json", "--index", "kept")
    assert first.told == second.told
    assert Path("kept", "contents.json").is_file()


def test_an_index_of_the_register_as_it_was_is_refused(run: Run) -> None:
    run("--index", "kept")
    Path("register.csv").write_text(f"{REGISTER}R4,Zoltan,Plover,1977-01-02,M,,\n", "utf-8")
    ran = run("--json", "--index", "kept")
    assert ran.code == 2
    assert ran.out == ""
    assert "another register" in ran.err


def test_the_same_answer_comes_from_every_format(run: Run) -> None:
    rows = list(csv.DictReader(REGISTER.splitlines()))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    book.save("register.xlsx")
    pq.write_table(pa.Table.from_pylist(rows), "register.parquet")
    answers = []
    for name in ("register.csv", "register.xlsx", "register.parquet"):
        found = persons(run("--json", "--register", name))["P1"]["candidates"][0]
        answers.append((found["record"], found["score"], found["because"]))
    assert answers[0] == answers[1] == answers[2]


def test_a_register_row_that_cannot_be_read_is_listed_and_holds_everybody(run: Run) -> None:
    Path("register.csv").write_text(f"{REGISTER}R4,too,few\n", "utf-8")
    ran = run("--json")
    assert ran.told["findings"][0]["line"] == 5
    assert persons(ran)["P2"]["verdict"] == "cannot-screen"
    run("--index", "kept")
    assert persons(run("--json", "--index", "kept"))["P2"]["verdict"] == "cannot-screen"


def test_a_cell_that_cannot_be_read_is_told_with_its_place(run: Run) -> None:
    Path("register.csv").write_text(REGISTER.replace("1985-06-06", "6 June"), "utf-8")
    ran = run()
    assert "register.csv:4:born_on:" in ran.err


@pytest.mark.parametrize("text", ["", "record\nR1\n", "record,born_on\nR1,1980\n"])
def test_a_register_without_a_name_is_wrong(run: Run, text: str) -> None:
    Path("register.csv").write_text(text, "utf-8")
    assert run().code == 2


def test_an_empty_register_clears_nobody(run: Run) -> None:
    Path("register.csv").write_text(REGISTER.splitlines()[0] + "\n", "utf-8")
    ran = run("--json")
    assert ran.code == 1
    assert {one["verdict"] for one in ran.told["persons"]} == {"cannot-screen"}


def test_a_register_that_is_not_there_is_wrong(run: Run) -> None:
    assert run("--register", "nowhere.csv").code == 2


def test_decisions_close_a_search_until_a_row_changes(run: Run) -> None:
    run("--open-out", "open.csv")
    rows = list(csv.DictReader(Path("open.csv").read_text("utf-8").splitlines()))
    for row in rows:
        row |= {"decision": "other", "decided_by": "reviewer", "why": "another mother"}
        row["decided_at"] = "2026-11-24T10:00+00:00"
    with Path("decided.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    arguments = ("--decisions", "decided.csv", "--search-out", "searches.csv")
    run(*arguments, "--attested-by", "registry")
    assert searches()["P1"]["complete"] == "yes"
    Path("manifest.csv").write_text(MANIFEST.replace("Pepe García", "Pepe Garcia"), "utf-8")
    ran = run(*arguments)
    assert searches()["P1"]["complete"] == "no"
    assert "has expired" in ran.err


def searches() -> dict[str, dict[str, str]]:
    text = Path("searches.csv").read_text("utf-8")
    return {row["person"]: row for row in csv.DictReader(text.splitlines())}


def test_a_search_is_complete_only_where_nothing_is_left_to_decide(run: Run) -> None:
    run("--search-out", "searches.csv", "--attested-by", "protection-office")
    rows = {ref: (row["complete"], row["found"]) for ref, row in searches().items()}
    assert rows == {"P1": ("no", "1"), "P2": ("yes", "0"), "P3": ("no", "")}
    assert searches()["P2"]["register"] == "protection-claims"
    assert searches()["P2"]["attested_by"] == "protection-office"


def test_a_search_names_a_register_that_agreements_know(run: Run) -> None:
    ran = run("--search-out", "searches.csv", "--searched", "somewhere")
    assert ran.code == 2
    assert "protection-claims" in ran.err


def test_nothing_that_is_read_is_written_over(run: Run) -> None:
    assert run("--search-out", "register.csv").code == 2
    assert Path("register.csv").read_text("utf-8") == REGISTER


def test_the_full_scan_finds_nothing_that_was_missed(run: Run) -> None:
    assert run("--guard").code == 1
