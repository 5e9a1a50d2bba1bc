"""What is read from the columns of a manifest or register: `cases/reading/columns.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.screening.names import Name, Part, Token, read_names

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "reading" / "columns.yaml").read_text("utf-8")
)


def as_noted(name: Name) -> str:
    """A name in the notation of the cases."""
    given_names = [_noted(token) for token in name.tokens if token.part is not Part.SURNAME]
    surnames = [_noted(token) for token in name.tokens if token.part is Part.SURNAME]
    return " ".join([*given_names, *(["|", *surnames] if surnames else [])])


def _noted(token: Token) -> str:
    if token.is_particle:
        return f"({token.text})"
    return f"<{token.text}>" if token.is_initial else token.text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_columns_are_read_into_names(case: dict[str, Any]) -> None:
    names = read_names(case.get("given"), case.get("surnames"), case.get("full"))
    assert [as_noted(name) for name in names] == case["names"]


def test_two_hundred_aliases_are_two_hundred_names() -> None:
    surnames = ";".join(f"Mora{number:03}" for number in range(200))
    assert len(read_names("Juan", surnames, None)) == 200


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_letter_of_a_full_name_is_lost(written: str) -> None:
    """Whatever is written, each word with a letter in it is in some name."""
    names = read_names(None, None, written)
    kept = "".join(token.text for name in names for token in name.tokens)
    marks_of_an_alias = set("akns") | set("aliasconocidcomo")
    for letter in written:
        if letter.isalpha() and letter.lower() not in marks_of_an_alias:
            assert letter in kept


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_every_word_has_something_to_be_compared_by(first: str, last: str) -> None:
    for name in read_names(first, last, None):
        assert name.tokens
        assert all(token.strict and not token.strict.isspace() for token in name.tokens)
