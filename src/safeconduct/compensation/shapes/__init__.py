"""What does each price shape owe?  One shape a file; each is a function of values alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    Grant,
    GuaranteedMinimum,
    PerAct,
    PerDiem,
    PerPlace,
    Prepaid,
    TariffItem,
)
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price
from safeconduct.compensation.shapes.block_step import block_step
from safeconduct.compensation.shapes.fixed_per_month import fixed_per_month
from safeconduct.compensation.shapes.fixed_per_year import fixed_per_year
from safeconduct.compensation.shapes.grant import grant
from safeconduct.compensation.shapes.guaranteed_minimum import guaranteed_minimum
from safeconduct.compensation.shapes.per_act import per_act
from safeconduct.compensation.shapes.per_diem import is_banded, per_diem
from safeconduct.compensation.shapes.per_place import per_place
from safeconduct.compensation.shapes.prepaid import prepaid

__all__ = ["SHAPE_NAMES", "charges", "is_banded"]

SHAPE_NAMES: dict[type, str] = {
    FixedPerYear: "fixed-per-year",
    FixedPerMonth: "fixed-per-month",
    BlockStep: "block-step",
    PerPlace: "per-place",
    PerDiem: "per-diem",
    GuaranteedMinimum: "guaranteed-minimum",
    PerAct: "per-act",
    Prepaid: "prepaid",
    Grant: "grant",
}
"""The shapes by the names that agreement files give them."""


def charges(item: TariffItem, prices: Sequence[Price], measured: Measured) -> tuple[Charge, ...]:
    """What the item owes at its prices, exactly. A charge without a quantity is left out."""
    owed = _of_shape(item, prices, measured)
    return tuple(charge for charge in owed if charge.quantity)


def _of_shape(item: TariffItem, prices: Sequence[Price], measured: Measured) -> Iterator[Charge]:
    match item:
        case FixedPerYear():
            return fixed_per_year(item, prices, measured)
        case FixedPerMonth():
            return fixed_per_month(item, prices, measured)
        case BlockStep():
            return block_step(item, prices, measured)
        case PerPlace():
            return per_place(item, prices, measured)
        case PerDiem():
            return per_diem(item, prices, measured)
        case GuaranteedMinimum():
            return guaranteed_minimum(item, prices, measured)
        case PerAct():
            return per_act(item, prices, measured)
        case Prepaid():
            return prepaid(item, prices, measured)
        case Grant():
            return grant(item, prices, measured)
        case _:
            assert_never(item)
