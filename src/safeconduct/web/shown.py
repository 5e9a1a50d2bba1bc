"""Values as a person reads them on a page: days, moments, numbers and money of a language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal
from django.utils import timezone

from safeconduct.basics import Lang, Message, Money, text
from safeconduct.web.language import current

MOMENT = {"en": "d MMM y, HH:mm ZZZZZ", "es": "d MMM y, HH:mm ZZZZZ"}
"""A moment shows its offset, since the parties to an agreement rarely share a clock."""

DAY = {"en": "d MMMM y"}
"""The day before the month, as on the agreements' papers; other languages as they have it."""


def shown(value: object, lang: Lang | None = None) -> str:
    """A value of any kind of the field, in the language of the page.

    Args:
        value: a cell of a row, a figure, an amount, or None for what nobody recorded.
        lang: the language; that of the page unless told.
    """
    lang = lang or current()
    if value is None or (isinstance(value, str | tuple) and not value):
        return text("web.not-recorded", lang)
    if isinstance(value, bool):
        return text("web.yes" if value else "web.no", lang)
    if isinstance(value, datetime):
        return str(format_datetime(_local(value), MOMENT.get(lang, MOMENT["en"]), locale=lang))
    if isinstance(value, date):
        return str(format_date(value, DAY.get(lang, "long"), locale=lang))
    if isinstance(value, Money):
        return str(format_currency(value.amount, value.currency.code, locale=lang))
    if isinstance(value, int | Decimal):
        return str(format_decimal(value, locale=lang))
    if isinstance(value, tuple):
        return ", ".join(shown(part, lang) for part in value)
    if isinstance(value, Message):
        return said(value, lang)
    return str(value)


def said(message: Message, lang: Lang | None = None) -> str:
    """A message's sentence; the days, moments and figures in it are those of the language."""
    lang = lang or current()
    values = {
        name: value if isinstance(value, str) else shown(value, lang)
        for name, value in message.parameters.items()
    }
    return text(message.code, lang).format_map(values)


def advised(message: Message, lang: Lang | None = None) -> str:
    """What would be right, and an example, where the catalogue holds them."""
    lang = lang or current()
    codes = (f"{message.code}.allowed", f"{message.code}.example")
    parts = [text(code, lang, default="") for code in codes]
    values = {
        name: value if isinstance(value, str) else shown(value, lang)
        for name, value in message.parameters.items()
    }
    return " ".join(part.format_map(values) for part in parts if part)


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
