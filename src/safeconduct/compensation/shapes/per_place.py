"""An amount for each place made available above a number, per day or per month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import PerPlace, PerTime
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price
from safeconduct.compensation.shapes.places_over_time import over_days, over_months


def per_place(item: PerPlace, prices: Iterable[Price], measured: Measured) -> Iterator[Charge]:
    """Place-days or place-months; no place above the cap, and nothing while places are unknown."""
    if measured.places is None:
        return
    over, unit = (
        (over_days, "place-day") if item.per is PerTime.DAY else (over_months, "place-month")
    )
    for price in prices:
        quantity = over(measured.places, price.stretch, lambda n: places_owed(item, n))
        yield Charge(
            item,
            price,
            quantity.amount,
            unit,
            (item.citation,),
            quantity.silent_on,
            quantity.unknown,
        )


def places_owed(item: PerPlace, places: int) -> Fraction:
    """Places that this item prices, of a number made available."""
    capped = places if item.cap is None else min(places, item.cap)
    return Fraction(max(0, capped - item.above))
