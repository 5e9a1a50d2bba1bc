"""One round with the other party's node: what protects goes first, then what it lacks, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import Message, WrongInput
from safeconduct.exchange import PartyCard
from safeconduct.exchange.transport import Undelivered, deliver
from safeconduct.record import Refused
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.neighbours.station import open_station

MOST_BUNDLES = 100
"""Bundles of one round; a backlog goes on in the next, so that an order can overtake it."""

Deliver = Callable[[str, bytes], bytes]


@dataclass(frozen=True, slots=True)
class Round:
    """What came of a round with one party.

    Attributes:
        peer: the party.
        sent: how many bundles it took.
        failed: why the round ended early; None where it did not.
    """

    peer: PartyCard
    sent: int = 0
    failed: Message | None = None


def peers_of(store: DjangoStore, now: datetime) -> tuple[PartyCard, ...]:
    """The introduced parties whose nodes can be reached over a network."""
    with open_station(store, now) as station:
        return tuple(peer for peer in station.peers if station.reach(peer))


def send_round(
    store: DjangoStore, peer: PartyCard, now: Callable[[], datetime], send: Deliver = deliver
) -> Round:
    """Send what the other party lacks. No lock is held while the network is waited for."""
    sent = 0
    try:
        sent += _send_at_once(store, peer, now, send)
        for _ in range(MOST_BUNDLES):
            if not _send_next(store, peer, now, send):
                break
            sent += 1
            sent += _send_at_once(store, peer, now, send)
    except Undelivered as failed:
        return Round(peer, sent, failed.message)
    except (Refused, WrongInput) as refused:
        message = refused.message if isinstance(refused, Refused) else refused.findings[0].message
        return Round(peer, sent, message)
    return Round(peer, sent)


def _send_at_once(
    store: DjangoStore, peer: PartyCard, now: Callable[[], datetime], send: Deliver
) -> int:
    with open_station(store, now()) as station:
        start, size = station.overtaken(peer), station.record.size
        entries = ((index, station.record.entry(index)) for index in range(start, size))
        sealed = station.pack_at_once(peer, entries, now()) if start < size else None
        url = station.reach(peer)
    if sealed is not None:
        _acknowledge(store, peer, send(url, sealed), now)
    if start < size:
        with open_station(store, now()) as station:
            station.set_overtaken(peer, size)
    return int(sealed is not None)


def _send_next(
    store: DjangoStore, peer: PartyCard, now: Callable[[], datetime], send: Deliver
) -> bool:
    with open_station(store, now()) as station:
        sealed, url = station.pack(peer, now()), station.reach(peer)
    if sealed is None:
        return False
    _acknowledge(store, peer, send(url, sealed), now)
    return True


def _acknowledge(
    store: DjangoStore, peer: PartyCard, answer: bytes, now: Callable[[], datetime]
) -> None:
    with open_station(store, now()) as station:
        station.acknowledged(answer, (peer,), now())
