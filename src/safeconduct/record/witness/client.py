"""Asking a witness: for cosignatures on a new checkpoint, and for what it remembers."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from safeconduct.basics import Message
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.note import Note, SignatureLine, parse_signature_line
from safeconduct.record.notes.opening import verify_line
from safeconduct.record.notes.verifier_key import VerifierKey
from safeconduct.record.refusal import Refused
from safeconduct.record.strict_text import from_decimal
from safeconduct.record.witness.request import CheckpointRequest
from safeconduct.record.witness.state import origin_id

PATIENCE_SECONDS = 10.0
MAX_ANSWER_BYTES = 1_000_000
FUTURE = timedelta(hours=1)
"""How far a witness's clock may run ahead of ours before its word is not taken."""

Prove = Callable[[int], tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class WitnessClient:
    """One witness, as a log asks it.

    Attributes:
        url: the prefix under which it answers.
        keys: its keys.
        patience: seconds that an answer may take.
    """

    url: str
    keys: tuple[VerifierKey, ...]
    patience: float = PATIENCE_SECONDS

    def cosign(self, note: Note, since: int, prove: Prove) -> tuple[SignatureLine, ...]:
        """Ask for cosignatures, beginning with the proof from the size ``since``.

        Raises:
            Refused: the witness does not answer, refuses, is ahead of the log, or answers what
                is no cosignature of its own.
        """
        size = checkpoint_of(note.text).size
        status, answer = self._submit(note, since, prove)
        if status == 409:
            known = from_decimal(answer.removesuffix("\n"))
            if known > size:
                raise Refused(Message.of("record.others-are-ahead", ours=size, theirs=known))
            status, answer = self._submit(note, known, prove)
        if status != 200:
            raise _refused(status, answer)
        return self._verified(note, answer)

    def latest(self, origin: str) -> bytes | None:
        """The latest checkpoint of a log that the witness cosigned, if it cosigned any.

        Raises:
            Refused: it does not answer, or with anything but a checkpoint or "not found".
        """
        status, answer = self._ask("GET", f"/{origin_id(origin)}/checkpoint", b"")
        if status == 404:
            return None
        if status != 200:
            raise _refused(status, answer)
        return answer.encode()

    def _submit(self, note: Note, old: int, prove: Prove) -> tuple[int, str]:
        return self._ask("POST", "/add-checkpoint", bytes(CheckpointRequest(old, prove(old), note)))

    def _verified(self, note: Note, answer: str) -> tuple[SignatureLine, ...]:
        known = {(key.name, key.key_id): key for key in self.keys}
        lines = map(parse_signature_line, answer.removesuffix("\n").split("\n"))
        ours = [line for line in lines if (line.name, line.key_id) in known]
        if not ours:
            raise Refused(Message.of("record.witness-did-not-sign", url=self.url))
        for line in ours:
            at = verify_line(note.text, line, known[line.name, line.key_id])
            if at is None or at > datetime.now(UTC) + FUTURE:
                raise Refused(Message.of("record.cosignature-time"))
        return tuple(ours)

    def _ask(self, method: str, path: str, body: bytes) -> tuple[int, str]:
        try:
            connection = self._connection()
            connection.connect()
            with _cut_off(connection.sock, self.patience):
                connection.request(method, urlsplit(self.url).path.rstrip("/") + path, body or None)
                answer = connection.getresponse()
                return answer.status, _read(answer).decode()
        except (OSError, http.client.HTTPException, ValueError) as fault:
            why = str(fault) or type(fault).__name__
            raise Refused(Message.of("record.witness-silent", url=self.url, why=why)) from fault

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(self.url)
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        return kind(parts.hostname, parts.port, timeout=self.patience)


@contextlib.contextmanager
def _cut_off(connected: socket.socket, after: float) -> Iterator[None]:
    """End a conversation after some seconds, however slowly the other side drips."""
    timer = threading.Timer(after, _shut, (connected,))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connected.close()


def _shut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _read(answer: http.client.HTTPResponse) -> bytes:
    received = answer.read(MAX_ANSWER_BYTES + 1)
    if len(received) > MAX_ANSWER_BYTES:
        raise ValueError("the answer is too long")
    return received


def _refused(status: int, answer: str) -> Refused:
    said = answer.partition("\n")[0][:200]
    return Refused(Message.of("record.witness-refuses", status=status, said=said))
