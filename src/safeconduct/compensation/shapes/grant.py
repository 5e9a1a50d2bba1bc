"""A sum granted under conditions: no price for days, and never computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import Grant
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.prices import Price

DAYS_OF_A_YEAR = 365
"""The year of the comparison figure. The papers name an amount per person and year, and no
way to part it; the comparison says so wherever it is printed."""


def grant(item: Grant, prices: Iterable[Price], _measured: Measured) -> Iterator[Charge]:
    """The sum, in the stretch that holds the day of the grant."""
    for price in prices:
        if item.granted_on in price.stretch:
            yield Charge(item, price, Fraction(1), "grant", (item.citation,))


def own_arithmetic(item: Grant) -> Fraction | None:
    """Persons × amount per person and year, as the papers name them; None where they do not."""
    if item.persons is None or item.per_person_year is None:
        return None
    return item.persons * Fraction(item.per_person_year)


def pro_rata(item: Grant, bed_days: int) -> Fraction | None:
    """What the bed-days would be at the amount per person and year. A comparison, never owed."""
    if item.per_person_year is None:
        return None
    return Fraction(bed_days, DAYS_OF_A_YEAR) * Fraction(item.per_person_year)
