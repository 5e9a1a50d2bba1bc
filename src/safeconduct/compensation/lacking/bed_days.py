"""Bed-days: no register, days without a rate, days above every band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.agreement.tariff import GuaranteedMinimum, PerDiem
from safeconduct.basics import Finding, Location, Message, Period
from safeconduct.compensation.measured import BedDays
from safeconduct.compensation.priced import Priced, of_shape
from safeconduct.compensation.shapes.per_diem import days_in_band


def bed_days_findings(
    items: Sequence[Priced], bed_days: BedDays | None, period: Period
) -> Iterator[Finding]:
    """What a person must know of the register, where the tariff has items that price bed-days."""
    yield from _guarantee_without_rate(items, period)
    if bed_days is None:
        yield from _no_register(of_shape(items, PerDiem, GuaranteedMinimum))
        return
    by_day = [priced for priced in items if isinstance(priced.item, PerDiem)]
    if by_day:
        yield from _without_rate(by_day, bed_days)
        yield from _above_bands(by_day, bed_days)


def _no_register(items: Sequence[Priced]) -> Iterator[Finding]:
    for priced in items:
        clause = priced.item.citation.clause
        message = Message.of("compensation.register-needed", item=priced.item.id, clause=clause)
        yield Finding(message, location=Location(clause=clause))


def _guarantee_without_rate(items: Sequence[Priced], period: Period) -> Iterator[Finding]:
    """Days on which places are guaranteed and the agreement states no rate for the shortfall."""
    for priced in items:
        if not isinstance(priced.item, GuaranteedMinimum):
            continue
        for guaranteed, value in priced.item.places.within(period):
            bare = [day for day in guaranteed if priced.on(day) is None]
            if bare:
                message = Message.of(
                    "compensation.guarantee-without-rate",
                    item=priced.item.id,
                    places=value.value,
                    first=bare[0],
                    last=bare[-1],
                )
                yield Finding(message, location=Location(clause=value.citation.clause))


def _without_rate(by_day: Sequence[Priced], bed_days: BedDays) -> Iterator[Finding]:
    bare = {
        day: held
        for day, held in bed_days.by_day.items()
        if held and not any(priced.on(day) for priced in by_day)
    }
    if bare:
        yield Finding(
            Message.of(
                "compensation.bed-days-without-rate",
                days=sum(bare.values()),
                first=min(bare),
                last=max(bare),
            )
        )


def _above_bands(by_day: Sequence[Priced], bed_days: BedDays) -> Iterator[Finding]:
    above = {}
    for day, held in bed_days.by_day.items():
        bands = [priced.item for priced in by_day if priced.on(day)]
        covered = sum(days_in_band(item, held) for item in bands if isinstance(item, PerDiem))
        if bands and covered < held:
            above[day] = held - covered
    if above:
        yield Finding(
            Message.of(
                "compensation.bed-days-above-bands",
                days=sum(above.values()),
                first=min(above),
                last=max(above),
            )
        )
