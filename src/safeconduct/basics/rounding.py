"""The ways in which agreements round a figure; the place of rounding is a term, not a habit."""

from __future__ import annotations

import decimal
from decimal import Decimal
from enum import StrEnum

# Two hundred digits hold every product of the program without a silent rounding of its own.
EXACT = decimal.Context(prec=200, traps=[decimal.Inexact, decimal.InvalidOperation])


class RoundingMode(StrEnum):
    """How the last digit is settled."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    DOWN = "down"
    UP = "up"


_DECIMAL_NAMES = {
    RoundingMode.HALF_UP: decimal.ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    RoundingMode.DOWN: decimal.ROUND_DOWN,
    RoundingMode.UP: decimal.ROUND_UP,
}


def round_decimal(exact: Decimal, scale: int, mode: RoundingMode) -> Decimal:
    """Round to ``scale`` decimal places in the stated mode."""
    return exact.quantize(
        Decimal(1).scaleb(-scale), rounding=_DECIMAL_NAMES[mode], context=decimal.Context(prec=200)
    )
