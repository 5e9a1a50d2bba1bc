"""Which days of a booking count: a term of the agreement, with a clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement.citation import Citation


class DayCountRule(StrEnum):
    """The five ways in which agreements count a stay."""

    ARRIVAL_NOT_DEPARTURE = "arrival-not-departure"
    """The day of arrival counts, the day of departure does not."""

    ARRIVAL_NOT_DEPARTURE_MIN_ONE = "arrival-not-departure-min-one"
    """The same, and a same-day booking counts one day."""

    BOTH_ENDS = "both-ends"
    """The day of arrival and the day of departure both count."""

    MIDNIGHTS = "midnights"
    """Each midnight spent in custody counts one."""

    ELAPSED_24H = "elapsed-24h"
    """Each completed period of 24 real hours counts one."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How days count under an agreement.

    Attributes:
        rule: the rule.
        citation: its clause.
        absence_nights: how many nights of each absence still count (0: none; None: all count).
        absence_citation: the clause for absences.
    """

    rule: DayCountRule
    citation: Citation
    absence_nights: int | None
    absence_citation: Citation
