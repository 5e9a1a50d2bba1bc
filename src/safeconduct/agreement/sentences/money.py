"""The day count and the tariff, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.day_count import DayCount
from safeconduct.agreement.sentences.prices import price, side_terms
from safeconduct.agreement.sentences.sentence import Sentence, Voice
from safeconduct.agreement.tariff import Indexation, IndexMethod, Item, Tariff
from safeconduct.basics import Message


def day_count_sentences(agreement: Agreement, voice: Voice) -> Iterator[Sentence]:
    """Which days of a booking count."""
    count = agreement.day_count
    if count is not None:
        yield Sentence("day_count", voice.word("rule", count.rule), count.citation)
        yield Sentence("day_count", voice.say(_absences(count)), count.absence_citation)


def _absences(count: DayCount) -> Message:
    match count.absence_nights:
        case None:
            return Message.of("agreement.says-absences-all")
        case 0:
            return Message.of("agreement.says-absences-none")
        case nights:
            return Message.of("agreement.says-absences", nights=nights)


def tariff_sentences(agreement: Agreement, voice: Voice) -> Iterator[Sentence]:
    """What is owed, in which currency, rounded and indexed how."""
    tariff = agreement.tariff
    if tariff is None:
        return
    yield _currency(tariff, voice)
    yield _rounding(tariff, voice)
    for item in tariff.items:
        yield from _item(item, tariff, voice)
    for indexation in tariff.indexations:
        yield from _indexation(indexation, voice)


def _currency(tariff: Tariff, voice: Voice) -> Sentence:
    currency = tariff.currency
    message = Message.of("agreement.says-currency", currency=currency.code, scale=currency.scale)
    return Sentence("tariff", voice.say(message), tariff.currency_citation)


def _rounding(tariff: Tariff, voice: Voice) -> Sentence:
    message = Message.of(
        "agreement.says-rounding",
        place=voice.word("rounding-place", tariff.rounding.place),
        mode=voice.word("rounding-mode", tariff.rounding.mode),
    )
    return Sentence("tariff", voice.say(message), tariff.rounding.citation)


def _item(item: Item, tariff: Tariff, voice: Voice) -> Iterator[Sentence]:
    def says(rate: Decimal, days: str) -> str:
        owed = voice.say(price(item, voice.rate(rate, tariff.currency.code)))
        if item.indexation:
            indexed = Message.of("agreement.says-indexed", id=item.indexation)
            owed = f"{owed}, {voice.say(indexed)}"
        label = voice.words(item.label)
        return voice.say(Message.of("agreement.says-item", label=label, owed=owed, days=days))

    yield from voice.dated("tariff", item.rates, says)
    yield from side_terms(item, voice)


def _indexation(indexation: Indexation, voice: Voice) -> Iterator[Sentence]:
    if indexation.method is IndexMethod.MEAN_OF_PRECEDING_CHANGES:
        method = voice.say(Message.of("agreement.says-mean", years=indexation.years or 0))
    else:
        method = voice.word("index", indexation.method)
    message = Message.of(
        "agreement.says-indexation",
        id=indexation.id,
        base_year=indexation.base_year,
        first_on=indexation.first_on,
        method=method,
        series=indexation.series,
    )
    yield Sentence("tariff", voice.say(message), indexation.citation)
    if indexation.factor_scale is None:
        factor = Message.of("agreement.says-factor-exact", id=indexation.id)
    else:
        factor = Message.of(
            "agreement.says-factor", id=indexation.id, scale=indexation.factor_scale
        )
    yield Sentence("tariff", voice.say(factor), indexation.factor_citation)
