"""Money: an exact decimal amount in a currency that states its own scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, DecimalException

from safeconduct.basics.rounding import EXACT, RoundingMode, round_decimal

_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as an agreement names it.

    Attributes:
        code: ISO 4217 alphabetic code, e.g. ``EUR``.
        scale: decimal places of an amount that can be paid, e.g. 2 for cents.

    Raises:
        ValueError: if the code is not three capital letters, or the scale is negative.
    """

    code: str
    scale: int

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code) or self.scale < 0:
            raise ValueError(f"{self.code} at scale {self.scale} is no currency")

    @property
    def unit(self) -> Decimal:
        """The smallest amount that can be paid: ``0.01`` at scale 2."""
        return Decimal(1).scaleb(-self.scale)

    def zero(self) -> Money:
        """No money, at the currency's scale."""
        return Money(Decimal(0).quantize(self.unit), self)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that can be paid: exact, at the scale of its currency.

    Raises:
        ValueError: if the amount has more decimal places than the currency's scale, or is no
            finite number. Rounding is an act with a clause, never a side effect of construction.
    """

    amount: Decimal
    currency: Currency

    def __post_init__(self) -> None:
        try:
            scaled = self.amount.quantize(self.currency.unit, context=EXACT)
        except DecimalException:
            scaled = Decimal("NaN")
        if not scaled.is_finite():
            raise ValueError(f"{self.amount} is no amount of {self.currency.code}")
        # Nothing is owed in one way only: minus zero would print, and digest, as another amount.
        object.__setattr__(self, "amount", abs(scaled) if scaled.is_zero() else scaled)

    @classmethod
    def rounded(cls, exact: Decimal, currency: Currency, mode: RoundingMode) -> Money:
        """Round an exact figure once, in the way that a term of the agreement states."""
        return cls(round_decimal(exact, currency.scale, mode), currency)

    def __add__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(EXACT.add(self.amount, other.amount), self.currency)

    def __sub__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(EXACT.subtract(self.amount, other.amount), self.currency)

    def __neg__(self) -> Money:
        return Money(EXACT.minus(self.amount), self.currency)

    def __lt__(self, other: Money) -> bool:
        self._require_same_currency(other)
        return self.amount < other.amount

    def __str__(self) -> str:
        return f"{self.amount:f}"

    def _require_same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(
                f"{self.currency.code} and {other.currency.code} do not add: "
                "convert under a term of the agreement first"
            )
