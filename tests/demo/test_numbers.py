"""Every number that a sentence of the demonstration names is counted here."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from safeconduct.agreement import library
from safeconduct.agreement.floor import floor
from safeconduct.basics import ENGLISH, Lang, text
from safeconduct.cli.demo.story import STORY, Step
from tests.demo.running import Demonstration, again, rows

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "seven": 7, "nine": 9, "ten": 10,
    "twelve": 12, "thirteen": 13, "sixteen": 16, "thirty": 30,
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "seis": 6, "siete": 7, "nueve": 9, "diez": 10,
    "doce": 12, "trece": 13, "dieciséis": 16, "treinta": 30,
}  # fmt: skip

NO_NUMBERS = re.compile(r"\d+:\d+|dos veces|\btwo things|son dos cosas")
"""A time of day, and two turns of speech that count nothing."""

Count = Callable[[Path], int]

BOOKS = ("ours", "theirs")


def refused(folder: Path) -> int:
    findings = json.loads((folder / "statement.json").read_text("utf-8"))["content"]["findings"]
    return len(findings)


def withdrawn(folder: Path) -> set[str]:
    before, after = (
        {row["booking"] for row in rows(folder / f"register{name}.csv")}
        for name in ("", "-corrected")
    )
    return before - after


def with_outcome(*outcomes: str) -> Count:
    def count(folder: Path) -> int:
        persons = again(folder, "cli.demo-board")["persons"]
        return sum(1 for one in persons if one["outcome"] in outcomes)

    return count


def differences(folder: Path) -> list[dict[str, str]]:
    return rows(folder / "books" / "dispute.csv")


def moving_nothing(folder: Path) -> int:
    return sum(1 for one in differences(folder) if one["days"] == "0" and one["amount"] == "0.00")


def answered(*answers: str) -> Count:
    def count(folder: Path) -> int:
        return sum(1 for row in rows(folder / "books" / "answers.csv") if row["answer"] in answers)

    return count


def conceded(folder: Path) -> int:
    return sum(1 for row in rows(folder / "books" / "answers.csv") if row["reply"] == "concede")


def terms(folder: Path) -> Any:
    return yaml.safe_load((folder / "agreement.yaml").read_text("utf-8"))


def free_nights(folder: Path) -> int:
    return int(terms(folder)["day_count"]["absences"]["nights"])


def guaranteed(folder: Path) -> int:
    (item,) = (one for one in terms(folder)["tariff"]["items"] if one["id"] == "guarantee")
    return int(item["places"][0]["value"])


def states(folder: Path) -> int:
    return len({party["jurisdiction"] for party in terms(folder)["parties"]})


def price_rises_on(folder: Path) -> date:
    day: date = terms(folder)["amendments"][0]["takes_effect"]
    return day


def article_on_persons(folder: Path) -> int:
    (article,) = {one["clause"].partition("(")[0] for one in terms(folder)["conditions"]}
    return int(article)


def notes(folder: Path) -> int:
    return len(again(folder, "cli.demo-correction")["correction"]["notes"])


def book(name: str) -> Count:
    return lambda folder: len(rows(folder / "books" / f"{name}.csv"))


NUMBERS: dict[str, list[Count]] = {
    "cli.demo-check-why": [states],
    "cli.demo-terms-why": [
        lambda folder: price_rises_on(folder).day,
        lambda folder: price_rises_on(folder).year,
    ],
    "cli.demo-terms-after": [article_on_persons],
    "cli.demo-board-why": [lambda folder: len(rows(folder / "case" / "persons.csv"))],
    "cli.demo-board-after": [
        with_outcome("no-bar-found"),
        with_outcome("undetermined"),
        with_outcome("barred"),
        with_outcome("undetermined", "barred"),
    ],
    "cli.demo-order-after": [
        lambda folder: len(again(folder, "cli.demo-order")),
        with_outcome("no-bar-found"),
        lambda folder: Counter(one["touches"] for one in again(folder, "cli.demo-order"))["maybe"],
        lambda _: floor().acknowledge_within_minutes,
    ],
    "cli.demo-days-why": [lambda folder: len(rows(folder / "register.csv")), refused],
    "cli.demo-statement-why": [lambda folder: price_rises_on(folder).day, free_nights, guaranteed],
    "cli.demo-statement-after": [refused],
    "cli.demo-correction-why": [refused, lambda folder: len(withdrawn(folder))],
    "cli.demo-correction-after": [notes],
    "cli.demo-books": [lambda _: len(BOOKS)],
    "cli.demo-books-why": [
        *map(book, BOOKS),
        lambda folder: len(differences(folder)),
        lambda folder: len({one["kind"] for one in differences(folder)}),
    ],
    "cli.demo-books-after": [moving_nothing],
    "cli.demo-dispute-why": [
        answered("accept"),
        answered("reject"),
        answered("correct"),
        answered(""),
        conceded,
        answered("reject"),
    ],
    "cli.demo-dispute-after": [lambda folder: again(folder, "cli.demo-dispute")["open"]],
    "cli.demo-real-why": [lambda _: len(library())],
}
"""The numbers of each sentence, in their order."""


SENTENCES = [f"{step.code}{part}" for step in STORY for part in ("", "-why", "-after")]


def numbers(sentence: str) -> list[int]:
    """The numbers above one; “one” is too often an article."""
    tokens = re.findall(r"\d+|[^\W\d]+", NO_NUMBERS.sub("", sentence).lower())
    read = [int(each) if each.isdigit() else WORDS.get(each, 0) for each in tokens]
    return [number for number in read if number > 1]


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("lang", [ENGLISH, Lang("es")])
def test_a_number_in_a_sentence_is_the_one_that_is_counted(
    code: str, lang: Lang, told: Demonstration
) -> None:
    counted = [count(told.folder) for count in NUMBERS.get(code, [])]
    assert numbers(text(code, lang)) == [number for number in counted if number > 1]


@pytest.mark.parametrize("step", STORY, ids=lambda step: step.code)
@pytest.mark.parametrize("lang", [ENGLISH, Lang("es")])
def test_the_exit_code_that_a_sentence_explains_is_the_one_of_the_step(
    step: Step, lang: Lang
) -> None:
    explained = re.findall(r"\b[0-3]\b", text(f"{step.code}-after", lang))
    assert {*explained} <= {str(step.exit_code)}
    assert explained or step.exit_code == 0 or step.code == "cli.demo-missing"
