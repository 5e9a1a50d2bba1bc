"""Erasure: a personal value goes, its digest and every proof stay, and a tombstone says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.confidentiality import Confidentiality
from safeconduct.record.entries.draft import Statement, draft
from safeconduct.record.entries.entry import SEALED_CLAIMS, read_entry
from safeconduct.record.record import Receipted, Record
from safeconduct.record.refusal import Refused

STRUCTURE = frozenset({*SEALED_CLAIMS, "recorded_at"})
"""What makes an entry an entry: never personal, never erased."""


def erase(
    record: Record,
    index: int,
    raw: bytes,
    names: Iterable[str],
    ground: str,
    now: datetime | None = None,
) -> Receipted:
    """Erase personal values of an entry, and record that it was done.

    The tombstone is written first, so that nothing ever vanishes unrecorded; a crash between the
    two leaves a tombstone, and the same call erases what it announces.

    Args:
        record: the record, open for writing.
        index: the entry's place.
        raw: the entry's bytes.
        names: the values' names, e.g. ``full_name``.
        ground: why, as a code, e.g. ``retention-ended``.
        now: the present instant.

    Raises:
        Refused: a hold keeps the case, the entry hides no such value, or the name belongs to the
            entry's structure.
    """
    entry = read_entry(raw)
    wanted, claims = frozenset(names), record.memory.opened(index, entry)
    case = str(claims.get("case", ""))
    record.memory.holds.check_may_erase(case)
    present = {one.name for one in record.disclosures(index, raw)}
    for name in sorted(wanted):
        if name in STRUCTURE or name not in present:
            raise Refused(Message.of("record.nothing-to-erase", name=name))
    facts: dict[str, Plain] = {"leaf": entry.leaf.hex(), "count": len(wanted), "ground": ground}
    # A tombstone in clear would tell that a sealed entry is one about this case.
    closer = Confidentiality.INTERNAL if entry.is_sealed else None
    tombstone = Statement("erased", case, facts=facts, confidentiality=closer)
    (receipted,) = record.append([(draft(tombstone), ())], now)
    record.forget_values(index, raw, wanted)
    return receipted
