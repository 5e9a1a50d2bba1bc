"""Exact figures: rational numbers until the one rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from safeconduct.basics import Currency, Money, RoundingMode, exact_text

__all__ = ["exact_number", "exact_text", "round_exact", "to_money"]


def round_exact(exact: Fraction, scale: int, mode: RoundingMode) -> Decimal:
    """Round a rational number to ``scale`` decimal places, by whole-number arithmetic alone.

    Halves and directions are taken away from and towards zero, as the modes of ``decimal`` do.
    """
    scaled = abs(exact) * 10**scale
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if _goes_up(whole, Fraction(rest, scaled.denominator), mode):
        whole += 1
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((int(exact < 0), digits, -scale))


def _goes_up(whole: int, rest: Fraction, mode: RoundingMode) -> bool:
    half = Fraction(1, 2)
    match mode:
        case RoundingMode.DOWN:
            return False
        case RoundingMode.UP:
            return rest > 0
        case RoundingMode.HALF_UP:
            return rest >= half
        case RoundingMode.HALF_EVEN:
            return rest > half or (rest == half and whole % 2 == 1)


def to_money(exact: Fraction, currency: Currency, mode: RoundingMode) -> Money:
    """The amount that can be paid for an exact figure: the one rounding."""
    return Money(round_exact(exact, currency.scale, mode), currency)


GREATEST_EXACT_NUMBER = 2**53
"""Beyond it, programs that read JSON numbers as floating point lose digits."""


def exact_number(value: Fraction) -> int | str:
    """A whole number where the figure is one, else its exact text: how machines are told it."""
    if value.denominator == 1 and abs(value) <= GREATEST_EXACT_NUMBER:
        return value.numerator
    return exact_text(value)
