"""The clear and order commands, from files to exit codes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.clearance.bundles import Tables, changed, nothing_missing

ASK = ("--agreement", "no-nl-2015-norgerhaven", "--at", "2017-03-14T18:00Z")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from safeconduct.cli import run; run()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def headings_of(rows: list[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row)) or ["recorded_at"]


def write_folder(folder: Path, tables: Tables) -> Path:
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, headings_of(rows))
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_folder(tmp_path_factory.mktemp("cases") / "case", nothing_missing())
    assert run("clear", str(folder), "--seal").returncode == 0
    return folder


def asked(case: Path, *more: str) -> Any:
    return json.loads(run("clear", str(case), *ASK, "--json", *more).stdout)


def test_a_whole_bundle_has_no_bar(case: Path) -> None:
    said = run("clear", str(case), *ASK)
    assert said.returncode == 0
    assert "no bar found in the facts supplied" in said.stdout
    assert said.stderr == ""


def test_json_stands_alone_on_standard_output(case: Path) -> None:
    report = asked(case)
    assert report["persons"][0]["outcome"] == "no-bar-found"
    assert report["facts_as_of"] == "2017-03-14T18:00:00+00:00"
    assert report["terms_hash"].startswith("sha256:")


def test_spanish_speaks_spanish(case: Path) -> None:
    said = run("clear", str(case), *ASK, "--lang", "es")
    assert "sin impedimento constatado en los hechos aportados" in said.stdout


def test_earlier_less_is_known(case: Path) -> None:
    said = run("clear", str(case), "--agreement", ASK[1], "--at", "2017-03-14T11:00Z", "--json")
    assert said.returncode == 1
    assert json.loads(said.stdout)["persons"] == []


def test_a_workbook_answers_as_the_folder_does(case: Path, tmp_path: Path) -> None:
    book = Workbook()
    for number, (name, rows) in enumerate(nothing_missing().items()):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        sheet.title = name
        sheet.append(headings_of(rows))
        for row in rows:
            sheet.append([row.get(heading, "") for heading in headings_of(rows)])
    path = tmp_path / "case.xlsx"
    book.save(path)
    assert run("clear", str(path), "--seal").returncode == 0
    assert asked(path)["facts_hash"] == asked(case)["facts_hash"]
    assert asked(path)["persons"][0]["outcome"] == "no-bar-found"


def test_what_is_missing_is_printed_for_a_caseworker(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case", {**nothing_missing(), "counsel": []})
    run("clear", str(folder), "--seal")
    said = run("clear", str(folder), *ASK, "--missing")
    assert said.returncode == 1
    assert "counsel or court or inspectorate" in said.stdout
    report = asked(folder, "--missing")
    [group] = report["missing"]["by_office"]
    assert group["wanted"][0]["settles"] == ["floor-counsel"]


def test_a_pasted_order_names_whom_it_touches(case: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text(
        "order: D-1\nkind: stay\nscope: class\nclass:\n"
        "  is: {fact: persons.legal_status, value: sentenced}\nform: oral\n"
    )
    said = run("order", str(order), "--cases", str(case), "--json")
    assert said.returncode == 1
    [touched] = json.loads(said.stdout)
    assert (touched["person"], touched["touches"], touched["stage"]) == ("P1", "yes", "proposed")
    assert touched["actor"] == "sending-authority"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("order: D-1\nkind: stay\nscope: class\nclass:\n  is: {fact: allegations.says, value: x}\n",
         "order.yaml:5:14: No condition can read «allegations»"),
        ("order: D-1\nkind: stay\nscope: person\n", "order.yaml:1:1: The order lacks «person»"),
        ("order: D-1\nkind: hold\nscope: all\n", "order.yaml:2:7: «hold» is not among the codes"),
        ("order: D-1\nscore: 8\n", "order.yaml:2:8: An order has no «score»"),
    ],
)  # fmt: skip
def test_a_wrong_order_is_refused_with_its_place(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "order.yaml").write_text(text)
    said = run("order", str(tmp_path / "order.yaml"), "--cases", str(tmp_path))
    assert said.returncode == 2
    assert says in said.stderr
    assert "Traceback" not in said.stderr


WRONG = {
    "no such folder": ({}, "There is no such case bundle"),
    "a folder without tables": ({"notes.txt": b"hello"}, "There is no table here"),
    "no persons": ({"orders.csv": b"order,recorded_at\n"}, "holds no table"),
    "not utf-8": ({"persons.csv": b"person,recorded_at\n\xff\xfe\n"}, "is not UTF-8"),
    "a heading twice": ({"persons.csv": b"person,person\nP1,P2\n"}, "stands twice"),
    "an open quote": ({"persons.csv": b'person,recorded_at\n"P1,2017\n'}, "The line is no CSV"),
    "a cell too many": ({"persons.csv": b"person\nP1,x\n"}, "to the right of the last heading"),
    "no heading": ({"persons.csv": b"person,,recorded_at\n"}, "A heading is missing"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_bundle_is_refused_without_a_traceback(what: str, tmp_path: Path) -> None:
    files, says = WRONG[what]
    folder = tmp_path / "case"
    if files:
        folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    said = run("clear", str(folder), *ASK)
    assert (said.returncode, said.stdout) == (2, "")
    assert says in said.stderr
    assert "Traceback" not in said.stderr


def test_who_must_be_released_is_said_with_the_day_and_the_office(tmp_path: Path) -> None:
    tables = changed(nothing_missing(), "persons", held_at="norgerhaven")
    tables = changed(tables, "sentences", ends_on="2017-03-10")
    folder = write_folder(tmp_path / "case", tables)
    run("clear", str(folder), "--seal")
    said = run("clear", str(folder), *ASK, "--held", "--json")
    assert said.returncode == 1
    [held] = json.loads(said.stdout)
    assert (held["custody"], held["since"], held["by"]) == (
        "must-be-released",
        "2017-03-11",
        "kdi",
    )


def test_the_schema_and_the_template_need_no_bundle(tmp_path: Path) -> None:
    schema = json.loads(run("clear", "--schema", "--json").stdout)
    assert "orders" in {table["table"] for table in schema["tables"]}
    assert run("clear", "--template", str(tmp_path / "case.xlsx")).returncode == 0
    assert (tmp_path / "case.xlsx").is_file()


def test_an_order_is_asked_of_what_was_recorded_by_a_moment(case: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text("order: D-1\nkind: stay\nscope: all\nform: oral\n")
    asked_of = ("order", str(order), "--cases", str(case), "--at")
    before = run(*asked_of, "2017-03-14T11:00Z", "--json")
    assert (before.returncode, json.loads(before.stdout)) == (1, [])
    assert "touches nobody" in before.stderr
    after = run(*asked_of, "2017-03-14T14:00+01:00")
    assert "2017-03-15T09:00+01:00" in after.stdout
    local = run(*asked_of, "2017-03-14T14:00")
    assert (local.returncode, local.stdout) == (2, "")
    assert "names no offset from UTC" in local.stderr


def test_by_when_is_never_cut(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    order = tmp_path / "order.yaml"
    order.write_text("order: D-1\nkind: stay\nscope: all\nform: oral\n")
    for lang in ("en", "es"):
        said = run("order", str(order), "--cases", str(case), "--at", "2017-03-14T14:00Z",
                   "--lang", lang)  # fmt: skip
        assert "2017-03-15T08:00+00:00" in said.stdout


@pytest.fixture(scope="module")
def ten_thousand_orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine thousand and some stays on one person, each lifted but one; and one of another kind."""
    stay = {"kind": "stay", "scope": "person", "person": "P1", "issued_by": "court",
            "issued_at": "2017-03-14T09:00Z", "verification": "verified", "attested_by": "court",
            "recorded_at": "2017-03-14T12:00Z"}  # fmt: skip
    lift = {**stay, "kind": "lift", "issued_at": "2017-03-14T10:00Z", "verified_by": "court",
            "second_by": "registry"}  # fmt: skip
    orders = [{**stay, "order": f"D{n}"} for n in range(5000)]
    orders += [{**lift, "order": f"L{n}", "lifts": f"D{n}"} for n in range(1, 5000)]
    tables = changed({**nothing_missing(), "orders": orders}, "searches", found="9999")
    folder = write_folder(tmp_path_factory.mktemp("many") / "case", tables)
    assert run("clear", str(folder), "--seal").returncode == 0
    return folder


def test_ten_thousand_orders_on_one_person_leave_the_one_that_stands(
    ten_thousand_orders: Path,
) -> None:
    report = asked(ten_thousand_orders)
    [person] = report["persons"]
    stopped = {f["condition"]: f for f in person["findings"] if f["outcome"] == "false"}
    assert person["outcome"] == "barred"
    assert list(stopped) == ["floor-no-order"]
    told = stopped["floor-no-order"]["evidence"]
    assert [one["value"] for one in told if one["fact"] == "orders.order"] == ["D0"]


def test_an_order_is_pasted_over_ten_thousand(ten_thousand_orders: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text("order: N-1\nkind: stay\nscope: person\nperson: P1\nform: oral\n")
    said = run("order", str(order), "--cases", str(ten_thousand_orders), "--json")
    assert said.returncode == 1
    assert [one["person"] for one in json.loads(said.stdout)] == ["P1"]
