"""What stands between two parties: what is pending, how long the other is silent, who has what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from safeconduct.casework.row import KeptRow
from safeconduct.exchange import PartyCard
from safeconduct.record.entries import EVENTS, Effect, read_entry
from safeconduct.record.tree import leaf_hash
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.models import TheirEntry
from safeconduct.store.neighbours.station import open_station

PERMITTING = ("clearances", "seals", "onward_transfers", "statements", "credits", "agreements")
"""The tables whose rows permissive acts state."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other party's side, as far as it is known here.

    Attributes:
        card: who it is.
        reach: where its node takes bundles; empty where files are carried.
        has: how many of our entries it acknowledged.
        of: how many we have.
        here: how many of its entries are here.
        heard_at: when it was last heard; None where it never was.
        silent_for: how long ago that is.
    """

    card: PartyCard
    reach: str
    has: int
    of: int
    here: int
    heard_at: datetime | None
    silent_for: timedelta | None


def neighbours(store: DjangoStore, agreement: str, now: datetime) -> tuple[Neighbour, ...]:
    """The parties that officers introduced for an agreement."""
    with open_station(store, now) as station:
        size = station.record.size
        return tuple(
            Neighbour(
                card=peer,
                reach=station.reach(peer),
                has=station.link(peer).has,
                of=size,
                here=TheirEntry.objects.filter(party=peer.origin).count(),
                heard_at=station.link(peer).heard_at,
                silent_for=station.link(peer).silent_for(now),
            )
            for peer in station.peers
            if peer.agreement == agreement
        )


@dataclass(frozen=True, slots=True)
class Pending:
    """An act of ours that takes effect only with the other party's receipt."""

    row: KeptRow
    event: str


def pending(store: DjangoStore, rows: Iterable[KeptRow], now: datetime) -> tuple[Pending, ...]:
    """The rows whose permissive entry the other party has not receipted yet."""
    with open_station(store, now) as station:
        return tuple(_unconfirmed(rows, station.record.entry))


def _unconfirmed(rows: Iterable[KeptRow], entry_of: Callable[[int], bytes]) -> Iterator[Pending]:
    for row in rows:
        raw = entry_of(row.entry)
        event = EVENTS.get(str(read_entry(raw).claims.get("event", "")))
        if event is None or event.effect is not Effect.PERMISSIVE:
            continue
        if not TheirEntry.objects.filter(confirms=leaf_hash(raw).hex()).exists():
            yield Pending(row, event.name)
