"""The witness protocol over HTTP."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

from safeconduct.basics import ENGLISH, Message, render
from safeconduct.record.notes.note import MAX_NOTE_BYTES
from safeconduct.record.witness.witness import Answer, Witness

READ_SECONDS = 20
_MONITOR = re.compile(r"/([0-9a-f]{64})/checkpoint")


class WitnessServer(ThreadingHTTPServer):
    """Serves a witness; ``serve_forever`` runs until ``shutdown``."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], witness: Witness) -> None:
        self.witness = witness
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that broke: whoever asked will ask again."""

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "safeconduct-witness"
    sys_version = ""
    timeout = READ_SECONDS

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 10):
            self._refuse_body(_plain(400, "record.http-length"))
        elif int(length) > MAX_NOTE_BYTES:
            self._refuse_body(_plain(413, "record.note-too-long"))
        elif self.path != "/add-checkpoint":
            self._refuse_body(_plain(404, "record.http-path"))
        else:
            body = self.rfile.read(int(length))
            self._answer(self._witness.add_checkpoint(body))

    def do_GET(self) -> None:
        asked = _MONITOR.fullmatch(self.path)
        self._answer(self._witness.latest(asked[1]) if asked else _plain(404, "record.http-path"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        """Say nothing: who asked a witness, and when, is nobody's business."""

    @property
    def _witness(self) -> Witness:
        return cast(WitnessServer, self.server).witness

    def _refuse_body(self, answer: Answer) -> None:
        # The body was not read; what follows on this connection could not be told from it.
        self.close_connection = True
        self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)


def _plain(status: int, code: str) -> Answer:
    return Answer(status, (render(Message(code), ENGLISH) + "\n").encode())
