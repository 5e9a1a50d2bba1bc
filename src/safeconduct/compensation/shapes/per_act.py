"""An amount for each act, trip, hour or mile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import PerAct
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price


def per_act(item: PerAct, prices: Iterable[Price], measured: Measured) -> Iterator[Charge]:
    """The quantity of the item's acts on days of the stretch; at cost, it is itself money."""
    if measured.acts is None:
        return
    for price in prices:
        quantity = sum(
            (
                Fraction(act.quantity)
                for act in measured.acts.done
                if act.act == item.act and act.on in price.stretch
            ),
            Fraction(0),
        )
        yield Charge(item, price, quantity, item.unit, (item.citation,))
