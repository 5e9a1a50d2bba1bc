"""Bad input through the command line, in both languages: a reason with its place, no traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.clearance.bundles import Tables, changed, nothing_missing
from tests.clearance.test_bad_input import CASES
from tests.clearance.test_command_line import ASK, run, write_folder

BASE = nothing_missing()
TOP = {
    "agreement", "terms_hash", "floor_hash", "facts_hash", "evaluator", "facts_as_of",
    "law_as_of", "computed_at", "persons",
}  # fmt: skip
FINDING = {
    "condition", "clause", "source", "outcome", "unknown", "on_unknown", "why", "evidence",
    "settled_by",
}  # fmt: skip
EVIDENCE = {"fact", "value", "as_of", "attested_by"}
MORE: dict[str, Tables] = {
    "an age-disputed minor": changed(BASE, "persons", age_disputed="yes", born_on="2001-01-01"),
    "a table without rows": {**BASE, "searches": []},
    "a departure in a year that nobody lives in": changed(
        BASE, "transfers", departs_at="9999-12-31T23:59Z"
    ),
    "a name in another alphabet, and a cell that begins like a formula": changed(
        BASE, "persons", person="=HYPERLINK(1)\u202e"
    ),
}
SITUATIONS = {**{what: tables for what, (tables, _) in CASES.items()}, **MORE}


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("what", SITUATIONS)
def test_it_is_said_and_clears_nobody(what: str, lang: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case", SITUATIONS[what])
    run("clear", str(folder), "--seal")
    said = run("clear", str(folder), *ASK, "--json", "--missing", "--lang", lang)
    assert "Traceback" not in said.stderr
    assert said.returncode == 1
    report = json.loads(said.stdout)
    assert report.keys() >= TOP
    for person in report["persons"]:
        assert person["outcome"] != "no-bar-found"
        for finding in person["findings"]:
            assert finding.keys() >= FINDING
            assert all(evidence.keys() >= EVIDENCE for evidence in finding["evidence"])
            assert not re.search(r"\{\w*\}|clearance\.", finding["why"]), finding["why"]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_reason_names_file_line_and_column(lang: str, tmp_path: Path) -> None:
    tables = changed(BASE, "notices", served_at="2017-03-01T08:00")
    folder = write_folder(tmp_path / "case", tables)
    run("clear", str(folder), "--seal")
    said = run("clear", str(folder), *ASK, "--lang", lang)
    assert "notices.csv:2:served_at" in said.stderr


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("order: D1\nkind: stay\nscope: destination\ndestination: THE NETHERLANDS\n", 1,
         "neither a place of the bundle nor a State"),
        ("order: D1\nkind: stay\nscope: person\nperson: P999\n", 1, "touches nobody"),
        ("", 2, "The file holds no order"),
    ],
)  # fmt: skip
def test_an_order_that_reaches_nobody_is_not_passed_over_in_silence(
    text: str, code: int, says: str, tmp_path: Path
) -> None:
    case = write_folder(tmp_path / "case", BASE)
    (tmp_path / "order.yaml").write_text(text)
    said = run("order", str(tmp_path / "order.yaml"), "--cases", str(case))
    assert (said.returncode, "Traceback" in said.stderr) == (code, False)
    assert says in said.stderr


def test_a_moment_that_has_not_come_clears_nobody(tmp_path: Path) -> None:
    tables = {
        name: [{**row, "recorded_at": "2117-03-14T12:00Z"} for row in rows]
        for name, rows in BASE.items()
    }
    folder = write_folder(tmp_path / "case", tables)
    run("clear", str(folder), "--seal")
    said = run("clear", str(folder), "--agreement", ASK[1], "--at", "2117-03-14T18:00Z", "--json")
    report = json.loads(said.stdout)
    assert said.returncode == 1
    assert "no-bar-found" not in {person["outcome"] for person in report["persons"]}
    assert "clearance.asked-ahead" in {problem["code"] for problem in report["problems"]}
