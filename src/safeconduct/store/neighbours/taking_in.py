"""Taking in what the other party's entries say: as its rows, each once, nothing of ours touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db.models import Max

from safeconduct.basics.digest import Plain
from safeconduct.casework.cells import plain_values
from safeconduct.casework.row import KeptRow
from safeconduct.exchange import Arrived, Mirror, PartyCard, rows_said
from safeconduct.record import LogStorage, Malformed, disclosure_store
from safeconduct.record.entries import Presentation, read_entry
from safeconduct.store.models import TheirEntry, TheirRow


def take_in_ahead(peer: PartyCard, one: Arrived, now: datetime) -> None:
    """Take in an entry that came before its place in their log is proved."""
    _take_in(peer, one.index, one.leaf, one.claims, now, ahead=True)


def take_in_mirror(peer: PartyCard, mirror: Mirror, storage: LogStorage, now: datetime) -> None:
    """Take in everything that the mirror holds and the database does not.

    The mirror is written before the database. Whatever a crash kept from the database is taken in
    the next time, since the mirror is read on from where the database stands.
    """
    first = taken_in_of(peer)
    for index, raw in enumerate(mirror.entries_from(first), first):
        entry = read_entry(raw)
        kept = disclosure_store.read(storage, index, entry.leaf)
        claims = Presentation(entry, kept).claims()
        _take_in(peer, index, entry.leaf.hex(), claims, now, ahead=False)


def taken_in_of(peer: PartyCard) -> int:
    """How many entries of a party's log were taken in, without a gap."""
    found = TheirEntry.objects.filter(party=peer.origin, ahead=False)
    last = found.aggregate(last=Max("index"))["last"]
    return 0 if last is None else int(last) + 1


def _take_in(
    peer: PartyCard,
    index: int,
    leaf: str,
    claims: Mapping[str, Plain],
    now: datetime,
    *,
    ahead: bool,
) -> None:
    entry, is_new = TheirEntry.objects.get_or_create(
        party=peer.origin,
        leaf=leaf,
        defaults={
            "index": index,
            "event": str(claims.get("event", "")),
            "arrived_at": now,
            "ahead": ahead,
            "confirms": _confirmed_leaf(claims),
        },
    )
    if not is_new:
        if entry.ahead and not ahead:
            TheirEntry.objects.filter(pk=entry.pk).update(ahead=False)
        return
    TheirRow.objects.bulk_create(
        (_their(peer, leaf, row, now) for row in _readable(claims, index)), ignore_conflicts=True
    )


def _confirmed_leaf(claims: Mapping[str, Plain]) -> str:
    """The leaf of our entry that theirs is a receipt of; empty for any other entry."""
    body = claims.get("body")
    if claims.get("event") != "receipt" or not isinstance(body, dict):
        return ""
    return str(body.get("leaf", ""))[:64]


def _readable(claims: Mapping[str, Plain], index: int) -> Iterator[KeptRow]:
    # An entry whose rows cannot be read is theirs all the same: it stands in the mirror, and the
    # exchange goes on.
    try:
        yield from rows_said(claims, index)
    except Malformed:
        return


def _their(peer: PartyCard, leaf: str, row: KeptRow, now: datetime) -> TheirRow:
    return TheirRow(
        party=peer.origin,
        agreement=row.agreement,
        table=row.table,
        key=row.key,
        version=row.version,
        person=row.person,
        transfer=row.transfer,
        place=row.place,
        is_open=row.is_open,
        values=plain_values(row.values),
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        arrived_at=now,
        entry=row.entry,
        leaf=leaf,
        actor=row.actor[:120],
    )
