"""What an item owes, exactly and before any rounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.tariff import TariffItem
from safeconduct.basics import Message
from safeconduct.compensation.prices import Price


@dataclass(frozen=True, slots=True)
class Charge:
    """One line before rounding: a quantity at a price.

    Attributes:
        item: the tariff item that owes it.
        price: rate, factor and stretch of days.
        quantity: exact quantity, in ``unit``.
        unit: what is counted.
        rests_on: clauses beyond those of the price: the item's, the day rule's, the apportioning's.
        silent_on: what the line takes for granted and no term states, not even as assumed. Such
            a line has the grade of an assumption.
        incomplete: whether days are unknown, so that the quantity may still change.
        bookings_by_days: for bed-days, how many bookings have how many days in the stretch; this
            is what rounding by booking needs.
    """

    item: TariffItem
    price: Price
    quantity: Fraction
    unit: str
    rests_on: tuple[Citation, ...]
    silent_on: tuple[Message, ...] = ()
    incomplete: bool = False
    bookings_by_days: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        frozen = MappingProxyType(dict(self.bookings_by_days))
        object.__setattr__(self, "bookings_by_days", frozen)

    @property
    def exact(self) -> Fraction:
        """Quantity × rate × factor, not rounded."""
        return self.quantity * self.price.each

    @property
    def provisional(self) -> bool:
        """Whether a missing figure or an unknown day can still change the line."""
        return bool(self.price.missing) or self.incomplete
