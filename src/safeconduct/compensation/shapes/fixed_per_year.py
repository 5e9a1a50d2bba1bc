"""A fixed annual amount, whatever the use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safeconduct.agreement.tariff import FixedPerYear
from safeconduct.compensation.apportioning import years_in
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price


def fixed_per_year(
    item: FixedPerYear, prices: Iterable[Price], _measured: Measured
) -> Iterator[Charge]:
    """Years at the annual rate. How a part of a year is apportioned is cited where it matters."""
    for price in prices:
        years = years_in(price.stretch, item.year_begins, item.part_year)
        whole = years.denominator == 1
        rests_on = (item.citation,) if whole else (item.citation, item.part_year_citation)
        yield Charge(item, price, years, "year", rests_on)
