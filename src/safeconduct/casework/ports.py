"""What casework needs of the world: a store, a clock, names, and somebody who judges rights."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from safeconduct.basics import Message
from safeconduct.casework.outcome import Done
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import KeptRow
from safeconduct.clearance import Sheet
from safeconduct.policy import Actor, Right, Ruling, Subject


class View(Protocol):
    """What is known under one agreement, as recorded by one moment."""

    @property
    def agreement(self) -> str:
        """The agreement's identifier."""
        ...

    @property
    def as_of(self) -> datetime | None:
        """The moment by which rows were recorded; None for the present."""
        ...

    def row(self, table: str, key: str) -> KeptRow | None:
        """The row's version of the moment, or None."""
        ...

    def rows(
        self,
        table: str,
        *,
        person: str = "",
        transfer: str = "",
        place: str = "",
        open_only: bool = False,
    ) -> tuple[KeptRow, ...]:
        """The rows of a table, each in its version of the moment, in the order of first entry."""
        ...

    def rows_by_table(
        self, tables: Collection[str], *, open_only: bool = False
    ) -> Mapping[str, tuple[KeptRow, ...]]:
        """The rows of several tables, as :meth:`rows` gives those of each, read at once."""
        ...

    def began(self, tables: Collection[str]) -> Mapping[tuple[str, str], datetime]:
        """By table and key, when what a row tells of happened, as its first version says."""
        ...

    def history(self, table: str, key: str) -> tuple[KeptRow, ...]:
        """Every version of a row recorded by the moment, the oldest first."""
        ...

    def sheets(self, persons: Collection[str] | None = None) -> tuple[Sheet, ...]:
        """A case bundle for the gate: of some persons, or of everybody; frame tables whole."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """A request that may come twice.

    Attributes:
        key: the sender's name for it; empty where the sender gave none.
        actor: who sent it.
        digest: what it asked, as a digest: the same key for another question is refused.
    """

    key: str
    actor: str
    digest: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """A request that was performed before, with its outcome."""

    digest: str
    done: Done


class Transaction(View, Protocol):
    """A view with the write lock: what it keeps becomes durable at its end, or not at all."""

    def keep(self, act: str, plan: Plan, actor: Actor, now: datetime, request: Request) -> Done:
        """State a plan's rows and their entry.

        Raises:
            WrongInput: the record does not take the entry, e.g. for its facts or signatures.
        """
        ...

    def versions(self, names: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """The version that stands of each row, by table and key; rows that are not are left out."""
        ...

    def remembered(self, request: Request) -> Remembered | None:
        """What came of the request when it was sent before."""
        ...

    def latest(self) -> datetime | None:
        """When the latest row of the node was recorded."""
        ...

    def check_signature(self, text: str, digest: str, office: str) -> Message | None:
        """Why a signed act is not an enrolled officer's over the digest, or None."""
        ...

    def has_key(self, office: str) -> bool:
        """Whether a key is enrolled for an office, so that its acts need a signature."""
        ...


class Store(Protocol):
    """Where a node's rows and record lie."""

    def agreements(self) -> tuple[str, ...]:
        """The agreements that were ever adopted."""
        ...

    def view(self, agreement: str, as_of: datetime | None = None) -> View:
        """What is known under an agreement; as known at a moment, or now."""
        ...

    def transaction(self, agreement: str) -> AbstractContextManager[Transaction]:
        """A transaction: it takes the write lock, commits at its end, rolls back on exceptions."""
        ...

    def done_before(self, request: Request) -> Remembered | None:
        """What came of the request when it was sent before."""
        ...


class Clock(Protocol):
    """The present instant."""

    def now(self) -> datetime:
        """The instant, aware, with the offset of the node's place."""
        ...


class Names(Protocol):
    """New keys, free of meaning."""

    def new(self, kind: str) -> str:
        """A key that nothing else bears; ``kind`` is a short prefix, such as ``person``."""
        ...


May = Callable[[Actor, Right, Subject], Ruling]
Notify = Callable[[Done], None]


def nobody_told(done: Done) -> None:
    """What stands for the notices of a node that sends none."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that the door needs.

    Attributes:
        store: where rows and record lie.
        clock: the present instant.
        names: new keys.
        may: who may do what; ``policy.may`` but in tests of the door itself.
        notify: told of every act after it is durable. It puts a notice in a queue and never raises:
            the act is done.
    """

    store: Store
    clock: Clock
    names: Names
    may: May
    notify: Notify = nobody_told
