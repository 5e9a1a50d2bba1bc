"""The kinds of entries, what each does at once, and who may read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from safeconduct.record.entries.confidentiality import Confidentiality


class Effect(StrEnum):
    """When an act takes effect. Protection binds at once; permission needs both parties.

    What refuses, stops or takes back a permission protects: the other party's silence keeps
    nobody on a transfer.
    """

    PROTECTIVE = "protective"
    """Effective on one party's receipt, from that moment."""

    PHYSICAL = "physical"
    """What happened in the world: effective, because it happened, on one party's receipt."""

    PERMISSIVE = "permissive"
    """Pending until the other party's receipt is in."""

    HOUSEKEEPING = "housekeeping"
    """Concerns the record itself, or its owner's own work."""


@dataclass(frozen=True, slots=True)
class Event:
    """A kind of entry.

    Attributes:
        name: as it stands in entries.
        effect: when an act of this kind takes effect.
        confidentiality: its class unless a statement asks for a closer one. A protected kind is
            never shared.
    """

    name: str
    effect: Effect
    confidentiality: Confidentiality = Confidentiality.SHARED


_INTERNAL = Confidentiality.INTERNAL
_PROTECTED = Confidentiality.PROTECTED

_RECORD = (
    Event("record-opened", Effect.HOUSEKEEPING),
    Event("key-rotated", Effect.HOUSEKEEPING),
    Event("key-enrolled", Effect.HOUSEKEEPING),
    Event("key-revoked", Effect.HOUSEKEEPING),
    Event("receipt", Effect.HOUSEKEEPING),
    Event("correction", Effect.HOUSEKEEPING),
    Event("decision", Effect.HOUSEKEEPING, _INTERNAL),
    Event("erased", Effect.HOUSEKEEPING),
    Event("hold-placed", Effect.HOUSEKEEPING, _INTERNAL),
    Event("hold-released", Effect.HOUSEKEEPING, _INTERNAL),
    Event("personal-data-read", Effect.HOUSEKEEPING, _INTERNAL),
    Event("role-assigned", Effect.HOUSEKEEPING, _INTERNAL),
    Event("role-ended", Effect.HOUSEKEEPING, _INTERNAL),
)

_AGREEMENT = (
    Event("agreement-adopted", Effect.PERMISSIVE),
    Event("agreement-amended", Effect.PERMISSIVE),
    Event("agreement-terminated", Effect.PROTECTIVE),
)

# A row of facts may be a protection claim: no kind of row may be told from another.
_FACTS = (
    Event("person-registered", Effect.PHYSICAL, _INTERNAL),
    Event("fact-recorded", Effect.HOUSEKEEPING, _INTERNAL),
    Event("fact-rectified", Effect.HOUSEKEEPING, _INTERNAL),
    Event("fact-contested", Effect.PROTECTIVE, _INTERNAL),
)

_PROTECTION = (
    Event("order-issued", Effect.PROTECTIVE),
    Event("order-received", Effect.PROTECTIVE),
    Event("order-known", Effect.PROTECTIVE),
    Event("order-verified", Effect.PROTECTIVE),
    Event("stay-lifted", Effect.PERMISSIVE),
    Event("challenge-lodged", Effect.PROTECTIVE),
    Event("undertaking-given", Effect.PROTECTIVE),
    Event("protection-claimed", Effect.PROTECTIVE, _PROTECTED),
    Event("complaint-lodged", Effect.PROTECTIVE, _PROTECTED),
    Event("locate-requested", Effect.PROTECTIVE, _PROTECTED),
    Event("locate-answered", Effect.PROTECTIVE, _PROTECTED),
)

_TRANSFER = (
    Event("manifest-opened", Effect.HOUSEKEEPING),
    Event("proposed", Effect.PERMISSIVE),
    Event("accepted", Effect.PERMISSIVE),
    Event("refused", Effect.PROTECTIVE),
    Event("withdrawn", Effect.PROTECTIVE),
    Event("cleared", Effect.PERMISSIVE),
    Event("clearance-withdrawn", Effect.PROTECTIVE),
    Event("manifest-sealed", Effect.PERMISSIVE),
    Event("stopped-everything", Effect.PROTECTIVE),
    Event("stop-acknowledged", Effect.PROTECTIVE),
    Event("stop-lifted", Effect.PERMISSIVE),
    Event("recalled", Effect.PROTECTIVE),
    Event("dispatched", Effect.PHYSICAL),
    Event("departed", Effect.PHYSICAL),
    Event("turned-back", Effect.PHYSICAL),
    Event("arrived", Effect.PHYSICAL),
    Event("handed-over", Effect.PHYSICAL),
    Event("receipted-line", Effect.PHYSICAL),
    Event("refused-line", Effect.PHYSICAL),
    Event("late-entry", Effect.PHYSICAL),
)

_CUSTODY = (
    Event("present", Effect.PHYSICAL),
    Event("booked-in", Effect.PHYSICAL),
    Event("booked-out", Effect.PHYSICAL),
    Event("moved", Effect.PHYSICAL),
    Event("absence-began", Effect.PHYSICAL),
    Event("absence-ended", Effect.PHYSICAL),
    Event("headcount", Effect.PHYSICAL),
    Event("shift-handover", Effect.PHYSICAL, _INTERNAL),
    Event("incident", Effect.PHYSICAL, _INTERNAL),
    Event("died", Effect.PHYSICAL),
    Event("return-planned", Effect.PROTECTIVE),
    Event("onward-transfer-requested", Effect.PERMISSIVE),
    Event("onward-transfer-approved", Effect.PERMISSIVE),
    Event("onward-transfer-refused", Effect.PROTECTIVE),
    Event("release-ordered", Effect.PROTECTIVE),
    Event("release-verified", Effect.PROTECTIVE),
    Event("released", Effect.PHYSICAL),
)

_MONEY = (
    Event("statement-issued", Effect.PERMISSIVE),
    Event("statement-disputed", Effect.HOUSEKEEPING),
    Event("credit-issued", Effect.PERMISSIVE),
    Event("paid", Effect.PHYSICAL),
    Event("advance-paid", Effect.PHYSICAL),
    Event("grant-reported", Effect.HOUSEKEEPING),
)

_OVERSIGHT = (
    Event("inspection-lodged", Effect.PROTECTIVE),
    Event("inspection-finding", Effect.PROTECTIVE),
    Event("finding-answered", Effect.HOUSEKEEPING),
    Event("official-visit", Effect.PHYSICAL),
    Event("official-claim", Effect.HOUSEKEEPING),
)

_ALL = (
    *_RECORD,
    *_AGREEMENT,
    *_FACTS,
    *_PROTECTION,
    *_TRANSFER,
    *_CUSTODY,
    *_MONEY,
    *_OVERSIGHT,
)

EVENTS: Mapping[str, Event] = MappingProxyType({event.name: event for event in _ALL})
"""Every kind of entry, by name."""
