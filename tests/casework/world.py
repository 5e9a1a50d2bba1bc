"""A small node for tests: the story's agreement and offices, and acts in a line each."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from safeconduct.casework import (
    CountedNames,
    Done,
    MemoryStore,
    NodeKeys,
    Ports,
    Refused,
    Store,
    SystemClock,
    View,
)
from safeconduct.casework.story import people
from safeconduct.casework.story.cast import AGREEMENT, NEXT_TRANSFER
from safeconduct.casework.story.frame import set_frame
from safeconduct.casework.story.journeys import clear, digest_read, open_manifest, propose
from safeconduct.casework.story.people import Someone, someone
from safeconduct.casework.story.telling import Teller
from safeconduct.policy import may

NOW = datetime.fromisoformat("2026-10-05T18:00+01:00")
OPENED = datetime.fromisoformat("2025-10-05T18:00+01:00")
T = NEXT_TRANSFER


def memory_store(folder: Path) -> MemoryStore:
    """A store in memory whose record has real keys."""
    return MemoryStore(NodeKeys.new("node.example/record", folder / "state"), OPENED)


class World:
    """A node and its clock, with the frame of the agreement set.

    Attributes:
        teller: acts as whom the story's cast knows.
        store: the store.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.ports = Ports(store, SystemClock(), CountedNames(), may)
        self.teller = Teller(self.ports, NOW)
        self.clock = self.teller.clock
        self.clock.set(NOW - timedelta(days=30))
        set_frame(self.teller)

    @property
    def view(self) -> View:
        """What is known now."""
        return self.store.view(AGREEMENT)

    def do(self, act: str, who: str, /, **told: object) -> Done:
        """An act that must be done."""
        over = _over(told)
        return self.teller.do(act, who, over=over, **told)

    def attempt(self, act: str, who: str, /, **told: object) -> Done | Refused:
        """An act that may be refused."""
        over = _over(told)
        return self.teller.attempt(act, who, over=over, **told)

    def why_not(self, act: str, who: str, /, **told: object) -> list[str]:
        """The codes for which an act is refused; empty where it is done."""
        outcome = self.attempt(act, who, **told)
        return [f.code for f in outcome.findings] if isinstance(outcome, Refused) else []

    def later(self, **by: float) -> None:
        """Let time pass."""
        self.clock.tick(**by)

    def prepared(self, *numbers: int) -> tuple[Someone, ...]:
        """Persons on an open manifest in whose way nothing stands, an hour before they board."""
        persons = tuple(someone(number) for number in numbers)
        for step in (people.register, people.assess, people.serve, people.meet_counsel):
            for who in persons:
                step(self.teller, who)
            self.later(days=1)
        self.later(days=14)
        open_manifest(self.teller, T, departs_in=timedelta(days=2))
        for who in persons:
            propose(self.teller, who, T)
            self.do("accept", "directorate", person=who.key, transfer=T)
        self.later(days=1, hours=20)
        for who in persons:
            people.examine(self.teller, who)
            people.search(self.teller, who)
        return persons

    def clear(self, who: Someone) -> Done:
        """Sign for a person, having read the findings."""
        return clear(self.teller, who, T)

    def digest(self, who: Someone) -> str:
        """The digest of what the gate finds of the person now."""
        return digest_read(self.teller, who.key)

    def sealed(self, *numbers: int) -> tuple[Someone, ...]:
        """Persons on a sealed manifest."""
        persons = self.prepared(*numbers)
        for who in persons:
            self.clear(who)
        self.do("seal-manifest", "prisons", transfer=T)
        return persons

    def dispatched(self, *numbers: int) -> tuple[Someone, ...]:
        """Persons who have boarded."""
        persons = self.sealed(*numbers)
        self.do("dispatch", "prisons", transfer=T)
        return persons

    def received(self, *numbers: int) -> tuple[Someone, ...]:
        """Persons who were handed over and are booked in."""
        persons = self.dispatched(*numbers)
        self.later(hours=3)
        self.do("hand-over", "escort", transfer=T)
        for who in persons:
            self.do("receive-line", "directorate", person=who.key, transfer=T)
            self.do("book-in", "governor", place="lindmoor", person=who.key, unit="A")
        return persons

    def state(self, table: str, key: str) -> str:
        """The state of a row; empty where there is none."""
        row = self.view.row(table, key)
        return "" if row is None else row.text("state")


def _over(told: dict[str, object]) -> dict[str, str] | None:
    over = told.pop("over", None)
    return over if isinstance(over, dict) else None
