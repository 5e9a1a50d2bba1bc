"""Taking the other party's protection into our own book: it binds here from this second.

Their order becomes an order of ours, reported by them, with their entry as its source; so does a
stop. Whatever they permit or lift changes nothing here: a stay that they lift is lifted here by an
act of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from safeconduct.agreement import PartyRole
from safeconduct.basics import Finding
from safeconduct.casework import Ports, Refused, perform
from safeconduct.casework.acts.handover.stop_everything import STOP_EVERYTHING, StopEverything
from safeconduct.casework.acts.orders.report_order import REPORT_ORDER, ReportOrder
from safeconduct.casework.cells import read_values
from safeconduct.casework.ports import View
from safeconduct.casework.row import Cell
from safeconduct.casework.terms import terms_in_force
from safeconduct.exchange import PartyCard
from safeconduct.policy import Actor, Relation, Role
from safeconduct.store.models import PerformedRequest, TheirRow

RELAYED = "party:"
"""How the actor is called who takes the other party's protection into a book."""

_ROLES = {PartyRole.SENDING: Role.SENDING_AUTHORITY, PartyRole.RECEIVING: Role.RECEIVING_AUTHORITY}


@dataclass(frozen=True, slots=True)
class Relayed:
    """An act of the other party that was taken into our book.

    Attributes:
        table: ``orders`` or ``stops``.
        key: theirs.
        refused: why it could not be; then somebody must act by hand, at once.
    """

    table: str
    key: str
    refused: tuple[Finding, ...] = ()


def relay_protection(ports: Ports, peer: PartyCard) -> tuple[Relayed, ...]:
    """Take in every order and stop of theirs that does not stand in our book yet."""
    view = ports.store.view(peer.agreement)
    actor = _actor(peer, view)
    if actor is None:
        return ()
    return tuple(_relay(ports, peer, view, actor))


def _actor(peer: PartyCard, view: View) -> Actor | None:
    """The other party as the one who acts; None before the agreement was adopted here."""
    terms = terms_in_force(view)
    if terms is None:
        return None
    role = next(
        (_ROLES[party.role] for party in terms.parties
         if str(party.jurisdiction) == peer.party and party.role in _ROLES),
        Role.SENDING_AUTHORITY,
    )  # fmt: skip
    relation = Relation(role, peer.agreement, office=f"{peer.party}:{role}")
    return Actor(f"{RELAYED}{peer.origin}"[:100], peer.party, (relation,))


def _relay(ports: Ports, peer: PartyCard, view: View, actor: Actor) -> Iterator[Relayed]:
    now = ports.clock.now()
    for theirs in _new(peer, "orders", actor):
        values = read_values("orders", theirs.values)
        if values.get("kind") == "lift" or view.row("orders", theirs.key) is not None:
            continue
        order = _order(theirs, values, now)
        done = perform(
            REPORT_ORDER, order, actor, peer.agreement, ports, request_key=_request(theirs)
        )
        yield Relayed("orders", theirs.key, done.findings if isinstance(done, Refused) else ())
    for theirs in _new(peer, "stops", actor):
        values = read_values("stops", theirs.values)
        stop = StopEverything(str(values.get("reason")), str(values.get("transfer") or ""))
        done = perform(
            STOP_EVERYTHING, stop, actor, peer.agreement, ports, request_key=_request(theirs)
        )
        yield Relayed("stops", theirs.key, done.findings if isinstance(done, Refused) else ())


def _new(peer: PartyCard, table: str, actor: Actor) -> list[TheirRow]:
    """First versions of theirs that were not taken into our book, and did not come from it."""
    found = TheirRow.objects.filter(
        party=peer.origin, agreement=peer.agreement, table=table, version=1
    ).exclude(actor__startswith=RELAYED)
    taken = set(PerformedRequest.objects.filter(actor=actor.id).values_list("key", flat=True))
    return [one for one in found.order_by("pk") if _request(one) not in taken]


def _request(theirs: TheirRow) -> str:
    return f"{theirs.leaf}:{theirs.table}:{theirs.key}"[:200]


def _order(theirs: TheirRow, values: Mapping[str, Cell], now: datetime) -> ReportOrder:
    """Their order as it is reported here; instants ahead of our clock are nobody's knowledge."""

    def said(name: str) -> str:
        value = values.get(name)
        return value if isinstance(value, str) else ""

    def instant(name: str) -> datetime | None:
        value = values.get(name)
        return value if isinstance(value, datetime) else None

    issued = instant("issued_at")
    return ReportOrder(
        kind=said("kind"),
        scope=said("scope"),
        person=said("person"),
        transfer=said("transfer"),
        destination=said("destination"),
        of_class=said("class"),
        issued_by=said("issued_by"),
        form=said("form"),
        issued_at=issued if issued and issued <= now else None,
        effective_at=instant("effective_at"),
        ends_at=instant("ends_at"),
        order=theirs.key,
        source=f"{theirs.party}#{theirs.entry}",
    )
