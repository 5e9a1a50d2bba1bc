"""An amount for each bed-day in the register, or for those of each day within a band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import PerDiem
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price


def per_diem(item: PerDiem, prices: Iterable[Price], measured: Measured) -> Iterator[Charge]:
    """Bed-days; nothing without a register."""
    if measured.bed_days is None:
        return
    for price in prices:
        yield _charge(item, price, measured.bed_days)


def _charge(item: PerDiem, price: Price, bed_days: BedDays) -> Charge:
    days = sum(days_in_band(item, held) for _, held in bed_days.within(price.stretch))
    tally = {} if is_banded(item) else bed_days.tallies.get(price.stretch, {})
    return Charge(
        item,
        price,
        Fraction(days),
        "bed-day",
        (item.citation, *bed_days.rests_on),
        bookings_by_days=tally,
    )


def days_in_band(item: PerDiem, held: int) -> int:
    """Bed-days of one day that fall into the item's band."""
    upper = held if item.up_to is None else min(held, item.up_to)
    return max(0, upper - item.above)


def is_banded(item: PerDiem) -> bool:
    """Whether the rate is for a part of each day's bed-days, so that no booking owns it."""
    return item.above > 0 or item.up_to is not None
