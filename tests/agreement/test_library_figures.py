"""No figure of the library changes unseen: each is held to a table typed from the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from safeconduct.agreement import Words, library, load
from tests.agreement.figures import Figure, figures

HERE = Path(__file__).parent


def table(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a table, each with its agreement."""
    for agreement, rows in yaml.safe_load((HERE / name).read_text("utf-8")).items():
        for row in rows:
            yield agreement, row


FIGURES = [(agreement, Figure(**{"day": "", **row})) for agreement, row in
           table("library_figures.yaml")]  # fmt: skip
CLAUSES = list(table("library_clauses.yaml"))


@pytest.mark.parametrize(
    ("agreement", "figure"), FIGURES, ids=[f"{a} {f.term} {f.day}".strip() for a, f in FIGURES]
)
def test_a_figure_is_the_one_of_the_source(agreement: str, figure: Figure) -> None:
    """Value, days, clause and grade."""
    of_the_term = [found for found in figures(load(agreement)) if found.term == figure.term]
    assert figure in of_the_term


@pytest.mark.parametrize("agreement", library())
def test_every_figure_stands_in_the_table(agreement: str) -> None:
    listed = [figure for name, figure in FIGURES if name == agreement]
    found = list(figures(load(agreement)))
    assert [figure for figure in found if figure not in listed] == []
    assert len(listed) == len(found)


@pytest.mark.parametrize("agreement", library())
def test_no_price_is_older_than_the_signature(agreement: str) -> None:
    """Where the day of the signature is known, every price has a first day, on or after it."""
    terms = load(agreement)
    items = () if terms.tariff is None else terms.tariff.items
    prices = [price for item in items for price in item.rates.values]
    older = [
        price
        for price in prices
        if (first := price.start or terms.term.start) is None or first < (terms.signed_on or first)
    ]
    assert terms.signed_on is None or older == []


@pytest.mark.parametrize(
    ("agreement", "row"), CLAUSES, ids=[f"{a} {row['clause']}" for a, row in CLAUSES]
)
def test_a_clause_says_its_figure_in_both_languages(agreement: str, row: dict[str, Any]) -> None:
    indexes = [source.clauses for source in load(agreement).sources]
    said = [index[row["clause"]] for index in indexes if row["clause"] in index]
    assert any(row["en"] in words.en and row["es"] in words.es for words in said)


def words_of(value: object, where: str = "") -> Iterator[tuple[str, Words]]:
    """Every text in both languages, with the path to it."""
    if isinstance(value, Words):
        yield where, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_of(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from words_of(part, f"{where}[{number}]")
    elif hasattr(value, "items"):
        for key, part in value.items():
            yield from words_of(part, f"{where}[{key}]")


def numbers(text: str) -> list[str]:
    """The digits of each number, without what separates thousands and decimals."""
    return sorted(re.sub(r"[.,]", "", number) for number in re.findall(r"\d[\d.,]*(?<![.,])", text))


@pytest.mark.parametrize("agreement", library())
def test_both_languages_state_the_same_numbers(agreement: str) -> None:
    differing = {
        where: (words.en, words.es)
        for where, words in words_of(load(agreement))
        if numbers(words.en) != numbers(words.es)
    }
    assert differing == {}


def test_numbers_are_compared_without_their_separators() -> None:
    assert numbers("$4.76 million on 1,250 days") == numbers("4,76 millones, 1.250 días")
    assert numbers("30 June 2011") != numbers("30 de junio de 2012")
