"""Accepting a checkpoint: signed by a log of the policy, cosigned by the policy's quorum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import Message
from safeconduct.record.notes.checkpoint import Checkpoint, checkpoint_of, is_sound
from safeconduct.record.notes.note import Note
from safeconduct.record.notes.opening import VerifiedSignature, open_note
from safeconduct.record.notes.policy import NO_QUORUM, Policy
from safeconduct.record.refusal import Refused


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A checkpoint that the policy accepts.

    Attributes:
        checkpoint: what the log says.
        note: the note as received.
        log: the log's signature.
        cosigned: each witness of the policy that cosigned, by the policy's name for it, and when.
    """

    checkpoint: Checkpoint
    note: Note
    log: VerifiedSignature
    cosigned: Mapping[str, datetime | None]


def accept(note: Note, policy: Policy) -> Acceptance:
    """Accept a checkpoint, or say why not.

    Raises:
        Refused: no listed log signed it, a known signature fails, an empty tree has another root
            than the empty one, or the cosignatures do not make the quorum.
    """
    checkpoint = checkpoint_of(note.text)
    logs = [key for key in policy.logs if key.name == checkpoint.origin]
    if not logs:
        raise Refused(Message.of("record.log-not-in-policy", origin=checkpoint.origin))
    opened = open_note(note, (*logs, *policy.witnesses.values()))
    log = next((one for one in opened.signatures if one.key in logs), None)
    if log is None:
        raise Refused(Message.of("record.log-has-not-signed", origin=checkpoint.origin))
    if not is_sound(checkpoint):
        raise Refused(Message.of("record.empty-root"))
    cosigned = _cosigned(opened.signatures, policy)
    if not policy.met_by(frozenset(cosigned)):
        names = ", ".join(sorted(cosigned)) or NO_QUORUM
        raise Refused(Message.of("record.quorum-not-met", quorum=policy.quorum, cosigned=names))
    return Acceptance(checkpoint, note, log, cosigned)


def _cosigned(
    signatures: tuple[VerifiedSignature, ...], policy: Policy
) -> dict[str, datetime | None]:
    times = {one.key: one.at for one in signatures}
    return {name: times[key] for name, key in policy.witnesses.items() if key in times}


def proved_by(acceptance: Acceptance, policy: Policy) -> datetime | None:
    """The instant by which the checkpoint stood, on the word of the policy's quorum.

    It is the earliest instant at which the witnesses that had stated a time by then already made
    the quorum. Without a quorum no time is proved.
    """
    if policy.quorum == NO_QUORUM:
        return None
    timed = sorted((at, name) for name, at in acceptance.cosigned.items() if at is not None)
    for count, (at, _) in enumerate(timed, 1):
        if policy.met_by(frozenset(name for _, name in timed[:count])):
            return at
    return None
