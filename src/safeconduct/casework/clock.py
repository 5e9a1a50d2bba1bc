"""Clocks: the machine's, and one that a story sets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class SystemClock:
    """The machine's clock, read in the time zone of the node."""

    def __init__(self, zone: tzinfo = UTC) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The present instant, in whole microseconds."""
        return datetime.now(self._zone)


class SetClock:
    """A clock that stands where it was set, and moves when it is told to."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """Where the clock stands."""
        return self._at

    def set(self, at: datetime) -> None:
        """Set the clock; back too, as clocks of machines do."""
        self._at = at

    def tick(self, **by: float) -> None:
        """Move the clock on, by keywords of ``timedelta``."""
        self._at += timedelta(**by)
