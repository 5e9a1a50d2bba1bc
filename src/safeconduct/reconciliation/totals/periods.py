"""Minimum and band lines: the money of days that no single booking owns, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from safeconduct.agreement.tariff import GuaranteedMinimum, PerDiem, TariffItem
from safeconduct.basics import Message, Period
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.priced import Priced, of_shape
from safeconduct.compensation.prices import Price
from safeconduct.compensation.shapes import charges
from safeconduct.compensation.shapes.per_diem import is_banded
from safeconduct.reconciliation.difference import Booked, Step, Values
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.pricing import written_exactly
from safeconduct.reconciliation.terms import Terms
from safeconduct.reconciliation.totals.book_totals import BookTotals, Priceable


def period_lines(
    priceable: Priceable, terms: Terms, period: Period, ours: BookTotals, theirs: BookTotals
) -> Iterator[Booked]:
    """What moves in each month of the period, where the tariff is not linear in days."""
    if terms.prices.is_linear:
        return
    for month in period.months():
        for kind, items in _by_kind(priceable):
            yield from _month(kind, items, month, (ours, theirs), terms)
    yield from _claims(priceable, terms, period, ours, theirs)


@dataclass(frozen=True, slots=True)
class _MonthOfBook:
    """One book's month: bed-days, and their exact money."""

    days: int
    exact: Fraction


def _by_kind(priceable: Priceable) -> Iterator[tuple[Kind, list[Priced]]]:
    """The items whose money goes into minimum lines, and those of band lines."""
    guaranteed = bool(of_shape(priceable.items, GuaranteedMinimum))
    kinds = {
        one.item.id: _kind(one.item, guaranteed=guaranteed)
        for one in of_shape(priceable.items, PerDiem, GuaranteedMinimum)
    }
    for kind in (Kind.MINIMUM, Kind.BAND):
        items = [one for one in priceable.items if kinds.get(one.item.id) is kind]
        if items:
            yield kind, items


def _kind(item: TariffItem, *, guaranteed: bool) -> Kind:
    banded = isinstance(item, PerDiem) and is_banded(item)
    return Kind.BAND if banded or not guaranteed else Kind.MINIMUM


def _month(
    kind: Kind,
    items: list[Priced],
    month: Period,
    books: tuple[BookTotals, BookTotals],
    terms: Terms,
) -> Iterator[Booked]:
    mine, other = (_of_book(items, month, one.by_day) for one in books)
    currency = terms.prices.currency
    moved = other.exact - mine.exact
    if not moved:
        return
    why = Message(
        f"reconciliation.why-{kind.value}",
        {
            "month": f"{month.start:%Y-%m}",
            "ours_days": Fraction(mine.days),
            "theirs_days": Fraction(other.days),
            "ours": written_exactly(mine.exact, currency),
            "theirs": written_exactly(other.exact, currency),
            "currency": currency.code,
        },
    )
    clause = str(items[-1].item.citation.clause)
    yield Booked(
        Step(kind, 0, moved, why, clause, month.start),
        Values(days=mine.days, exact=mine.exact),
        Values(days=other.days, exact=other.exact),
    )


def _of_book(items: list[Priced], month: Period, by_day: Mapping[date, int]) -> _MonthOfBook:
    bed_days = BedDays(by_day, ())
    exact = _exact(items, month, bed_days)
    return _MonthOfBook(bed_days.total(month), exact)


def _exact(items: list[Priced], month: Period, bed_days: BedDays) -> Fraction:
    measured = Measured(None, None, bed_days)
    return sum(
        (
            charge.exact
            for one in items
            for charge in charges(one.item, list(_within(one, month)), measured)
        ),
        Fraction(0),
    )


def _within(priced: Priced, month: Period) -> Iterator[Price]:
    """The item's prices, cut to a month."""
    for price in priced.prices:
        stretch = price.stretch.overlap(month)
        if stretch is not None:
            yield Price(stretch, price.rate, price.factor, price.citations, price.missing)


def _claims(
    priceable: Priceable, terms: Terms, period: Period, ours: BookTotals, theirs: BookTotals
) -> Iterator[Booked]:
    """What a book's stated amounts have beyond the tariff; no rule gives it to single bookings."""
    items = [one for _, items in _by_kind(priceable) for one in items]
    beyond = []
    for sign, book in ((-1, ours), (1, theirs)):
        if book.stated:
            tariff = sum(
                (_exact(items, month, BedDays(book.by_day, ())) for month in period.months()),
                Fraction(0),
            )
            beyond.append((sign, Fraction(book.stated_amount.amount) - tariff, book))
    if not sum((sign * moved for sign, moved, _ in beyond), Fraction(0)):
        return
    for sign, moved, book in beyond:
        side = "theirs" if sign > 0 else "ours"
        why = Message(
            f"reconciliation.why-{side}-amounts-of-period",
            {
                "stated": book.stated_amount,
                "exact": written_exactly(
                    Fraction(book.stated_amount.amount) - moved, terms.prices.currency
                ),
                "currency": terms.prices.currency.code,
            },
        )
        if moved:
            yield Booked(Step(Kind.AMOUNT, 0, sign * moved, why, terms.money_clause, period.start))
