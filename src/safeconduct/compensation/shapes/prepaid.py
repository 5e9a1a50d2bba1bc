"""A sum paid ahead, owed on its day; days draw it down without owing it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import Prepaid
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price


def prepaid(item: Prepaid, prices: Iterable[Price], _measured: Measured) -> Iterator[Charge]:
    """The sum, in the stretch that holds the day on which it is due."""
    for price in prices:
        if item.due_on in price.stretch:
            yield Charge(item, price, Fraction(1), "sum", (item.citation,))


def drawn(item: Prepaid, bed_days: int) -> Fraction | None:
    """What bed-days draw from the sum; None where no source says what a bed-day draws."""
    if item.drawn_per_bed_day is None:
        return None
    return Fraction(item.drawn_per_bed_day) * bed_days
