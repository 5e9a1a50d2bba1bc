"""The terms that a reconciliation applies: how days count, what they cost, in which window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeconduct.custody import Counting
from safeconduct.reconciliation.days import Days, counted
from safeconduct.reconciliation.entry import Entry, Stay
from safeconduct.reconciliation.pricing import DayPrices


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides, with the clauses that say so.

    Attributes:
        counting: rule, absence nights and window.
        prices: what days cost.
        last_day: the last day of what is compared; it prices what no date does.
        days_clause: the clause of the day rule.
        absence_clause: the clause for absences.
        persons_clause: the clause that says whom the agreement speaks of.
        rounding_clause: the clause of rounding; empty where there is no tariff.
        money_clause: the clause of the first price for bed-days; empty where there is none.
    """

    counting: Counting
    prices: DayPrices
    last_day: date
    days_clause: str
    absence_clause: str
    persons_clause: str
    rounding_clause: str = ""
    money_clause: str = ""

    def counted(self, stay: Stay) -> Days:
        """The days that a stay counts."""
        return counted(stay, self.counting)

    def touches(self, entry: Entry) -> bool:
        """Whether any day of the entry lies in the window; an unreadable one always may."""
        window, stay = self.counting.window, entry.stay
        if window is None or stay.arrived is None:
            return True
        if stay.arrived.day >= window.end:
            return False
        return stay.departed is None or stay.departed.day >= window.start
