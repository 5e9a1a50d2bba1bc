"""Every sentence of the record stands in English and Spanish, with the same blanks to fill in."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import safeconduct

PACKAGE = Path(safeconduct.__file__).parent
CODE = re.compile(r'"(record\.[a-z0-9-]+)"')
LANGUAGES = ("en", "es")


def catalogue(lang: str) -> dict[str, str]:
    with (PACKAGE / "locale" / lang / "LC_MESSAGES" / "record.po").open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_its_sentence_and_every_sentence_its_code(lang: str) -> None:
    sources = [*(PACKAGE / "record").rglob("*.py"), *(PACKAGE / "cli").rglob("*.py")]
    used = {code for source in sources for code in CODE.findall(source.read_text("utf-8"))}
    known = catalogue(lang)
    assert used - known.keys() == set()
    assert {re.sub(r"\.(allowed|example)$", "", code) for code in known} - used == set()
    assert all(known.values())


def test_both_languages_fill_in_the_same_values() -> None:
    english, spanish = map(catalogue, LANGUAGES)
    assert english.keys() == spanish.keys()
    differing = [code for code in english if blanks(english[code]) != blanks(spanish[code])]
    assert differing == []
