"""Telling: acts at their moments, in order of time, each through the door that everybody uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from safeconduct.basics import WrongInput
from safeconduct.casework.asking import read_asked
from safeconduct.casework.catalogue import ACTS
from safeconduct.casework.clock import SetClock
from safeconduct.casework.door import perform
from safeconduct.casework.outcome import Done, Refused
from safeconduct.casework.ports import Ports
from safeconduct.casework.story.cast import AGREEMENT, CAST

FILES_END = datetime.fromisoformat("2026-10-05T18:00+01:00")
"""The moment at which the story ends in the dates of its files."""

_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")


class Teller:
    """Somebody who tells the story to a store.

    Attributes:
        ports: the store and the rest of the world; its clock is the story's.
        clock: the story's clock.
        ends_at: the moment at which the story ends.
        done: how many acts were performed.
    """

    def __init__(
        self, ports: Ports, ends_at: datetime, accounts: Mapping[str, str] | None = None
    ) -> None:
        self.clock = SetClock(ends_at - timedelta(days=300))
        self.ports = replace(ports, clock=self.clock)
        self.ends_at = ends_at
        self.done = 0
        self._accounts = accounts or {}
        self._plans: list[tuple[datetime, Callable[[], None]]] = []

    def at(self, days_before: float, hour: float, act: Callable[[], None]) -> None:
        """Plan something for a moment, counted back from the day on which the story ends."""
        day = self.ends_at.replace(hour=0, minute=0, second=0, microsecond=0)
        self._plans.append((day - timedelta(days=days_before) + timedelta(hours=hour), act))

    def tell(self) -> None:
        """Do everything that is planned, in order of time; nothing after the end."""
        for moment, act in sorted(self._plans, key=lambda plan: plan[0]):
            if moment <= self.ends_at:
                self.clock.set(max(moment, self.clock.now()))
                act()
        self._plans.clear()

    def do(
        self, name: str, handle: str, /, *, over: Mapping[str, str] | None = None, **told: object
    ) -> Done:
        """Perform an act as somebody of the cast.

        Raises:
            WrongInput: the act was refused, and so the story does not hold together.
        """
        outcome = self.attempt(name, handle, over=over, **told)
        if isinstance(outcome, Refused):
            raise WrongInput(*outcome.findings)
        return outcome

    def attempt(
        self, name: str, handle: str, /, *, over: Mapping[str, str] | None = None, **told: object
    ) -> Done | Refused:
        """Try an act that may be refused; the clock moves on by a second."""
        self.clock.tick(seconds=1)
        act = ACTS[name]
        asked = read_asked(act.asked, told)
        if isinstance(asked, tuple):
            raise WrongInput(*asked)
        actor = CAST[handle].actor(self._accounts)
        if over:
            narrowed = tuple(
                replace(
                    held,
                    person=over.get("person", held.person),
                    transfer=over.get("transfer", held.transfer),
                )
                for held in actor.relations
            )
            actor = replace(actor, relations=narrowed)
        self.done += 1
        return perform(act, asked, actor, AGREEMENT, self.ports)

    def ago(self, **by: float) -> datetime:
        """A moment before now, by keywords of ``timedelta``."""
        return self.clock.now() - timedelta(**by)

    def text(self, written: str) -> str:
        """A text of the files, with every day in it moved as the story is."""
        by = self.ends_at.date() - FILES_END.date()

        def moved(found: re.Match[str]) -> str:
            day = datetime.fromisoformat(found[1]).date() + by
            return day.isoformat()

        return _DAY.sub(moved, written)
