"""``safeconduct agreement``: what it prints, where, and how it leaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from safeconduct.agreement import library, load, schema_text, template, terms_hash
from safeconduct.basics import Lang
from safeconduct.cli import run
from tests.agreement.case import CASES, agreement_text

MESSAGES: list[dict[str, str]] = yaml.safe_load((CASES / "messages.yaml").read_text("utf-8"))


class Command:
    """Runs commands as the program's entry point does."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            run(["agreement", *words])
        printed = self._capsys.readouterr()
        return int(left.value.code or 0), printed.out, printed.err

    def json(self, *words: str) -> Any:
        code, out, err = self(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)


@pytest.fixture
def agreement(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    for variable in ("SAFECONDUCT_LANG", "LANG", "SAFECONDUCT_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    return Command(capsys)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound agreement, named as somebody in its folder names it."""
    monkeypatch.chdir(tmp_path)
    path = Path("agreement.yaml")
    path.write_text(agreement_text(), "utf-8")
    return path


def test_list_names_every_agreement_of_the_library(agreement: Command) -> None:
    listed = agreement.json("list")
    assert [each["id"] for each in listed] == list(library())
    keys = {"id", "parties", "custody_model", "signed_on", "grade", "use"}
    assert all(set(each) == keys for each in listed)


def test_list_says_of_tilburg_what_its_text_says(agreement: Command) -> None:
    assert agreement.json("list")[0] == {
        "id": "be-nl-2009-tilburg",
        "parties": [
            {"role": "sending", "jurisdiction": "BE"},
            {"role": "receiving", "jurisdiction": "NL"},
        ],
        "custody_model": "hosted_custody",
        "signed_on": "2009-10-31",
        "grade": "text",
        "use": "gate",
    }


def test_list_is_read_by_people(agreement: Command) -> None:
    code, out, err = agreement("list", "--lang", "es")
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        "be-nl-2009-tilburg",
        "  Bélgica–Países Bajos, prisión de Tilburg a disposición de las condenas belgas (2009)",
        (
            "  BE → NL · custodia en suelo ajeno · firmado el 2009-10-31 · texto íntegro leído · "
            "control de salida"
        ),
    ]


def test_show_goes_clause_by_clause(agreement: Command) -> None:
    code, out, err = agreement("show", "be-nl-2009-tilburg", "--on", "2012-05-05")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].startswith("Belgium–Netherlands, prison at Tilburg")
    assert f"Terms: {terms_hash(load('be-nl-2009-tilburg'))}" in lines
    assert "As on 2012-05-05" in lines
    clauses = [line.partition("  ")[0] for line in lines if line[:1].isdigit()]
    assert clauses.index("9(2)") < clauses.index("26(1)") < clauses.index("29(3)")
    assert "Not found in the sources held" in lines


def test_show_says_what_is_assumed_and_why(agreement: Command) -> None:
    shown = agreement.json("show", "be-nl-2009-tilburg")
    assumed = [
        term["why"]
        for clause in shown["clauses"]
        for term in clause["terms"]
        if term["grade"] == "assumed"
    ]
    assert assumed
    assert all(assumed)
    _, out, _ = agreement("show", "be-nl-2009-tilburg")
    assert all(f"[assumed]: {why}" in out for why in assumed)


def test_show_on_a_day_shows_that_day(agreement: Command) -> None:
    def rates(on: str) -> list[str]:
        shown = agreement.json("show", "be-nl-2009-tilburg", "--on", on)
        assert shown["on"] == on
        (clause,) = [each for each in shown["clauses"] if each["clause"] == "27"]
        return [term["grade"] for term in clause["terms"]]

    assert rates("2010-06-01") == ["text"]
    assert rates("2016-06-01") == ["assumed"]


def test_show_says_what_a_condition_asks_of_the_facts_and_of_whose(agreement: Command) -> None:
    _, out, _ = agreement("show", "be-nl-2009-tilburg")
    at = out.splitlines().index("  The person is a man. If unknown: hold.")
    assert out.splitlines()[at + 1 : at + 3] == [
        "    Requires: «Sex in the document» is «male».",
        "    Asked only where «Receiving jurisdiction» is «NL».",
    ]
    shown = agreement.json("show", "be-nl-2009-tilburg", "--lang", "es")
    (term,) = [
        term
        for clause in shown["clauses"]
        for term in clause["terms"]
        if term.get("condition") == "no-resident"
    ]
    assert term["requires"] == (
        "no se cumple lo siguiente: («Residencia» es igual que «Jurisdicción receptora»)"
    )


def test_show_of_all_holds_every_clause_of_every_source(agreement: Command) -> None:
    written = load("be-nl-2009-tilburg")
    index = [(source.id, clause) for source in written.sources for clause in source.clauses]
    shown = agreement.json("show", "be-nl-2009-tilburg", "--all")
    assert [(each["source"], each["clause"]) for each in shown["clauses"]] == index
    assert [each["where"] for each in shown["sources"]] == [each.where for each in written.sources]
    _, out, _ = agreement("show", "be-nl-2009-tilburg", "--all", "--lang", "es")
    assert "4(1)  El derecho del Estado remitente rige la ejecución de las condenas" in out
    assert "\n4(1)  " not in agreement("show", "be-nl-2009-tilburg", "--lang", "es")[1]


def test_show_takes_a_file(agreement: Command, file: Path) -> None:
    assert agreement.json("show", str(file))["id"] == "northland-southland"


@pytest.mark.parametrize("day", ["2012-5-5", "20120505", "2012-02-30", "soon", "2012-W01-1", ""])
def test_show_refuses_what_is_no_day(agreement: Command, day: str) -> None:
    code, out, err = agreement("show", "be-nl-2009-tilburg", "--on", day)
    assert (code, out) == (2, "")
    assert err.startswith("--on: ")
    assert "YYYY-MM-DD" in err


def test_show_of_an_unknown_agreement_leaves_with_2(agreement: Command) -> None:
    code, out, err = agreement("show", "tilburg", "--lang", "es")
    assert (code, out) == (2, "")
    assert "¿Quería decir be-nl-2009-tilburg?" in err


def test_check_of_a_sound_file_says_so(agreement: Command, file: Path) -> None:
    code, out, err = agreement("check", str(file))
    assert (code, err) == (0, "")
    assert out.startswith("agreement.yaml: nothing wrong found. Terms: sha256:")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["line"])
def test_check_prints_place_fault_and_remedy(
    agreement: Command, file: Path, message: dict[str, str], lang: str
) -> None:
    file.write_text(agreement_text(message["line"] + "\n"), "utf-8")
    code, out, err = agreement("check", str(file), "--lang", lang)
    assert (code, out) == (2, "")
    (line,) = err.splitlines()
    assert line == message[lang] or line.startswith(message[lang] + "be-nl-2009-tilburg")


def test_check_looks_at_every_file(agreement: Command, file: Path) -> None:
    spoiled = Path("spoiled.yaml")
    spoiled.write_text(agreement_text("use: gat\nlanguages: nl\n"), "utf-8")
    code, out, err = agreement("check", str(spoiled), str(file), "missing.yaml")
    assert code == 2
    assert out.startswith("agreement.yaml: nothing wrong found.")
    assert [line.partition(": ")[0] for line in err.splitlines()] == [
        "spoiled.yaml:1:6",
        "spoiled.yaml:2:12",
        "missing.yaml",
    ]


def test_check_as_json_keeps_the_lines_on_standard_error(agreement: Command, file: Path) -> None:
    file.write_text(agreement_text("use: gat\n"), "utf-8")
    code, out, err = agreement("check", str(file), "--json")
    assert code == 2
    (checked,) = json.loads(out)
    assert (checked["file"], checked["agreement"], checked["terms_hash"]) == (str(file), None, None)
    (finding,) = checked["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == (
        "agreement.not-one-of-near",
        1,
        6,
    )
    assert err == finding["message"] + "\n"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_new_writes_a_template_that_check_passes(agreement: Command, file: Path, lang: str) -> None:
    code, _, err = agreement("new", "ours.yaml", "--lang", lang)
    assert (code, err) == (0, "")
    assert Path("ours.yaml").read_text("utf-8") == template(Lang(lang))
    assert agreement("check", "ours.yaml")[0] == 0


def test_new_never_touches_a_file_that_exists(agreement: Command, file: Path) -> None:
    before = file.read_bytes()
    code, out, err = agreement("new", str(file))
    assert (code, out) == (2, "")
    assert err.startswith("agreement.yaml: The file exists already, and is left as it is.")
    assert file.read_bytes() == before


@pytest.mark.parametrize("path", ["no-such-folder/ours.yaml", ".", "a\0b.yaml"])
def test_new_says_where_it_cannot_write(agreement: Command, file: Path, path: str) -> None:
    code, out, err = agreement("new", path)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1


def test_schema_prints_the_schema(agreement: Command) -> None:
    assert agreement("schema") == (0, schema_text(), "")


def test_without_a_command_the_commands_are_shown(agreement: Command) -> None:
    code, out, err = agreement("--lang", "es")
    assert (code, err) == (0, "")
    assert all(f"  {word}" in out for word in ("list", "show", "check", "new", "schema"))
