"""Places: days that nobody stated, and places beyond what the agreement lets be billed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.agreement.tariff import BlockStep, FixedPerMonth, FixedPerYear, PerPlace
from safeconduct.basics import Finding, Location, Message, Period
from safeconduct.compensation.places import PlacesAvailable
from safeconduct.compensation.priced import Priced, of_shape


def places_findings(
    items: Sequence[Priced], places: PlacesAvailable | None, period: Period
) -> Iterator[Finding]:
    """What a person must know of the places, where the tariff has items that price places."""
    by_places = of_shape(items, BlockStep, PerPlace)
    if places is None:
        yield from _nobody_stated(by_places)
        return
    if by_places:
        yield from _unknown_days(by_places, places)
    yield from _above_cap(items, places, period)


def _nobody_stated(by_places: Sequence[Priced]) -> Iterator[Finding]:
    for priced in by_places:
        clause = priced.item.citation.clause
        message = Message.of("compensation.places-needed", item=priced.item.id, clause=clause)
        yield Finding(message, location=Location(clause=clause))


def _unknown_days(by_places: Sequence[Priced], places: PlacesAvailable) -> Iterator[Finding]:
    unknown = {
        run
        for priced in by_places
        for price in priced.prices
        for run, stated in places.runs(price.stretch)
        if stated is None
    }
    for run in sorted(unknown):
        yield Finding(
            Message.of("compensation.places-unknown", first=run.start, last=run.last, days=run.days)
        )


def _above_cap(
    items: Sequence[Priced], places: PlacesAvailable, period: Period
) -> Iterator[Finding]:
    """Runs of days with more places than every item together prices: the rest is not billed."""
    for run, stated in places.runs(period):
        highest = _highest_priced(items, run)
        if stated is None or highest is None or stated <= highest[0]:
            continue
        cap, clause = highest
        message = Message.of(
            "compensation.places-above-cap",
            first=run.start,
            last=run.last,
            places=stated,
            cap=cap,
            clause=clause,
        )
        yield Finding(message, location=Location(clause=clause))


def _highest_priced(items: Sequence[Priced], run: Period) -> tuple[int, str] | None:
    """The highest place that an item prices in the run, and its clause; None for no limit."""
    limits = [
        (_limit(priced), priced.item.citation.clause)
        for priced in of_shape(items, FixedPerYear, FixedPerMonth, BlockStep, PerPlace)
        if any(price.stretch.overlap(run) for price in priced.prices)
    ]
    stated = [(limit, clause) for limit, clause in limits if limit is not None]
    if not limits or len(stated) < len(limits):
        return None
    return max(stated)


def _limit(priced: Priced) -> int | None:
    match priced.item:
        case FixedPerYear() | FixedPerMonth():
            return priced.item.covers_places
        case BlockStep():
            return priced.item.up_to
        case PerPlace():
            return priced.item.cap
        case _:
            return None
