"""Every sentence that the program can say exists in every language, and no other."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.house.catalogues import (
    COMPANIONS,
    Use,
    codes_written_in,
    endings_in,
    read_catalogue,
    unbounded,
    unsaid,
    untranslated,
    unused,
    uses_in,
    uses_in_template,
)
from tests.house.project import LOCALE, domains, python_files, shown, templates

LANGUAGES = sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())


@pytest.fixture(scope="module")
def uses() -> dict[str, list[Use]]:
    found = {
        shown(path): list(uses_in(path.read_text("utf-8"), domains()))
        for path in python_files("src")
        if path.parent.name != "migrations"  # they name models, and say nothing to anybody
    }
    for path in templates():
        found[shown(path)] = list(uses_in_template(path.read_text("utf-8"), domains()))
    return found


def test_english_and_spanish_are_there() -> None:
    assert {"en", "es"} <= set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_in_the_source_has_its_sentence(lang: str, uses: dict[str, list[Use]]) -> None:
    assert list(unsaid(uses, read_catalogue(LOCALE / lang))) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_used(lang: str, uses: dict[str, list[Use]]) -> None:
    appended = (endings_in(path.read_text("utf-8")) for path in python_files("src"))
    endings = frozenset(COMPANIONS).union(*appended)
    assert list(unused(uses, read_catalogue(LOCALE / lang), endings)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_code_is_written_twice(lang: str) -> None:
    counted = Counter(codes_written_in(LOCALE / lang))
    assert [code for code, times in counted.items() if times > 1] == []


def test_no_code_is_built_from_its_domain_alone(uses: dict[str, list[Use]]) -> None:
    assert list(unbounded(uses)) == []


def test_english_and_spanish_say_the_same() -> None:
    assert list(untranslated(read_catalogue(LOCALE / "en"), read_catalogue(LOCALE / "es"))) == []


PLANTED = """
finding = Message.of("custody.departure-before-arrival", departed=d)
label = text(f"custody.rule-{rule.value}", lang)
wrapped = refuse("custody.duplicate-booking", line, booking=b)
"""
SENTENCES = {
    "custody.departure-before-arrival": "Left {departed}, before arriving.",
    "custody.departure-before-arrival.allowed": "A departure after {arrived}.",
    "custody.rule-midnights": "midnights",
    "custody.never-said": "Nobody says this.",
}


@pytest.fixture
def planted() -> dict[str, list[Use]]:
    return {"planted.py": list(uses_in(PLANTED, {"custody"}))}


def test_a_code_without_a_sentence_is_seen(planted: dict[str, list[Use]]) -> None:
    assert r"planted.py:4: no sentence for custody\.duplicate\-booking" in unsaid(
        planted, SENTENCES
    )


def test_a_parameter_that_is_not_given_is_seen(planted: dict[str, list[Use]]) -> None:
    assert "planted.py:2: custody.departure-before-arrival also needs arrived" in unsaid(
        planted, SENTENCES
    )


def test_a_sentence_that_nobody_says_is_seen(planted: dict[str, list[Use]]) -> None:
    assert list(unused(planted, SENTENCES)) == ["custody.never-said"]


def test_a_code_that_may_be_anything_is_seen() -> None:
    uses = {"planted.py": list(uses_in('text(f"custody.{name}")', {"custody"}))}
    assert list(unbounded(uses)) == [r"planted.py:1: custody\.[a-z0-9-]+"]


def test_what_is_appended_to_a_code_is_read_off() -> None:
    source = 'text(f"{step.code}-why"); print(f"{days}-day"); text(f"{code}.allowed")'
    assert endings_in(source) == {"-why", ".allowed"}


@pytest.mark.parametrize(
    ("spanish", "says"),
    [
        ({}, "a.b: in one language only"),
        ({"a.b": ""}, "a.b: empty"),
        ({"a.b": "El día {otro} cuenta."}, "a.b: other placeholders"),
        ({"a.b": "The day {day} counts."}, "a.b: the same words in both languages"),
    ],
)
def test_a_translation_that_lacks_something_is_seen(spanish: dict[str, str], says: str) -> None:
    assert says in untranslated({"a.b": "The day {day} counts."}, spanish)


def test_a_code_in_a_template_is_read_with_its_values() -> None:
    line = '<a href="/x.csv">{% say "custody.rule-midnights" day=one.day %}</a>'
    (use,) = uses_in_template(line, {"custody"})
    assert (use.pattern, use.names) == (r"custody\.rule\-midnights", frozenset({"day"}))


def test_a_code_in_another_domain_s_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "LC_MESSAGES"
    folder.mkdir()
    (folder / "tables.po").write_text('msgid "custody.x"\nmsgstr "x"\n', "utf-8")
    with pytest.raises(ValueError, match=r"tables\.po: custody\.x"):
        read_catalogue(tmp_path)
