"""From an agreement to the terms of a reconciliation."""

from __future__ import annotations

from collections.abc import Sequence

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.day_count import DayCount
from safeconduct.agreement.tariff import GuaranteedMinimum, PerDiem, Tariff
from safeconduct.basics import Currency, Finding, Location, Message, Period, Severity, WrongInput
from safeconduct.compensation.priced import Priced, of_shape
from safeconduct.compensation.shapes.per_diem import is_banded
from safeconduct.custody import Counting
from safeconduct.reconciliation.pricing import DayPrices, Rated
from safeconduct.reconciliation.terms import Terms

NO_CURRENCY = Currency("XXX", 2)
"""ISO 4217 for no currency: amounts of an agreement whose sources state no tariff."""


def day_count_of(agreement: Agreement) -> DayCount:
    """How the agreement counts days.

    Raises:
        WrongInput: if its sources do not say; no rule is taken for granted.
    """
    if agreement.day_count is None:
        message = Message.of("reconciliation.no-day-rule", agreement=agreement.id)
        raise WrongInput(Finding(message, Severity.ERROR, Location()))
    return agreement.day_count


def counting_of(agreement: Agreement, window: Period | None) -> Counting:
    """The agreement's way of counting, within a window; None for every day."""
    day_count = day_count_of(agreement)
    return Counting(day_count.rule, day_count.absence_nights, window)


def terms_of(
    agreement: Agreement, counting: Counting, items: Sequence[Priced], period: Period
) -> Terms:
    """The terms that decide, with their clauses.

    Args:
        agreement: the agreement.
        counting: its way of counting.
        items: its tariff, priced over the days of both books.
        period: these days.
    """
    day_count = day_count_of(agreement)
    tariff = agreement.tariff
    rests_on = [one.item for one in of_shape(items, PerDiem, GuaranteedMinimum)]
    return Terms(
        counting=counting,
        prices=day_prices(tariff, items),
        last_day=period.last,
        days_clause=str(day_count.citation.clause),
        absence_clause=str(day_count.absence_citation.clause),
        persons_clause=str(agreement.persons_covered.citation.clause),
        rounding_clause=str(tariff.rounding.citation.clause) if tariff else "",
        money_clause=str(rests_on[0].citation.clause) if rests_on else "",
    )


def day_prices(tariff: Tariff | None, items: Sequence[Priced]) -> DayPrices:
    """What days cost, where the money of a booking follows from its own days."""
    if tariff is None:
        return DayPrices((), True, None, NO_CURRENCY)
    linear = is_linear(items)
    rated = tuple(
        Rated(one.item, price, price.each)
        for one in (items if linear else ())
        if isinstance(one.item, PerDiem)
        for price in one.prices
    )
    return DayPrices(rated, linear, tariff.rounding, tariff.currency)


def is_linear(items: Sequence[Priced]) -> bool:
    """Whether no guarantee and no band makes the money of a day depend on how many are held."""
    return not of_shape(items, GuaranteedMinimum) and not any(
        isinstance(one.item, PerDiem) and is_banded(one.item) for one in of_shape(items, PerDiem)
    )
