"""Amounts in rows are whole numbers of the currency's smallest unit; money is exact."""

from __future__ import annotations

from decimal import Decimal

from safeconduct.basics import Currency, Money


def minor_units(money: Money) -> int:
    """The amount in the smallest unit, e.g. cents; exact, because money keeps its scale."""
    return int(money.amount.scaleb(money.currency.scale))


def money_of(units: int, currency: Currency) -> Money:
    """The amount of so many smallest units."""
    return Money(Decimal(units).scaleb(-currency.scale), currency)
