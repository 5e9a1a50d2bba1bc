"""Tariff items with their prices in a period: worked out once, used by lines and checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from safeconduct.agreement.tariff import Tariff, TariffItem
from safeconduct.basics import Period
from safeconduct.compensation.indices import Indices
from safeconduct.compensation.prices import Price, prices


@dataclass(frozen=True, slots=True)
class Priced:
    """An item and its prices, in order of time. An item without a price owes nothing."""

    item: TariffItem
    prices: tuple[Price, ...]

    def on(self, day: date) -> Price | None:
        """The price on the day, or None."""
        return next((price for price in self.prices if day in price.stretch), None)


def priced_items(tariff: Tariff, indices: Indices, period: Period) -> tuple[Priced, ...]:
    """Every item of the tariff with its prices in the period."""
    return tuple(
        Priced(item, tuple(prices(item, tariff, indices, period))) for item in tariff.items
    )


def of_shape(items: Iterable[Priced], *shapes: type) -> Sequence[Priced]:
    """The items of the shapes that have a price in the period."""
    return [priced for priced in items if priced.prices and isinstance(priced.item, shapes)]
