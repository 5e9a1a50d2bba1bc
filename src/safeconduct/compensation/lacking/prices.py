"""Prices: days for which the agreement states none, so that nothing charged is no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    GuaranteedMinimum,
    PerDiem,
    PerPlace,
)
from safeconduct.basics import ONE_DAY, Finding, Message, Period
from safeconduct.compensation.priced import Priced

BY_THE_DAY = (FixedPerYear, FixedPerMonth, BlockStep, PerPlace, PerDiem, GuaranteedMinimum)
"""Shapes that owe something for a stretch of days; sums and acts owe on their own day."""


def prices_findings(items: Sequence[Priced], period: Period) -> Iterator[Finding]:
    """Runs of days on which no item that owes by the day has a price."""
    by_the_day = [priced for priced in items if isinstance(priced.item, BY_THE_DAY)]
    if not by_the_day:
        return
    stretches = sorted(price.stretch for priced in by_the_day for price in priced.prices)
    for run in _uncovered(stretches, period):
        yield Finding(
            Message.of("compensation.no-price", first=run.start, last=run.last, days=run.days)
        )


def _uncovered(stretches: Sequence[Period], period: Period) -> Iterator[Period]:
    reached: date = period.start
    for stretch in (*stretches, Period(period.end, period.end + ONE_DAY)):
        if reached < stretch.start:
            yield Period(reached, stretch.start)
        reached = max(reached, stretch.end)
