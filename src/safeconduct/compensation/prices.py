"""Prices: a rate that stays the same over a stretch of days, with the factor of its price level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.dated import DatedValue
from safeconduct.agreement.tariff import Indexation, Item, Tariff
from safeconduct.basics import Period
from safeconduct.compensation.indexation import UNCHANGED, PriceLevel, price_levels
from safeconduct.compensation.indices import Figure, Indices


@dataclass(frozen=True, slots=True)
class Price:
    """What one unit costs on each day of a stretch.

    Attributes:
        stretch: the days.
        rate: the rate as the agreement states it, with its own citation.
        factor: what indexation multiplies it by; 1 where none applies.
        citations: the clauses that the price rests on.
        missing: index figures that are not known; while there is one, the price is provisional.
    """

    stretch: Period
    rate: DatedValue[Decimal]
    factor: Fraction
    citations: tuple[Citation, ...]
    missing: tuple[Figure, ...]

    @property
    def each(self) -> Fraction:
        """The exact price of one unit."""
        return Fraction(self.rate.value) * self.factor


def prices(item: Item, tariff: Tariff, indices: Indices, period: Period) -> Iterator[Price]:
    """The item's prices in the period: one for each rate version and price level.

    Days on which the agreement states no rate have no price and are left out.
    """
    indexation = next((one for one in tariff.indexations if one.id == item.indexation), None)
    for rated, rate in item.rates.within(period):
        for level in _levels(indexation, tariff, indices, rated):
            yield Price(
                level.stretch,
                rate,
                level.factor,
                (rate.citation, *_index_citations(indexation, level)),
                level.missing,
            )


def _levels(
    indexation: Indexation | None, tariff: Tariff, indices: Indices, period: Period
) -> Iterator[PriceLevel]:
    if indexation is None:
        yield PriceLevel(period, UNCHANGED, adjusted=False, missing=())
        return
    yield from price_levels(indexation, indices, period, tariff.rounding.mode)


def _index_citations(indexation: Indexation | None, level: PriceLevel) -> tuple[Citation, ...]:
    """The clauses of an adjustment: all of them once a factor was applied, else only the duty."""
    if indexation is None or not (level.adjusted or level.missing):
        return ()
    if not level.adjusted:
        return (indexation.citation,)
    return (indexation.citation, indexation.factor_citation)
