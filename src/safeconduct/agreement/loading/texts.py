"""The texts of the format: names, days, numbers, places. Nothing is guessed from its look."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel.numbers import list_currencies

from safeconduct.agreement.loading.findings import listing, nearest, quote
from safeconduct.agreement.loading.reader import TextOf
from safeconduct.basics import AgreementId, ClauseRef, Jurisdiction, Message, PlaceId

E = TypeVar("E", bound=StrEnum)

FIRST_YEAR, LAST_YEAR = 1800, 2999
LARGEST_INTEGER_DIGITS = 9
LARGEST_DECIMAL_DIGITS = 18
MOST_DECIMAL_PLACES = 12

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_OF_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(rf"0|[1-9][0-9]{{0,{LARGEST_INTEGER_DIGITS - 1}}}")
_DECIMAL = re.compile(
    rf"(0|[1-9][0-9]{{0,{LARGEST_DECIMAL_DIGITS - 1}}})(\.[0-9]{{1,{MOST_DECIMAL_PLACES}}})?"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_ZONE = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")


def one_line(text: str) -> str:
    """The text with every run of spaces and line ends as one space."""
    return " ".join(text.split())


def _text(text: str) -> str | Message:
    return one_line(text) or Message.of("agreement.empty-text")


def _clause(text: str) -> ClauseRef | Message:
    line = one_line(text)
    return ClauseRef(line) if line else Message.of("agreement.empty-text")


def _place_id(text: str) -> PlaceId | Message:
    line = one_line(text)
    return PlaceId(line) if line else Message.of("agreement.empty-text")


def _id(text: str) -> str | Message:
    return text if _ID.fullmatch(text) else Message.of("agreement.not-an-id", text=quote(text))


def _agreement_id(text: str) -> AgreementId | Message:
    read = _id(text)
    return read if isinstance(read, Message) else AgreementId(read)


def _name(text: str) -> str | Message:
    return text if _NAME.fullmatch(text) else Message.of("agreement.not-a-name", text=quote(text))


def _language(text: str) -> str | Message:
    if _LANGUAGE.fullmatch(text):
        return text
    return Message.of("agreement.not-a-language", text=quote(text))


def _day(text: str) -> date | Message:
    if not _DAY.fullmatch(text):
        return Message.of("agreement.not-a-day", text=quote(text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Message.of("agreement.no-such-day", text=text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return Message.of(
            "agreement.year-out-of-range", text=text, first=FIRST_YEAR, last=LAST_YEAR
        )
    return day


def _day_of_year(text: str) -> str | Message:
    refused = Message.of("agreement.not-a-day-of-year", text=quote(text))
    if not _DAY_OF_YEAR.fullmatch(text):
        return refused
    try:
        # A year without a leap day: an agreement's year cannot begin on a day that is missing.
        date.fromisoformat(f"2001-{text}")
    except ValueError:
        return refused
    return text


def _integer(text: str) -> int | Message:
    if _INTEGER.fullmatch(text):
        return int(text)
    return Message.of("agreement.not-a-whole-number", text=quote(text))


def _positive(text: str) -> int | Message:
    read = _integer(text)
    return Message.of("agreement.not-above-zero") if read == 0 else read


def _decimal(text: str) -> Decimal | Message:
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return Message.of("agreement.not-a-decimal", text=quote(text))


def _yes_or_no(text: str) -> bool | Message:
    match text:
        case "true":
            return True
        case "false":
            return False
        case _:
            return Message.of("agreement.not-true-or-false", text=quote(text))


def _jurisdiction(text: str) -> Jurisdiction | Message:
    try:
        return Jurisdiction(text)
    except ValueError:
        return Message.of("agreement.not-a-jurisdiction", text=quote(text))


def _zone(text: str) -> str | Message:
    try:
        if _ZONE.fullmatch(text):
            ZoneInfo(text)
            return text
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A folder of the database, such as ``Europe``, is an OSError.
        pass
    near = nearest(text, _zones())
    if near:
        return Message.of("agreement.not-a-zone-near", text=quote(text), near=near)
    return Message.of("agreement.not-a-zone", text=quote(text))


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


def _currency(text: str) -> str | Message:
    if re.fullmatch("[A-Z]{3}", text) and text in list_currencies():
        return text
    return Message.of("agreement.not-a-currency", text=quote(text))


def word_of(words: type[E]) -> TextOf[E]:
    """One of the words of an enumeration."""
    allowed = [word.value for word in words]
    return TextOf(lambda text: _one_of(text, words), {"enum": list(allowed)}, allowed[0])


def _one_of(text: str, words: type[E]) -> E | Message:
    try:
        return words(text)
    except ValueError:
        return not_one_of(text, [word.value for word in words])


def not_one_of(text: str, allowed: list[str]) -> Message:
    """The sentence for a word outside a closed list, with the word that was likely meant."""
    near = nearest(text, allowed)
    listed = listing(allowed)
    if near:
        return Message.of("agreement.not-one-of-near", text=quote(text), allowed=listed, near=near)
    return Message.of("agreement.not-one-of", text=quote(text), allowed=listed)


def _matching(pattern: re.Pattern[str]) -> dict[str, object]:
    return {"type": "string", "pattern": f"^({pattern.pattern})$"}


_ANY_TEXT: dict[str, object] = {"type": "string", "minLength": 1}

TEXT = TextOf(_text, _ANY_TEXT, "A text in one sentence")
CLAUSE = TextOf(_clause, _ANY_TEXT, '"26(2)"')
PLACE_ID = TextOf(_place_id, _ANY_TEXT, "tilburg")
ID = TextOf(_id, _matching(_ID), "blocks-of-50")
AGREEMENT_ID = TextOf(_agreement_id, _matching(_ID), "be-nl-2009-tilburg")
NAME = TextOf(_name, _matching(_NAME), "return-trip")
LANGUAGE = TextOf(_language, _matching(_LANGUAGE), "nl")
DAY = TextOf(_day, _matching(_DAY), "2009-10-31")
DAY_OF_YEAR = TextOf(_day_of_year, _matching(_DAY_OF_YEAR), '"01-01"')
WHOLE_NUMBER = TextOf(_integer, {"type": "integer", "minimum": 0}, "650")
COUNT = TextOf(_positive, {"type": "integer", "minimum": 1}, "50")
AMOUNT = TextOf(
    _decimal,
    {"type": ["string", "number"], "pattern": f"^({_DECIMAL.pattern})$", "minimum": 0},
    '"212917.00"',
)
TRUE_OR_FALSE = TextOf(_yes_or_no, {"type": "boolean"}, "true")
JURISDICTION = TextOf(
    _jurisdiction,
    {"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3}(/[a-z0-9-]+)?)?$"},
    "US-ND/cass",
)
ZONE = TextOf(_zone, _matching(_ZONE), "Europe/Amsterdam")
CURRENCY_CODE = TextOf(_currency, {"type": "string", "pattern": "^[A-Z]{3}$"}, "EUR")
