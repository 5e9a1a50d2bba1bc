"""Figures that stand beside a statement and are not owed: what days draw, what a grant would be."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from safeconduct.agreement.tariff import Grant, Prepaid, Tariff
from safeconduct.basics import Message, Money
from safeconduct.compensation.exact import to_money
from safeconduct.compensation.shapes.grant import own_arithmetic, pro_rata
from safeconduct.compensation.shapes.prepaid import drawn
from safeconduct.compensation.statement import Comparison

PREPAID_DRAWN = "compensation.prepaid-drawn"
"""The sentence of the figure that bed-days draw from a sum paid ahead; the ledger posts it."""


def comparisons(tariff: Tariff, bed_days: int | None) -> tuple[Comparison, ...]:
    """The comparisons of the tariff's prepaid sums and grants.

    Args:
        tariff: the tariff.
        bed_days: bed-days of the register in the period; None where no register was given.
    """
    found: list[Comparison] = []
    for item in tariff.items:
        if isinstance(item, Grant):
            found += _of_grant(item, tariff, bed_days)
        elif isinstance(item, Prepaid) and bed_days is not None:
            found.append(_of_prepaid(item, tariff, bed_days))
    return tuple(found)


def _of_grant(item: Grant, tariff: Tariff, bed_days: int | None) -> Iterator[Comparison]:
    clause = item.citation.clause
    stated = own_arithmetic(item)
    if stated is not None and item.persons is not None and item.per_person_year is not None:
        why = Message.of(
            "compensation.grant-own-arithmetic",
            persons=item.persons,
            per_person_year=item.per_person_year,
        )
        yield Comparison(item.id, clause, None, _money(stated, tariff), why)
    if bed_days is not None:
        exact = pro_rata(item, bed_days)
        why = (
            Message.of("compensation.grant-days-used", days=bed_days)
            if exact is None
            else Message.of("compensation.grant-pro-rata", days=bed_days)
        )
        yield Comparison(item.id, clause, bed_days, _money(exact, tariff), why)
    if item.refund_citation is None:
        yield Comparison(item.id, clause, None, None, Message.of("compensation.no-refund-clause"))
    else:
        refund = item.refund_citation.clause
        why = Message.of("compensation.refund-clause", clause=refund)
        yield Comparison(item.id, refund, None, None, why)


def _of_prepaid(item: Prepaid, tariff: Tariff, bed_days: int) -> Comparison:
    exact = drawn(item, bed_days)
    if exact is None:
        why = Message.of("compensation.prepaid-draw-not-stated", days=bed_days)
    else:
        why = Message.of(PREPAID_DRAWN, days=bed_days, each=item.drawn_per_bed_day or 0)
    return Comparison(item.id, item.citation.clause, bed_days, _money(exact, tariff), why)


def _money(exact: Fraction | None, tariff: Tariff) -> Money | None:
    return None if exact is None else to_money(exact, tariff.currency, tariff.rounding.mode)
