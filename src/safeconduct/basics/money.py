"""Money: an exact decimal amount in a currency that states its own scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from safeconduct.basics.rounding import RoundingMode, round_decimal


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as an agreement names it.

    Attributes:
        code: ISO 4217 alphabetic code, e.g. ``EUR``.
        scale: decimal places of an amount that can be paid, e.g. 2 for cents.
    """

    code: str
    scale: int

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
        ValueError: if the amount has more decimal places than the currency's scale. Rounding is
            an act with a clause, never a side effect of construction.
    """

    amount: Decimal
    currency: Currency

    def __post_init__(self) -> None:
        scaled = self.amount.quantize(self.currency.unit)
        if scaled != self.amount:
            raise ValueError(f"{self.amount} is finer than the scale of {self.currency.code}")
        object.__setattr__(self, "amount", scaled)

    @classmethod
    def rounded(cls, exact: Decimal, currency: Currency, mode: RoundingMode) -> Money:
        """Round an exact figure once, in the way that a term of the agreement states."""
        return cls(round_decimal(exact, currency.scale, mode), currency)

    def __add__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(self.amount - other.amount, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

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
