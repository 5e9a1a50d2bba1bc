"""A second method for every figure: day by day, in plain fractions, sharing nothing with the first.

The program works by stretches, months and runs of places. Here each day is asked by itself what it
owes, and the days are added up. Only the terms' own values are read.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    GuaranteedMinimum,
    PartBlock,
    PartYear,
    PerDiem,
    PerPlace,
    PerTime,
    TariffItem,
)

PlacesOn = Callable[[date], int]
HeldOn = Mapping[date, int]


def owed_by_hand(
    item: TariffItem, first: date, last: date, places_on: PlacesOn, held: HeldOn
) -> Fraction:
    """What an item owes from the first to the last day, both included, with no indexation."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if isinstance(item, GuaranteedMinimum) and item.measured is PerTime.MONTH:
        return _monthly_shortfall(item, days, held)
    return sum((_on_day(item, day, places_on, held) for day in days), Fraction(0))


def _on_day(item: TariffItem, day: date, places_on: PlacesOn, held: HeldOn) -> Fraction:
    rate = _rate(item, day)
    month = calendar.monthrange(day.year, day.month)[1]
    match item:
        case FixedPerYear() if item.part_year is PartYear.MONTHS:
            return rate / 12 / _days_of_contract_month(item.year_begins, day)
        case FixedPerYear():
            return rate / _days_of_contract_year(item.year_begins, day)
        case FixedPerMonth():
            return rate / month
        case BlockStep():
            return rate * _blocks(item, places_on(day)) / month
        case PerPlace():
            top = places_on(day) if item.cap is None else min(places_on(day), item.cap)
            extra = max(0, top - item.above)
            return rate * extra if item.per is PerTime.DAY else rate * extra / month
        case PerDiem():
            numbers = range(1, held.get(day, 0) + 1)
            return rate * sum(
                1 for n in numbers if n > item.above and (item.up_to is None or n <= item.up_to)
            )
        case GuaranteedMinimum():
            return rate * max(0, _guarantee(item, day) - held.get(day, 0))
        case _:
            raise TypeError(type(item).__name__)


def _rate(item: TariffItem, day: date) -> Fraction:
    for value in item.rates.values:
        if (value.start is None or value.start <= day) and (value.end is None or day < value.end):
            return Fraction(value.value)
    return Fraction(0)


def _days_of_contract_year(begins: str, day: date) -> int:
    month, first = (int(part) for part in begins.split("-"))
    year = day.year if (day.month, day.day) >= (month, first) else day.year - 1
    return (date(year + 1, month, first) - date(year, month, first)).days


def _days_of_contract_month(begins: str, day: date) -> int:
    """Days of the month that begins on the contract year's day of the month."""
    first = int(begins.split("-")[1])
    start = day
    while start.day != first:
        start -= timedelta(days=1)
    after = start + timedelta(days=1)
    while after.day != first:
        after += timedelta(days=1)
    return (after - start).days


def _blocks(item: BlockStep, places: int) -> Fraction:
    """Blocks counted one place after another."""
    begun = full = single = 0
    for place in range(item.above + 1, min(places, item.up_to) + 1):
        nth = place - item.above
        begun += nth % item.block == 1 or item.block == 1
        full += nth % item.block == 0
        single += 1
    return {
        PartBlock.FULL: Fraction(begun),
        PartBlock.NONE: Fraction(full),
        PartBlock.PRO_RATA: Fraction(single, item.block),
    }[item.part_block]


def _guarantee(item: GuaranteedMinimum, day: date) -> int:
    for value in item.places.values:
        if (value.start is None or value.start <= day) and (value.end is None or day < value.end):
            return value.value
    return 0


def _monthly_shortfall(item: GuaranteedMinimum, days: list[date], held: HeldOn) -> Fraction:
    """The shortfall of each month; a month is cut where the rate changes."""
    lacking: dict[tuple[int, int, Fraction], int] = {}
    for day in days:
        key = (day.year, day.month, _rate(item, day))
        lacking[key] = lacking.get(key, 0) + _guarantee(item, day) - held.get(day, 0)
    return sum((rate * max(0, days) for (_, _, rate), days in lacking.items()), Fraction(0))
