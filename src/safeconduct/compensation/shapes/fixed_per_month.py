"""A fixed amount for each month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safeconduct.agreement.tariff import FixedPerMonth
from safeconduct.compensation.apportioning import months_in
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price


def fixed_per_month(
    item: FixedPerMonth, prices: Iterable[Price], _measured: Measured
) -> Iterator[Charge]:
    """Months at the monthly rate; a part of a month by its days, cited where it matters."""
    for price in prices:
        months = months_in(price.stretch)
        whole = months.denominator == 1
        rests_on = (item.citation,) if whole else (item.citation, item.part_month_citation)
        yield Charge(item, price, months, "month", rests_on)
