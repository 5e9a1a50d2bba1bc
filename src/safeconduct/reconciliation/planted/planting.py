"""Planting: a pair of books of one quarter, with so many errors of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from random import Random

from safeconduct.basics import Period
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.planted.books import Effect, Plant, PlantedBooks, PlantedRow
from safeconduct.reconciliation.planted.errors import ERRORS, NOTHING, agreed
from safeconduct.reconciliation.planted.prices import banded, guaranteed

PERIOD = Period(date(2025, 1, 1), date(2025, 4, 1))
PLACES = ("north", "south")
_AGREEMENTS = resources.files("safeconduct.reconciliation.planted") / "agreements"


class Tariff(StrEnum):
    """Under which of the example agreements the books stand."""

    AMENDED = "amended"
    """Money follows from each booking's days; an amendment raises the price."""

    GUARANTEED = "guaranteed"
    """A number of places is paid, held or not, so that money stands in ``minimum`` lines."""

    BANDED = "banded"
    """Persons above ten on a day cost less, so that money stands in ``band`` lines."""


def plant(
    bookings: int = 200, each: int = 1, seed: int = 1, tariff: Tariff = Tariff.AMENDED
) -> PlantedBooks:
    """Two books of the first quarter of 2025.

    Args:
        bookings: bookings on which both sides agree.
        each: how often each error is planted.
        seed: the same seed gives the same books.
        tariff: the agreement.
    """
    random = Random(seed)  # noqa: S311 - invented books, not secrets
    errors = [None] * bookings + [error for error in ERRORS.values() for _ in range(each)]
    random.shuffle(errors)
    plants = [
        (error or agreed)(row, random)
        for error, row in zip(errors, _rows(len(errors), random), strict=True)
    ]
    if tariff is not Tariff.AMENDED:
        plants = [_without_money(one) for one in plants]
    books = PlantedBooks(
        agreement=str(_AGREEMENTS / f"{tariff.value}.yaml"),
        period=PERIOD,
        ours=_shuffled((row for one in plants for row in one.ours), random),
        theirs=_shuffled((row for one in plants for row in one.theirs), random),
        absences=tuple(away for one in plants for away in one.absences),
        effects=tuple(effect for one in plants for effect in one.effects),
    )
    return replace(books, effects=(*books.effects, *_monthly(books, tariff)))


def _rows(number: int, random: Random) -> Iterator[PlantedRow]:
    """Stays of five to forty days that leave room for errors on both ends of the quarter."""
    for index in range(1, number + 1):
        first = date(2025, 1, 4) + timedelta(days=random.randint(0, 40))
        if first < date(2025, 2, 15) and random.random() < 0.5:
            first += timedelta(days=random.randint(0, 3))
        yield PlantedRow(
            booking=f"B{index:05}",
            person=f"P{index * 7919 % 100_000:05}",
            place=random.choice(PLACES),
            arrived_at=first,
            departed_at=first + timedelta(days=random.randint(5, 35)),
        )


def _shuffled(rows: Iterator[PlantedRow], random: Random) -> tuple[PlantedRow, ...]:
    listed = list(rows)
    random.shuffle(listed)
    return tuple(listed)


def _without_money(one: Plant) -> Plant:
    """Where the money belongs to no booking, rows state days only and errors move days only."""
    moving = tuple(
        replace(effect, amount=NOTHING)
        for effect in one.effects
        if effect.kind not in {Kind.RATE, Kind.ROUNDING, Kind.AMOUNT}
    )
    theirs = tuple(replace(row, stated_amount=None) for row in one.theirs)
    return replace(one, theirs=theirs, effects=moving)


def _monthly(books: PlantedBooks, tariff: Tariff) -> Iterator[Effect]:
    """What the days move in each month under a guarantee or bands."""
    if tariff is Tariff.AMENDED:
        return
    money, kind = (guaranteed, Kind.MINIMUM) if tariff is Tariff.GUARANTEED else (banded, Kind.BAND)
    ours, theirs = money(_days_held(books)), money(_days_claimed(books.theirs))
    for month in sorted(ours.keys() | theirs.keys()):
        moved = theirs.get(month, Decimal(0)) - ours.get(month, Decimal(0))
        if moved:
            yield Effect(kind, "", 0, moved.quantize(NOTHING))


def _days_held(books: PlantedBooks) -> list[date]:
    away = {
        (one.booking, day) for one in books.absences for day in Period(one.left_at, one.returned_at)
    }
    return [day for row in books.ours for day in row.days if (row.booking, day) not in away]


def _days_claimed(rows: Sequence[PlantedRow]) -> list[date]:
    """Each day of the dates, and what is claimed beyond them on the day of departure."""
    return [
        day
        for row in rows
        for day in (
            *row.days,
            *[row.departed_at] * ((row.stated_days or len(row.days)) - len(row.days)),
        )
    ]
