"""Sentences: found by code and language, with values written one way everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from safeconduct.basics import (
    ENGLISH,
    Currency,
    Lang,
    Message,
    Money,
    advice,
    languages,
    messages,
    render,
    text,
)

SPANISH = Lang("es")

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOGUES = {
    "en": {
        "field.left-early": "The departure on {departed} is before the arrival on {arrived}.",
        "field.left-early.allowed": "A departure on {arrived} or later.",
        "field.left-early.example": "For example: {arrived}.",
        "field.owed": "{amount} at {rate} a day, line {line}.",
        "field.english-only": "Nobody has translated {what} yet.",
    },
    "es": {
        "field.left-early": "La salida del {departed} es anterior a la llegada del {arrived}.",
        "field.left-early.allowed": "Una salida del {arrived} o posterior.",
        "field.owed": "{amount} a {rate} por día, línea {line}.",
    },
}


@pytest.fixture(autouse=True)
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Catalogues of this test's own, in place of those that ship."""
    for lang, sentences in CATALOGUES.items():
        folder = tmp_path / "locale" / lang / "LC_MESSAGES"
        folder.mkdir(parents=True)
        entries = (f'msgid "{code}"\nmsgstr "{said}"\n' for code, said in sentences.items())
        (folder / "field.po").write_text(HEADER + "\n".join(entries), "utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    messages._catalogue.cache_clear()  # noqa: SLF001 - else another test's catalogues speak
    yield
    messages._catalogue.cache_clear()  # noqa: SLF001


LEFT_EARLY = Message.of("field.left-early", departed=date(2025, 3, 15), arrived=date(2025, 3, 16))


def test_languages_are_the_folders() -> None:
    assert languages() == (ENGLISH, SPANISH)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (ENGLISH, "The departure on 2025-03-15 is before the arrival on 2025-03-16."),
        (SPANISH, "La salida del 2025-03-15 es anterior a la llegada del 2025-03-16."),
    ],
)
def test_a_sentence_in_each_language(lang: Lang, said: str) -> None:
    assert render(LEFT_EARLY, lang) == said


def test_advice_is_what_would_be_right_and_an_example() -> None:
    assert advice(LEFT_EARLY, ENGLISH) == (
        "A departure on 2025-03-16 or later. For example: 2025-03-16."
    )


def test_advice_that_only_english_has_is_given_in_english() -> None:
    assert advice(LEFT_EARLY, SPANISH) == (
        "Una salida del 2025-03-16 o posterior. For example: 2025-03-16."
    )


def test_a_sentence_without_advice_gives_none() -> None:
    assert advice(Message.of("field.english-only", what="this"), ENGLISH) == ""


def test_what_a_language_lacks_is_said_in_english() -> None:
    message = Message.of("field.english-only", what="esto")
    assert render(message, SPANISH) == "Nobody has translated esto yet."


@pytest.mark.parametrize("code", ["field.unknown", "nowhere.at-all"])
def test_a_code_that_nobody_has_shows_itself(code: str) -> None:
    assert text(code, SPANISH) == code
    assert text(code, SPANISH, default="") == ""


def test_figures_are_written_as_the_language_writes_them() -> None:
    message = Message.of(
        "field.owed",
        amount=Money(Decimal("1234.5"), Currency("EUR", 2)),
        rate=Decimal("1E+2"),
        line=7,
    )
    assert render(message, ENGLISH) == "1,234.50 EUR at 100 a day, line 7."
    assert render(message, SPANISH) == "1.234,50 EUR a 100 por día, línea 7."


def test_an_instant_keeps_its_offset() -> None:
    message = Message.of("field.english-only", what=datetime(2025, 3, 15, 23, tzinfo=UTC))
    assert render(message, ENGLISH) == "Nobody has translated 2025-03-15T23:00:00+00:00 yet."


def test_braces_in_a_value_are_left_alone() -> None:
    message = Message.of("field.english-only", what="{line} {0} {")
    assert render(message, ENGLISH) == "Nobody has translated {line} {0} { yet."
