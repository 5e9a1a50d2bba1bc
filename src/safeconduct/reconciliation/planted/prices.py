"""The prices of the example agreements, written down a second time and added up day by day."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

AMENDED_ON = date(2025, 2, 15)
BEFORE, SINCE = Decimal("58.125"), Decimal("61.875")
FULL, FURTHER, FIRST_TEN = Decimal(60), Decimal(40), 10
_CENT = Decimal("0.01")


def cost(days: Iterable[date]) -> Decimal:
    """A booking's days under the amended agreement: each price's part rounded half up."""
    listed = list(days)
    before = sum(1 for day in listed if day < AMENDED_ON)
    return cents(before * BEFORE) + cents((len(listed) - before) * SINCE)


def cents(amount: Decimal) -> Decimal:
    """Rounded half up to the cent."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def cents_down(amount: Decimal) -> Decimal:
    """Cut to the cent."""
    return amount.quantize(_CENT, ROUND_DOWN)


def guaranteed(days: Iterable[date]) -> dict[date, Decimal]:
    """Each month's money where ten places a day are guaranteed over the month."""
    by_month = Counter(day.replace(day=1) for day in days)
    return {
        month: FULL * max(held, FIRST_TEN * calendar.monthrange(month.year, month.month)[1])
        for month, held in by_month.items()
    }


def banded(days: Iterable[date]) -> dict[date, Decimal]:
    """Each month's money where persons above ten on a day cost less."""
    months: dict[date, Decimal] = {}
    for day, held in Counter(days).items():
        money = FULL * min(held, FIRST_TEN) + FURTHER * max(0, held - FIRST_TEN)
        month = day.replace(day=1)
        months[month] = months.get(month, Decimal(0)) + money
    return months
