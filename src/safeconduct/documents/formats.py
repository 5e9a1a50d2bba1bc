"""Days and periods as a reader of the language writes them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from safeconduct.basics import Lang, Period

_LOCALES = {"en": "en_GB", "es": "es"}
"""Day before month in English too: the parties are rarely both American."""


def shown_day(day: date, lang: Lang) -> str:
    """A day in words, e.g. ``31 January 2011``."""
    return str(format_date(day, "long", _locale(lang)))


def shown_period(period: Period, lang: Lang) -> str:
    """First and last day of a period in words, or its one day."""
    first, last = shown_day(period.start, lang), shown_day(period.last, lang)
    return first if period.days == 1 else f"{first} – {last}"


def _locale(lang: Lang) -> str:
    return _LOCALES.get(lang, lang)
