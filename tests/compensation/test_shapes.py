"""Each price shape, at its edges."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from safeconduct.agreement.agreement import Agreement
from safeconduct.compensation.indices import Indices
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.priced import priced_items
from safeconduct.compensation.shapes import SHAPE_NAMES, charges
from tests.compensation.inputs import acts, period, places
from tests.compensation.table import cases, worked_out
from tests.compensation.terms import terms

ROWS = cases("shapes")


def charged(agreement: Agreement, row: dict[str, Any]) -> list[Charge]:
    known = "trip hospital"
    measured = Measured(
        places=places(row["places"]) if "places" in row else None,
        acts=acts(row["acts"], known) if "acts" in row else None,
        bed_days=BedDays(row["held"], ()) if "held" in row else None,
    )
    assert agreement.tariff is not None
    items = priced_items(agreement.tariff, Indices(), period(row["period"]))
    return [charge for one in items for charge in charges(one.item, one.prices, measured)]


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_a_shape_owes_what_its_terms_say(row: dict[str, Any]) -> None:
    owed: dict[str, Fraction] = {}
    for charge in charged(terms(row["items"]), row):
        owed[charge.item.id] = owed.get(charge.item.id, Fraction(0)) + charge.exact
    assert owed == {item: worked_out(products) for item, products in row["owes"].items()}


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_no_line_without_a_quantity_and_no_stretch_outside_the_period(row: dict[str, Any]) -> None:
    for charge in charged(terms(row["items"]), row):
        assert charge.quantity > 0
        assert charge.price.stretch.overlap(period(row["period"])) == charge.price.stretch


def test_the_table_speaks_of_every_shape() -> None:
    spoken = {type(item) for row in ROWS for item in _items(row)}
    assert spoken == set(SHAPE_NAMES)


def _items(row: dict[str, Any]) -> list[object]:
    tariff = terms(row["items"]).tariff
    assert tariff is not None
    return list(tariff.items)


@pytest.mark.parametrize("shape", ["per-diem", "block-step", "per-place", "per-act"])
def test_what_nobody_measured_owes_nothing(shape: str) -> None:
    row = next(row for row in ROWS if f"shape: {shape}" in row["items"])
    bare = {key: row[key] for key in ("items", "period")}
    assert charged(terms(row["items"]), bare) == []
