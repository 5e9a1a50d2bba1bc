"""A book's totals: its claims where stated, the rest priced and rounded as the agreement says."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from safeconduct.agreement.tariff import GuaranteedMinimum, PerDiem, Tariff
from safeconduct.basics import (
    CrossCheckFailed,
    Currency,
    Finding,
    Location,
    Message,
    Money,
    Severity,
    WrongInput,
)
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.priced import Priced
from safeconduct.compensation.settling import settle
from safeconduct.compensation.shapes import charges
from safeconduct.custody import count_days
from safeconduct.reconciliation.reading.sheet import Sheet, countable
from safeconduct.reconciliation.terms import Terms
from safeconduct.reconciliation.totals.sums import Sums, Tally, sums

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Priceable:
    """What turns days into money, the same for both books.

    Attributes:
        tariff: the tariff; None where the sources state none.
        items: its items, priced over the period.
        measured: places and acts; both books are billed for the same.
        with_period: whether a period was asked for, so that fixed sums are owed at all.
    """

    tariff: Tariff | None
    items: Sequence[Priced]
    measured: Measured
    with_period: bool


@dataclass(frozen=True, slots=True)
class BookTotals:
    """What a book comes to.

    Attributes:
        bookings: its rows.
        days: its days: claims where stated, else by the dates.
        amount: its money: claims where stated, else computed.
        own_days: days that its dates alone give.
        own_amount: money that its dates alone give.
        stated: how many rows state an amount of their own.
        stated_amount: the sum of these.
        lines: how many roundings went into the amount.
        by_day: bed-days on each day as claimed, where money depends on how many are held.
    """

    bookings: int
    days: int
    amount: Money
    own_days: int
    own_amount: Money
    stated: int
    stated_amount: Money
    lines: int
    by_day: Mapping[date, int]


def book_totals(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, terms: Terms, priceable: Priceable
) -> BookTotals:
    """Add a book up.

    Raises:
        CrossCheckFailed: if the closed form and the sweep count other days.
        WrongInput: if only some rows state an amount, where no amount is a booking's own.
    """
    found = sums(connection, sheet, terms.prices)
    own_by_day = _count_again(connection, sheet, terms, found.own_days)
    currency = terms.prices.currency
    stated = Money(Decimal(found.stated_units).scaleb(-currency.scale), currency)
    if terms.prices.is_linear:
        by_day: Mapping[date, int] = {}
        computed = _linear(terms, found.computed, found.computed_tallies)
        own = _linear(terms, found.own, found.own_tallies)
    else:
        by_day = _with_claims(connection, sheet, own_by_day)
        own = _of_register(priceable, own_by_day)
        computed = _of_register(priceable, by_day)
        if found.stated:
            _require_all_stated(sheet, found)
            computed = []
    fixed = _fixed(priceable)
    amount, lines = _settled([*fixed, *computed], priceable, currency)
    own_amount, _ = _settled([*fixed, *own], priceable, currency)
    return BookTotals(
        found.bookings,
        found.days,
        amount + stated,
        found.own_days,
        own_amount,
        found.stated,
        stated,
        lines,
        by_day,
    )


def _count_again(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, terms: Terms, own_days: int
) -> Mapping[date, int]:
    """The register's days by custody's own count, which must give the same total.

    Raises:
        CrossCheckFailed: if it does not.
    """
    counts = count_days(connection, *countable(connection, sheet), terms.counting)
    if counts.days != own_days:
        raise CrossCheckFailed(
            Message.of(
                "reconciliation.counts-differ",
                file=sheet.book.file.name,
                swept=counts.days,
                closed=own_days,
            )
        )
    by_day: Counter[date] = Counter()
    if not terms.prices.is_linear:
        for one in counts.by_place_and_day():
            by_day[one.day] += one.days
    return by_day


def _with_claims(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, own: Mapping[date, int]
) -> Mapping[date, int]:
    """Bed-days by day, with what claims have beyond the dates on the days that price it."""
    by_day = Counter(own)
    rows = connection.execute(f"""
        SELECT last_day, sum(beyond) FROM {sheet.relation}
        WHERE beyond <> 0 AND last_day IS NOT NULL GROUP BY 1""").fetchall()
    for day, beyond in rows:
        by_day[day] += int(beyond)
    return by_day


def _require_all_stated(sheet: Sheet, found: Sums) -> None:
    if found.stated != found.bookings:
        message = Message.of(
            "reconciliation.amounts-stated-in-part", stated=found.stated, bookings=found.bookings
        )
        where = Location(sheet.book.file.name, column="stated_amount")
        raise WrongInput(Finding(message, Severity.ERROR, where))


def _linear(terms: Terms, days: Sequence[int], tallies: Sequence[Tally]) -> list[Charge]:
    found = []
    for number, (rated, quantity) in enumerate(zip(terms.prices.rated, days, strict=True)):
        tally = tallies[number] if tallies else {}
        found.append(
            Charge(
                rated.item,
                rated.price,
                Fraction(quantity),
                "bed-day",
                (rated.item.citation,),
                bookings_by_days=tally,
            )
        )
    return [charge for charge in found if charge.quantity or charge.bookings_by_days]


def _of_register(priceable: Priceable, by_day: Mapping[date, int]) -> list[Charge]:
    measured = Measured(None, None, BedDays(by_day, ()))
    return [
        charge
        for one in priceable.items
        if isinstance(one.item, PerDiem | GuaranteedMinimum)
        for charge in charges(one.item, one.prices, measured)
    ]


def _fixed(priceable: Priceable) -> list[Charge]:
    """What is owed whatever the register says; it is the same for both books."""
    if not priceable.with_period:
        return []
    return [
        charge
        for one in priceable.items
        if not isinstance(one.item, PerDiem | GuaranteedMinimum)
        for charge in charges(one.item, one.prices, priceable.measured)
    ]


def _settled(owed: Sequence[Charge], priceable: Priceable, currency: Currency) -> tuple[Money, int]:
    if priceable.tariff is None:
        return currency.zero(), 0
    lines = settle(owed, priceable.tariff)
    return sum((line.amount for line in lines), currency.zero()), len(lines)
