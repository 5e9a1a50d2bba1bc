"""What days cost: the rates of the agreement that follow bed-days one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.tariff import PerDiem, Rounding, RoundingPlace
from safeconduct.basics import Currency, Period, RoundingMode
from safeconduct.compensation.exact import to_money
from safeconduct.compensation.prices import Price
from safeconduct.reconciliation.days import Days, within


def written_exactly(figure: Fraction, currency: Currency) -> Decimal | Fraction:
    """A figure for a sentence: at the scale of the currency where that holds it, else exact."""
    if (figure / Fraction(currency.unit)).denominator != 1:
        return figure
    return to_money(figure, currency, RoundingMode.DOWN).amount


@dataclass(frozen=True, slots=True)
class Rated:
    """A rate for each bed-day of a stretch.

    Attributes:
        item: the tariff item.
        price: rate, factor and stretch.
        each: the exact price of one bed-day.
    """

    item: PerDiem
    price: Price
    each: Fraction

    @property
    def stretch(self) -> Period:
        """The days on which the rate holds."""
        return self.price.stretch

    @property
    def clause(self) -> str:
        """The clause of this version of the rate."""
        return str(self.price.rate.citation.clause)


@dataclass(frozen=True, slots=True)
class Claimed:
    """Days of an entry as they are priced.

    Attributes:
        days: the days that its own dates give.
        beyond: days that the claim has beyond them; below zero where it has fewer.
        at: the day whose rate prices these: the day of departure, within the period.
    """

    days: Days
    beyond: int = 0
    at: date | None = None

    def within(self, stretch: Period) -> int:
        """How many of the days are priced in a stretch."""
        beyond = self.beyond if self.at is not None and self.at in stretch else 0
        return within(self.days, stretch) + beyond


@dataclass(frozen=True, slots=True)
class DayPrices:
    """The prices of bed-days in a period.

    Attributes:
        rated: each rate with its stretch; none where the tariff does not price single days.
        is_linear: whether the money of a booking follows from its own days alone.
        rounding: where and how money is rounded.
        currency: the currency.
        denominator: what the prices of all rates are whole multiples of a part of; sums of days
            at prices are whole numbers over it.
        parts: each rate in these parts.
        in_whole_units: whether every rate is payable as it is, so that no rounding ever happens.
    """

    rated: tuple[Rated, ...]
    is_linear: bool
    rounding: Rounding | None
    currency: Currency
    denominator: int = field(init=False)
    parts: tuple[int, ...] = field(init=False)
    in_whole_units: bool = field(init=False)

    def __post_init__(self) -> None:
        shared = math.lcm(*(one.each.denominator for one in self.rated))
        unit = Fraction(self.currency.unit)
        whole = all((one.each / unit).denominator == 1 for one in self.rated)
        parts = tuple(int(one.each * shared) for one in self.rated)
        object.__setattr__(self, "denominator", shared)
        object.__setattr__(self, "parts", parts)
        object.__setattr__(self, "in_whole_units", whole)

    @property
    def rounds_by_booking(self) -> bool:
        """Whether each booking's amount is rounded by itself."""
        return self.rounding is not None and self.rounding.place is RoundingPlace.BOOKING

    def cost(self, claimed: Claimed) -> Fraction:
        """What the days cost: rounded where the agreement rounds by booking, else exact."""
        if not self.rounds_by_booking or self.in_whole_units:
            return self.exact(claimed)
        parts = (claimed.within(one.stretch) * one.each for one in self.rated)
        return sum((self.rounded(part) for part in parts), Fraction(0))

    def exact(self, claimed: Claimed) -> Fraction:
        """What the days cost before any rounding."""
        whole = 0
        for one, part in zip(self.rated, self.parts, strict=True):
            whole += claimed.within(one.stretch) * part
        return Fraction(whole) if self.denominator == 1 else Fraction(whole, self.denominator)

    def rounded(self, exact: Fraction) -> Fraction:
        """A booking's amount as the agreement rounds it."""
        if self.rounding is None or not self.rounds_by_booking:
            return exact
        return Fraction(to_money(exact, self.currency, self.rounding.mode).amount)

    def versions(self, rated: Rated) -> Iterator[tuple[Fraction, Citation]]:
        """Every price that the item has had, adjusted and not, with the clause of each."""
        seen = set()
        for value in rated.item.rates.values:
            for factor in (Fraction(1), rated.price.factor):
                each = Fraction(value.value) * factor
                if each not in seen:
                    seen.add(each)
                    yield each, value.citation
        for other in self.rated:
            if other.item.id == rated.item.id and other.each not in seen:
                seen.add(other.each)
                yield other.each, other.price.rate.citation
