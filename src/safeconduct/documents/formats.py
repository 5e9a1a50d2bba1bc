"""Numbers, money, days and periods as a reader of the language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal

from safeconduct.basics import Lang, Money, Period
from safeconduct.compensation import exact_text

_LOCALES = {"en": "en_GB", "es": "es"}
"""Day before month in English too: the parties are rarely both American."""


def shown_number(value: Fraction | Decimal | int, lang: Lang) -> str:
    """A number with its exact decimals; a fraction that never ends as it is, e.g. ``1/12``."""
    if isinstance(value, int):
        value = Fraction(value)
    written = exact_text(value)
    if "/" in written:
        return written
    places = len(written.partition(".")[2])
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(Decimal(written), pattern, _locale(lang)))


def shown_money(amount: Money, lang: Lang) -> str:
    """An amount at the scale of its currency, without the currency's name."""
    return shown_number(amount.amount, lang)


def shown_day(day: date, lang: Lang) -> str:
    """A day in words, e.g. ``31 January 2011``."""
    return str(format_date(day, "long", _locale(lang)))


def shown_period(period: Period, lang: Lang) -> str:
    """First and last day of a period in words, or its one day."""
    first, last = shown_day(period.start, lang), shown_day(period.last, lang)
    return first if period.days == 1 else f"{first} – {last}"


def _locale(lang: Lang) -> str:
    return _LOCALES.get(lang, lang)
