"""Planted errors are found, attributed and summed: each kind, each effect, to the cent."""

from __future__ import annotations

from collections import Counter

import pytest

from safeconduct.agreement import load
from safeconduct.reconciliation import Kind, Reconciliation
from safeconduct.reconciliation.planted import Effect, PlantedBooks, Tariff, plant
from safeconduct.reconciliation.planted.books import PlantedRow
from tests.reconciliation.books import Row, reconciled


def as_row(row: PlantedRow) -> Row:
    return Row(
        row.booking,
        row.person,
        row.place,
        row.arrived_at.isoformat(),
        row.departed_at.isoformat(),
        "" if row.stated_days is None else str(row.stated_days),
        "" if row.stated_amount is None else str(row.stated_amount),
    )


def held_together(books: PlantedBooks) -> Reconciliation:
    return reconciled(
        [as_row(one) for one in books.ours],
        [as_row(one) for one in books.theirs],
        terms=load(books.agreement),
        period=books.period,
        away=[f"{one.booking} {one.left_at} {one.returned_at}" for one in books.absences],
    )


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("tariff", Tariff)
def test_every_planted_error_is_found_with_its_effect(tariff: Tariff, seed: int) -> None:
    books = plant(bookings=60, each=3, seed=seed, tariff=tariff)
    found = held_together(books)
    assert Counter(
        Effect(one.kind, one.booking.partition(" ")[0], one.days, one.amount.amount)
        for one in found.differences
    ) == Counter(books.effects)


def test_the_pairs_hold_every_kind_between_them() -> None:
    kinds = {effect.kind for tariff in Tariff for effect in plant(tariff=tariff).effects}
    assert kinds == set(Kind)


def test_books_without_errors_have_no_difference() -> None:
    assert held_together(plant(bookings=40, each=0)).differences == ()


def test_the_same_seed_gives_the_same_books() -> None:
    assert plant(seed=3) == plant(seed=3)
