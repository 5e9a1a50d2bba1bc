"""What is owed, in which currency, rounded where and how."""

from __future__ import annotations

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.loading.citations import CITED, Stated
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.reader import TextOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.sections.indexation import INDEXATIONS
from safeconduct.agreement.loading.sections.tariff_items import ITEM
from safeconduct.agreement.loading.texts import CURRENCY_CODE, WHOLE_NUMBER, word_of
from safeconduct.agreement.tariff import Indexation, Rounding, RoundingPlace, Tariff, TariffItem
from safeconduct.basics import Currency, Message, RoundingMode

FINEST_CURRENCY = 4
"""Decimal places: the finest unit in ISO 4217 has four."""


def _scale(text: str) -> int | Message:
    read = WHOLE_NUMBER.parse(text)
    if isinstance(read, int) and read <= FINEST_CURRENCY:
        return read
    return Message.of("agreement.not-a-currency-scale", text=text[:20], finest=FINEST_CURRENCY)


_SCALE = TextOf(_scale, {"type": "integer", "minimum": 0, "maximum": FINEST_CURRENCY}, "2")


def _currency(*, code: str, scale: int, citation: Citation) -> Stated[Currency]:
    return Stated(Currency(code, scale), citation)


def _tariff(
    *,
    currency: Stated[Currency],
    rounding: Rounding,
    items: tuple[TariffItem, ...],
    indexations: tuple[Indexation, ...],
) -> Tariff:
    return Tariff(currency.value, currency.citation, rounding, items, indexations)


_CURRENCY = Record(
    "currency",
    _currency,
    Field("code", CURRENCY_CODE, "ISO 4217 alphabetic code."),
    Field("scale", _SCALE, "Decimal places of an amount that can be paid, e.g. 2 for cents."),
    CITED,
)

_ROUNDING: Record[Rounding] = Record(
    "rounding",
    Rounding,
    Field("place", word_of(RoundingPlace), "Where the one rounding happens."),
    Field("mode", word_of(RoundingMode), "How the last digit is settled."),
    CITED,
)

TARIFF = Record(
    "tariff",
    _tariff,
    Field("currency", _CURRENCY, "The currency, with its scale."),
    Field("rounding", _ROUNDING, "Where and how money is rounded."),
    Field("items", ListOf(ITEM, at_least=1), "What is owed, in the order of the clauses."),
    Field("indexations", INDEXATIONS, "How prices follow indices.", absent=()),
)
