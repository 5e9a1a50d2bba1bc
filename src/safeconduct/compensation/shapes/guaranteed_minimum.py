"""Bed-days are paid up to a guaranteed number of places; the line bills the shortfall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.tariff import GuaranteedMinimum, PerTime
from safeconduct.basics import ONE_DAY, Message, Period
from safeconduct.compensation.apportioning import month_shares
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price


def guaranteed_minimum(
    item: GuaranteedMinimum, prices: Iterable[Price], measured: Measured
) -> Iterator[Charge]:
    """The shortfall in bed-days; nothing without a register, for it cannot be measured."""
    if measured.bed_days is None:
        return
    for price in prices:
        yield _charge(item, price, measured.bed_days)


def _charge(item: GuaranteedMinimum, price: Price, bed_days: BedDays) -> Charge:
    by_month = item.measured is PerTime.MONTH
    shares = list(month_shares(price.stretch))
    parts = [part for part, _ in shares] if by_month else _days(price.stretch)
    cut = by_month and any(share != 1 for _, share in shares)
    return Charge(
        item,
        price,
        Fraction(sum(shortfall(item, part, bed_days) for part in parts)),
        "bed-day",
        (item.citation, *_guarantee_citations(item, price.stretch), *bed_days.rests_on),
        (Message.of("compensation.minimum-over-part-of-month"),) if cut else (),
    )


def shortfall(item: GuaranteedMinimum, part: Period, bed_days: BedDays) -> int:
    """What the bed-days of a part lack to its guarantee; more held in one part helps no other."""
    guaranteed = sum(days.days * value.value for days, value in item.places.within(part))
    return max(0, guaranteed - bed_days.total(part))


def _days(stretch: Period) -> list[Period]:
    return [Period(day, day + ONE_DAY) for day in stretch]


def _guarantee_citations(item: GuaranteedMinimum, stretch: Period) -> tuple[Citation, ...]:
    return tuple(value.citation for _, value in item.places.within(stretch))
