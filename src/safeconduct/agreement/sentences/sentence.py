"""A term said in one sentence, with the citation that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.conditions import Condition
from safeconduct.agreement.dated import Dated
from safeconduct.basics import ONE_DAY, Lang, Message, render, shown_number, text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One term, said in one language.

    Attributes:
        kind: the section of the agreement that the term belongs to, e.g. ``tariff``.
        says: the sentence.
        citation: where the term stands and how it is known.
        condition: the condition that is said; None for any other term.
    """

    kind: str
    says: str
    citation: Citation
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language, and for which day, terms are said.

    Attributes:
        lang: the language.
        on: the day on which dated values are taken; None to say each value with its days.
    """

    lang: Lang
    on: date | None = None

    def say(self, message: Message) -> str:
        """The message's sentence."""
        return render(message, self.lang)

    def words(self, words: Words) -> str:
        """The text in the language."""
        return words.in_language(self.lang)

    def word(self, enumeration: str, word: StrEnum) -> str:
        """What a word of the format means, e.g. ``role`` and ``sending``."""
        return text(f"agreement.word-{enumeration}-{word.value.replace('_', '-')}", self.lang)

    def rate(self, rate: Decimal, currency: str) -> str:
        """A rate as the agreement states it, to its last decimal, with the currency's code."""
        return f"{shown_number(rate, self.lang)} {currency}"

    def dated(
        self, kind: str, values: Dated[T], says: Callable[[T, str], str]
    ) -> Iterator[Sentence]:
        """A dated term: its value on the day, or each of its values.

        Args:
            kind: the section of the agreement.
            values: the term.
            says: makes the sentence from a value and from its days, which are empty where a day
                was asked for.
        """
        if self.on is None:
            for value in values.values:
                yield Sentence(
                    kind, says(value.value, self.days(value.start, value.end)), value.citation
                )
            return
        applicable = values.on(self.on)
        if applicable is not None:
            yield Sentence(kind, says(applicable.value, ""), applicable.citation)

    def days(self, start: date | None, end: date | None) -> str:
        """The days of a span, as a sentence's last words; nothing for all days.

        Args:
            start: the first day.
            end: the day after the last one.
        """
        last = None if end is None else end - ONE_DAY
        if start is not None and last is not None:
            return self.say(Message.of("agreement.says-from-until", first=start, last=last))
        if start is not None:
            return self.say(Message.of("agreement.says-from", first=start))
        if last is not None:
            return self.say(Message.of("agreement.says-until", last=last))
        return ""
