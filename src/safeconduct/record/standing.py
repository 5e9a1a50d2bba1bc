"""Effective or pending: protection binds on one party's receipt, permission needs the other's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.entries.events import EVENTS, Effect
from safeconduct.record.packs.check import CheckedPack
from safeconduct.record.refusal import Refused


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an act has taken effect.

    Attributes:
        effective: it has.
        why: the rule that decided.
    """

    effective: bool
    why: Message


def standing(act: CheckedPack, leaf: str, receipts: Iterable[CheckedPack]) -> Standing:
    """Whether a proved act is effective, given the other party's proved receipts.

    Protective acts and physical events are effective by standing in one party's record. A
    permissive act is pending until an entry ``receipt`` in another log names its log, its place
    and its leaf hash.

    Args:
        act: the act's pack, checked.
        leaf: the act's leaf hash, in hexadecimal.
        receipts: packs of entries in the other party's log, checked.

    Raises:
        Refused: the act's kind is not disclosed.
    """
    event = EVENTS.get(str(act.says.get("event")))
    if event is None:
        raise Refused(Message.of("record.kind-not-disclosed"))
    if event.effect is not Effect.PERMISSIVE:
        return Standing(True, Message.of("record.effective-at-once", event=event.name))
    for receipt in receipts:
        if _confirms(receipt, act, leaf):
            by = receipt.acceptance.checkpoint.origin
            return Standing(True, Message.of("record.effective-confirmed", by=by))
    return Standing(False, Message.of("record.pending-confirmation", event=event.name))


def _confirms(receipt: CheckedPack, act: CheckedPack, leaf: str) -> bool:
    log = act.acceptance.checkpoint.origin
    body = receipt.says.get("body")
    return (
        receipt.says.get("event") == "receipt"
        and receipt.acceptance.checkpoint.origin != log
        and isinstance(body, dict)
        and (body.get("log"), body.get("leaf"), body.get("index")) == (log, leaf, act.index)
    )
