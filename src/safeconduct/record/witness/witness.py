"""A witness: remembers each log's largest tree and cosigns only what continues it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from safeconduct.basics import ENGLISH, Message, render
from safeconduct.record.log.evidence import ForkEvidence
from safeconduct.record.notes.checkpoint import Checkpoint, checkpoint_of, is_sound
from safeconduct.record.notes.note import Note, parse_note
from safeconduct.record.notes.opening import open_note
from safeconduct.record.notes.signing import SigningKey, cosign
from safeconduct.record.notes.verifier_key import VerifierKey
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tree.hashes import EMPTY_ROOT
from safeconduct.record.tree.verify import verify_consistency
from safeconduct.record.witness.request import CheckpointRequest, parse_request
from safeconduct.record.witness.state import FolderState, origin_id

PLAIN = "text/plain; charset=utf-8"
SIZE_TYPE = "text/x.tlog.size"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a witness answers: an HTTP status, a body, and the body's type."""

    status: int
    body: bytes
    content_type: str = PLAIN


def _present() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness for a list of logs.

    Attributes:
        keys: the keys that it cosigns with.
        logs: for each origin, the keys that may sign its checkpoints.
        state: what it remembers.
        clock: tells the present instant.
    """

    keys: tuple[SigningKey, ...]
    logs: Mapping[str, Sequence[VerifierKey]]
    state: FolderState
    clock: Callable[[], datetime] = _present

    def latest(self, log_id: str) -> Answer:
        """Answer a monitor: the latest checkpoint that was cosigned for a log."""
        if log_id not in map(origin_id, self.logs):
            return _refusal(404, Message.of("record.witness-unknown-log"))
        try:
            note = self.state.latest(log_id)
        except Refused as refused:
            return _refusal(503, refused.message)
        if note is None:
            return _refusal(404, Message.of("record.witness-nothing-yet"))
        return Answer(200, note)

    def add_checkpoint(self, body: bytes) -> Answer:
        """Answer ``add-checkpoint`` by the table of C2SP tlog-witness v1.1.0."""
        try:
            request = parse_request(body)
            checkpoint = checkpoint_of(request.note.text)
        except Malformed as wrong:
            return _refusal(400, wrong.message)
        keys = self.logs.get(checkpoint.origin)
        if keys is None:
            return _refusal(404, Message.of("record.witness-unknown-log"))
        try:
            open_note(request.note, keys)
        except Refused as refused:
            return _refusal(403, refused.message)
        if request.old > checkpoint.size:
            shrank = {"old": request.old, "size": checkpoint.size}
            return _refusal(400, Message("record.tree-shrank", shrank))
        try:
            with self.state.alone(checkpoint.origin):
                return self._judge(request, checkpoint)
        except Refused as refused:  # the memory fails, and nothing is signed without it
            return _refusal(503, refused.message)

    def _judge(self, request: CheckpointRequest, checkpoint: Checkpoint) -> Answer:
        known = self.state.latest(origin_id(checkpoint.origin))
        before = _empty(checkpoint.origin) if known is None else _checkpoint(known)
        if checkpoint.size == before.size and checkpoint.root != before.root and known:
            # Two roots of one size prove a fork, whatever old size came with them.
            fork = ForkEvidence(known, bytes(request.note))
            self.state.keep(checkpoint.origin, fork)
        if request.old != before.size:
            return Answer(409, f"{before.size}\n".encode(), SIZE_TYPE)
        try:
            _must_continue(before, checkpoint, request.proof)
        except Refused as refused:
            if known is not None:
                fork = ForkEvidence(known, bytes(request.note))
                self.state.keep(checkpoint.origin, fork)
            return _refusal(422, refused.message)
        now = self.clock()
        if known is not None and int(now.timestamp()) < self._last_time(known).timestamp():
            return _refusal(503, Message.of("record.clock-went-back"))
        return self._cosign(request.note, checkpoint, now)

    def _cosign(self, note: Note, checkpoint: Checkpoint, now: datetime) -> Answer:
        lines = tuple(cosign(note.text, key, now) for key in self.keys)
        logs = self.logs[checkpoint.origin]
        by_log = tuple(one.line for one in open_note(note, logs).signatures)
        self.state.replace(checkpoint.origin, bytes(Note(note.text, (*by_log, *lines))))
        return Answer(200, "".join(map(str, lines)).encode())

    def _last_time(self, known: bytes) -> datetime:
        opened = open_note(parse_note(known), [key.verifier_key for key in self.keys])
        return max(one.at for one in opened.signatures if one.at is not None)


def _must_continue(before: Checkpoint, after: Checkpoint, proof: tuple[bytes, ...]) -> None:
    if not is_sound(after):
        raise Refused(Message.of("record.empty-root"))
    verify_consistency(before.size, after.size, before.root, after.root, proof)


def _empty(origin: str) -> Checkpoint:
    return Checkpoint(origin, 0, EMPTY_ROOT)


def _checkpoint(note: bytes) -> Checkpoint:
    return checkpoint_of(parse_note(note).text)


def _refusal(status: int, message: Message) -> Answer:
    return Answer(status, (render(message, ENGLISH) + "\n").encode())
