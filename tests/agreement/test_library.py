"""The library: what ships, by id or by file, and what is said of what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.agreement import (
    CustodyModel,
    Use,
    library,
    load,
    load_file,
    read_agreement,
    template,
    terms_hash,
)
from safeconduct.basics import ENGLISH, Lang, WrongInput, advice, languages, render
from tests.agreement.case import agreement_text


@pytest.mark.parametrize("name", library())
def test_an_agreement_bears_the_name_of_its_file(name: str) -> None:
    assert load(name).id == name


@pytest.mark.parametrize("name", library())
def test_an_agreement_is_read_once(name: str) -> None:
    assert load(name) is load(name)


@pytest.mark.parametrize("name", library())
def test_a_gate_outside_sentence_transfer_has_all_three_safeguards(name: str) -> None:
    agreement = load(name)
    if agreement.use is Use.GATE and agreement.custody_model is not CustodyModel.SENTENCE_TRANSFER:
        assert {guard.kind.value for guard in agreement.safeguards} == {
            "return",
            "inspection",
            "release",
        }
    if agreement.use is Use.AUDIT_ONLY:
        assert agreement.audit_only_because is not None


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(agreement_text(), "utf-8")
    assert load(str(path)).id == "northland-southland"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(agreement_text(), "utf-8")
    first = load(str(path))
    path.write_text(agreement_text("languages: [en, es]\n"), "utf-8")
    assert load(str(path)).languages == ("en", "es")
    assert first.languages == ("en",)


def test_a_file_may_stand_under_a_convention_of_the_library(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(agreement_text("under: [coe-ets-112]\n"), "utf-8")
    assert load(str(path)).under == ("coe-ets-112",)


def test_all_errors_of_a_file_are_raised_together(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(agreement_text("use: gat\nparties: []\n"), "utf-8")
    with pytest.raises(WrongInput) as wrong:
        load(str(path))
    assert [str(finding.location) for finding in wrong.value.findings] == [
        f"{path}:1:6",
        f"{path}:2:10",
    ]


SAID = [
    (
        "tilburg",
        "The library has no agreement tilburg. Did you mean be-nl-2009-tilburg?",
        "La biblioteca no tiene el acuerdo tilburg. ¿Quería decir be-nl-2009-tilburg?",
    ),
    (
        "be-nl-2009-tilberg",
        "The library has no agreement be-nl-2009-tilberg. Did you mean be-nl-2009-tilburg?",
        "La biblioteca no tiene el acuerdo be-nl-2009-tilberg. ¿Quería decir be-nl-2009-tilburg?",
    ),
    (
        "§",
        "The library has no agreement §.",
        "La biblioteca no tiene el acuerdo §.",
    ),
    (
        "no-such-folder/ours.yaml",
        "The file cannot be read (No such file or directory).",
        "No se puede leer el archivo (no existe ese archivo o carpeta).",
    ),
]


@pytest.mark.parametrize(("reference", "english", "spanish"), SAID)
def test_what_is_not_there_is_told(reference: str, english: str, spanish: str) -> None:
    with pytest.raises(WrongInput) as wrong:
        load(reference)
    (finding,) = wrong.value.findings
    assert render(finding.message, ENGLISH) == english
    assert render(finding.message, Lang("es")) == spanish


def test_an_agreement_like_none_of_the_library_is_told_what_there_is() -> None:
    with pytest.raises(WrongInput) as wrong:
        load("§")
    said = advice(wrong.value.findings[0].message, ENGLISH)
    assert all(name in said for name in library())


@pytest.mark.parametrize("reference", ["", ".", "/", "..", "a\0b.yaml", "/dev/null/x.yaml", "\n"])
def test_no_reference_breaks_the_library(reference: str) -> None:
    with pytest.raises(WrongInput):
        load(reference)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert [f.code for f in load_file(str(tmp_path)).findings] == ["agreement.file-not-readable"]


@pytest.mark.parametrize("lang", languages())
def test_the_template_is_sound_and_says_the_same_in_every_language(lang: Lang) -> None:
    reading = read_agreement(template(lang).encode(), "new.yaml")
    assert reading.findings == ()
    assert reading.agreement is not None
    english = read_agreement(template(ENGLISH).encode(), "new.yaml").agreement
    assert english is not None
    assert terms_hash(reading.agreement) == terms_hash(english)


def test_a_language_without_a_template_gets_the_english_one() -> None:
    assert template(Lang("fy")) == template(ENGLISH)
