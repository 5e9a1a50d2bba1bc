"""Reading a log over a network, and folders that cannot be read or written."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from safeconduct.basics import Lang, Message, WrongInput, render
from safeconduct.record.audit import audit_log
from safeconduct.record.entries import EntryKey, Statement, draft
from safeconduct.record.log import FolderStorage, Identity, open_writer
from safeconduct.record.proving import Prover
from safeconduct.record.record import open_record
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles import open_source
from safeconduct.record.tiles.source import MAX_RESOURCE_BYTES

Write = Callable[[Path, Iterable[bytes]], bytes]


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """The address under which the test's folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_log_is_audited_and_proved_over_the_network(
    tmp_path: Path, web: str, write_log: Write, identity: Identity
) -> None:
    write_log(tmp_path / "log", [b"entry %d" % index for index in range(600)])
    source = open_source(f"{web}/log/")
    assert audit_log(source, identity.policy).findings == ()
    assert Prover.of(source).prove(300).raw == b"entry 300"


def test_what_a_server_does_not_have_is_missing(web: str) -> None:
    with pytest.raises(Refused) as refused:
        Prover.of(open_source(f"{web}/log"))
    assert refused.value.message.code == "record.missing"


@pytest.mark.parametrize("status", [200, 500])
def test_a_server_that_answers_without_end_or_fails_is_refused(status: int) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            for _ in range(MAX_RESOURCE_BYTES // 1_000_000 + 2):
                self.wfile.write(bytes(1_000_000))

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    with pytest.raises(Refused) as refused:
        open_source(f"http://127.0.0.1:{server.server_address[1]}").read("checkpoint")
    assert refused.value.message.code in ("record.resource-too-long", "record.unreadable")
    server.shutdown()
    server.server_close()


def test_a_record_begins_with_the_keys_that_it_declares(
    log: Path, identity: Identity, key: EntryKey
) -> None:
    with open_record(FolderStorage(log), identity, key) as record:
        with pytest.raises(WrongInput) as wrong:
            record.append([(draft(Statement("arrived")), ())])
        assert wrong.value.findings[0].code == "record.not-opened"
        assert record.size == 0


def test_a_machine_that_cannot_remember_signs_nothing(
    log: Path, identity: Identity, own_state: Path
) -> None:
    own_state.write_text("a file where a folder should be")
    with open_writer(FolderStorage(log), identity) as writer:
        writer.append([b"entry"])
        with pytest.raises(Refused) as refused:
            writer.publish()
    assert refused.value.message.code == "record.anchor"
    assert not (log / "checkpoint").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as refused:
        FolderStorage.make(tmp_path / "file" / "log")
    assert refused.value.message.code == "record.not-durable"
    with pytest.raises(WrongInput):
        FolderStorage.make(tmp_path / "file")


def test_a_server_that_is_not_there_is_told_in_the_reader_s_language() -> None:
    with socket.socket() as held:  # an address at which nobody listens
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        with pytest.raises(Refused) as refused:
            open_source(f"http://127.0.0.1:{port}").read("checkpoint")
    assert isinstance(refused.value.message.parameters["why"], Message)
    assert "urlopen" not in render(refused.value.message, Lang("es"))
