"""Largest remainder: amounts that can be paid and add up to a total that is already rounded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from safeconduct.basics import Money, RoundingMode
from safeconduct.compensation.exact import to_money


def allocate(exact: Sequence[Fraction], total: Money) -> tuple[Money, ...]:
    """Give each exact figure an amount so that the amounts are the total.

    Every figure is first cut down to the currency's scale; the units that the total has beyond
    their sum go one by one to the figures that lost most, the earlier figure first where two lost
    the same. No amount differs from its figure by a unit or more, provided that the total is the
    figures' exact sum, rounded in any mode.

    Args:
        exact: figures of zero or more.
        total: their sum, rounded.
    """
    currency = total.currency
    floors = [to_money(figure, currency, RoundingMode.DOWN) for figure in exact]
    missing = total.amount - sum((floor.amount for floor in floors), Decimal(0))
    units = int(missing / currency.unit)
    lost = [figure - Fraction(floor.amount) for figure, floor in zip(exact, floors, strict=True)]
    first = set(sorted(range(len(lost)), key=lambda index: (-lost[index], index))[:units])
    unit = Money(currency.unit, currency)
    return tuple(floor + unit if index in first else floor for index, floor in enumerate(floors))
