"""The kinds of difference: the closed list in which every disagreement of two books is named."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Why two books differ."""

    ONLY_OURS = "only-ours"
    """A booking that only our book has."""

    ONLY_THEIRS = "only-theirs"
    """A booking that only their book has."""

    ARRIVAL = "arrival"
    """The day of arrival differs."""

    DEPARTURE = "departure"
    """The day of departure differs, or a claim counts it where the agreement does not."""

    ABSENCE = "absence"
    """Nights away are taken off on one side only."""

    OVERLAP = "overlap"
    """Days on which one book has a person twice."""

    DUPLICATE = "duplicate"
    """A booking that repeats another of the same book."""

    SPLIT = "split"
    """One side writes as several bookings what the other writes as one."""

    RATE = "rate"
    """A claim is priced at another rate than the one of its days."""

    ROUNDING = "rounding"
    """A claim is rounded at another place, or in another way, than the agreement says."""

    IDENTITY = "identity"
    """The same booking bears another person or another place."""

    STATED_DAYS = "stated-days"
    """A claim of days contradicts its own dates."""

    AMOUNT = "amount"
    """A claim of money that no rule of the agreement explains."""

    MINIMUM = "minimum"
    """What days move in a period under a guaranteed minimum."""

    BAND = "band"
    """What days move in a period where the rate depends on how many are held."""
