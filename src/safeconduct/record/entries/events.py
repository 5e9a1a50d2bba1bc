"""The kinds of entries, what each does at once, and who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.record.entries.confidentiality import Confidentiality


class Effect(StrEnum):
    """When an act takes effect. Protection binds at once; permission needs both parties."""

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


_PROTECTED = Confidentiality.PROTECTED
_INTERNAL = Confidentiality.INTERNAL

EVENTS = {
    event.name: event
    for event in (
        Event("record-opened", Effect.HOUSEKEEPING),
        Event("key-rotated", Effect.HOUSEKEEPING),
        Event("key-enrolled", Effect.HOUSEKEEPING),
        Event("key-revoked", Effect.HOUSEKEEPING),
        Event("receipt", Effect.HOUSEKEEPING),
        Event("erased", Effect.HOUSEKEEPING),
        Event("hold-placed", Effect.HOUSEKEEPING, _INTERNAL),
        Event("hold-released", Effect.HOUSEKEEPING, _INTERNAL),
        Event("decision", Effect.HOUSEKEEPING, _INTERNAL),
        Event("correction", Effect.HOUSEKEEPING),
        Event("order-issued", Effect.PROTECTIVE),
        Event("order-received", Effect.PROTECTIVE),
        Event("order-known", Effect.PROTECTIVE),
        Event("order-verified", Effect.PROTECTIVE),
        Event("recalled", Effect.PROTECTIVE),
        Event("release-ordered", Effect.PROTECTIVE),
        Event("challenge-lodged", Effect.PROTECTIVE),
        Event("protection-claimed", Effect.PROTECTIVE, _PROTECTED),
        Event("complaint-lodged", Effect.PROTECTIVE, _PROTECTED),
        Event("present", Effect.PHYSICAL),
        Event("arrived", Effect.PHYSICAL),
        Event("departed", Effect.PHYSICAL),
        Event("handed-over", Effect.PHYSICAL),
        Event("turned-back", Effect.PHYSICAL),
        Event("released", Effect.PHYSICAL),
        Event("died", Effect.PHYSICAL),
        Event("cleared", Effect.PERMISSIVE),
        Event("manifest-sealed", Effect.PERMISSIVE),
        Event("stay-lifted", Effect.PERMISSIVE),
        Event("onward-transfer-approved", Effect.PERMISSIVE),
        Event("statement-issued", Effect.PERMISSIVE),
    )
}
"""Every kind of entry, by name."""
