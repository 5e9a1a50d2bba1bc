"""Errors that audits of real agreements found, each planted into one booking with its effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random
from types import MappingProxyType

from safeconduct.basics import ONE_DAY
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.planted.books import Effect, Plant, PlantedAbsence, PlantedRow
from safeconduct.reconciliation.planted.prices import (
    AMENDED_ON,
    BEFORE,
    SINCE,
    cents,
    cents_down,
    cost,
)

Error = Callable[[PlantedRow, Random], Plant]
NOTHING = Decimal("0.00")


def claimed(row: PlantedRow) -> PlantedRow:
    """The row with its days and their cost stated."""
    return replace(row, stated_days=len(row.days), stated_amount=cost(row.days))


def agreed(row: PlantedRow, random: Random) -> Plant:
    """No error; sometimes the other side's id is another."""
    other = row.booking if random.random() < 0.8 else f"X{row.booking[1:]}"
    return Plant((row,), (claimed(replace(row, booking=other)),))


def only_ours(row: PlantedRow, _random: Random) -> Plant:
    """They have lost a booking."""
    effect = Effect(Kind.ONLY_OURS, row.booking, -len(row.days), -cost(row.days))
    return Plant((row,), (), effects=(effect,))


def only_theirs(row: PlantedRow, _random: Random) -> Plant:
    """They bill somebody whom we never had."""
    effect = Effect(Kind.ONLY_THEIRS, row.booking, len(row.days), cost(row.days))
    return Plant((), (claimed(row),), effects=(effect,))


def arrival(row: PlantedRow, random: Random) -> Plant:
    """Registered late, or billed from before the arrival."""
    moved = timedelta(days=random.choice((-2, -1, 1, 2)))
    return _other_dates(row, replace(row, arrived_at=row.arrived_at + moved), Kind.ARRIVAL)


def departure(row: PlantedRow, random: Random) -> Plant:
    """Billed beyond the departure, or not to the end."""
    moved = timedelta(days=random.choice((-2, -1, 1, 2)))
    return _other_dates(row, replace(row, departed_at=row.departed_at + moved), Kind.DEPARTURE)


def departure_day_claimed(row: PlantedRow, _random: Random) -> Plant:
    """The dates agree, and the claim counts the day of departure."""
    days = [*row.days, row.departed_at]
    theirs = replace(row, stated_days=len(days), stated_amount=cost(days))
    effect = Effect(Kind.DEPARTURE, row.booking, 1, cost(days) - cost(row.days))
    return Plant((row,), (theirs,), effects=(effect,))


def absence(row: PlantedRow, random: Random) -> Plant:
    """Nights in a hospital that only we take off."""
    left = row.arrived_at + ONE_DAY
    away = PlantedAbsence(row.booking, left, left + random.randint(1, 2) * ONE_DAY)
    present = [day for day in row.days if not away.left_at <= day < away.returned_at]
    effect = Effect(
        Kind.ABSENCE,
        row.booking,
        len(row.days) - len(present),
        cost(row.days) - cost(present),
    )
    return Plant((row,), (claimed(row),), (away,), (effect,))


def overlap(row: PlantedRow, _random: Random) -> Plant:
    """A second booking of theirs lies within the first."""
    inner = replace(
        row,
        booking=f"T{row.booking[1:]}",
        arrived_at=row.arrived_at + ONE_DAY,
        departed_at=row.departed_at - ONE_DAY,
    )
    effect = Effect(Kind.OVERLAP, inner.booking, len(inner.days), cost(inner.days))
    return Plant((row,), (claimed(row), claimed(inner)), effects=(effect,))


def partial_overlap(row: PlantedRow, _random: Random) -> Plant:
    """A second booking of theirs begins before the first one ends."""
    later = replace(
        row,
        booking=f"T{row.booking[1:]}",
        arrived_at=row.departed_at - 2 * ONE_DAY,
        departed_at=row.departed_at + 3 * ONE_DAY,
    )
    rest = [day for day in later.days if day not in row.days]
    shared = Effect(Kind.OVERLAP, later.booking, 2, cost(later.days) - cost(rest))
    alone = Effect(Kind.ONLY_THEIRS, later.booking, len(rest), cost(rest))
    return Plant((row,), (claimed(row), claimed(later)), effects=(shared, alone))


def duplicate(row: PlantedRow, _random: Random) -> Plant:
    """They bill the same stay twice."""
    again = replace(row, booking=f"T{row.booking[1:]}")
    effect = Effect(Kind.DUPLICATE, again.booking, len(row.days), cost(row.days))
    return Plant((row,), (claimed(row), claimed(again)), effects=(effect,))


def split(row: PlantedRow, _random: Random) -> Plant:
    """They write two bookings for one; rounding each can move a cent."""
    middle = row.arrived_at + timedelta(days=len(row.days) // 2)
    first = replace(row, departed_at=middle)
    second = replace(row, booking=f"T{row.booking[1:]}", arrived_at=middle)
    moved = cost(first.days) + cost(second.days) - cost(row.days)
    effect = Effect(Kind.SPLIT, row.booking, 0, moved)
    return Plant((row,), (claimed(first), claimed(second)), effects=(effect,))


def rate(row: PlantedRow, _random: Random) -> Plant:
    """The old price after the amendment, or the new one before it."""
    other = BEFORE if row.departed_at > AMENDED_ON else SINCE
    stated = cents(len(row.days) * other)
    theirs = replace(claimed(row), stated_amount=stated)
    effect = Effect(Kind.RATE, row.booking, 0, stated - cost(row.days))
    return Plant((row,), (theirs,), effects=(effect,))


def rounding(row: PlantedRow, _random: Random) -> Plant:
    """Cut to the cent where the agreement rounds half up; it shows on an odd number of days."""
    odd = replace(row, arrived_at=AMENDED_ON, departed_at=AMENDED_ON + 7 * ONE_DAY)
    theirs = replace(claimed(odd), stated_amount=cents_down(len(odd.days) * SINCE))
    effect = Effect(Kind.ROUNDING, row.booking, 0, Decimal("-0.01"))
    return Plant((odd,), (theirs,), effects=(effect,))


def identity(row: PlantedRow, _random: Random) -> Plant:
    """The same booking under another person."""
    theirs = claimed(replace(row, person=f"Q{row.person[1:]}"))
    return Plant((row,), (theirs,), effects=(Effect(Kind.IDENTITY, row.booking, 0, NOTHING),))


def stated_days(row: PlantedRow, random: Random) -> Plant:
    """A number of days that the dates do not give, priced at the rate of the last day."""
    beyond = random.randint(3, 6)
    days = [*row.days, *[row.departed_at] * beyond]
    theirs = replace(row, stated_days=len(days), stated_amount=cost(days))
    effect = Effect(Kind.STATED_DAYS, row.booking, beyond, cost(days) - cost(row.days))
    return Plant((row,), (theirs,), effects=(effect,))


def amount(row: PlantedRow, _random: Random) -> Plant:
    """Money that no rule explains."""
    beyond = Decimal("13.37")
    theirs = replace(claimed(row), stated_amount=cost(row.days) + beyond)
    effect = Effect(Kind.AMOUNT, row.booking, 0, beyond)
    return Plant((row,), (theirs,), effects=(effect,))


def _other_dates(row: PlantedRow, theirs: PlantedRow, kind: Kind) -> Plant:
    effect = Effect(
        kind,
        row.booking,
        len(theirs.days) - len(row.days),
        cost(theirs.days) - cost(row.days),
    )
    return Plant((row,), (claimed(theirs),), effects=(effect,))


ERRORS: Mapping[str, Error] = MappingProxyType(
    {
        error.__name__: error
        for error in (
            only_ours,
            only_theirs,
            arrival,
            departure,
            departure_day_claimed,
            absence,
            overlap,
            partial_overlap,
            duplicate,
            split,
            rate,
            rounding,
            identity,
            stated_days,
            amount,
        )
    }
)
"""Every error by name. ``minimum`` and ``band`` are no errors: they are where the money stands."""
