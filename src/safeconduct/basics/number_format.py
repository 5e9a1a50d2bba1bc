"""Numbers and money as a reader of the language writes them, and exactly, as text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from safeconduct.basics.money import Money


def shown_number(value: Fraction | Decimal | int, lang: str) -> str:
    """A number with its exact decimals and the separators of the language.

    A fraction that never ends stays one, e.g. ``1/12``.
    """
    written = exact_text(Fraction(value) if isinstance(value, int) else value)
    if "/" in written:
        return written
    places = len(written.partition(".")[2])
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(Decimal(written), pattern, lang))


def shown_money(amount: Money, lang: str) -> str:
    """An amount at the scale of its currency, without the currency's name."""
    return shown_number(amount.amount, lang)


def shown_sum(amount: Money, lang: str) -> str:
    """An amount with the code of its currency, e.g. ``1,395.00 USD``."""
    return f"{shown_money(amount, lang)} {amount.currency.code}"


def signed_number(value: Fraction | Decimal | int, lang: str) -> str:
    """A number that moves something: with its sign, also where it adds; nought without one."""
    return f"{'+' if value > 0 else ''}{shown_number(value, lang)}"


def signed_money(amount: Money, lang: str) -> str:
    """An amount that moves something, likewise."""
    return signed_number(amount.amount, lang)


def exact_text(value: Fraction | Decimal) -> str:
    """The figure without loss: a decimal number where it ends, else ``numerator/denominator``.

    A decimal keeps the places in which it is stated: ``30000000.00`` stays as the agreement has it.
    """
    if isinstance(value, Decimal):
        return f"{value:f}"
    places = _decimal_places(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    whole = abs(value.numerator) * 10**places // value.denominator
    digits = tuple(int(digit) for digit in str(whole))
    return f"{Decimal((int(value < 0), digits, -places)):f}"


def _decimal_places(denominator: int) -> int | None:
    """How many decimal places a fraction in lowest terms needs; None where it never ends."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None
