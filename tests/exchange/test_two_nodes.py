"""Two nodes, each with its own database, keys and processes, over loopback."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

AGREEMENT = "norland-sudmark-2026"
PATIENCE = 60.0


@dataclass
class Node:
    """A node's processes: its server, and a desk at which somebody works."""

    home: Path
    name: str
    port: int
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if "SAFECONDUCT" not in name},
            "DJANGO_SETTINGS_MODULE": "safeconduct.site.settings",
            "SAFECONDUCT_HOME": str(self.home),
            "SAFECONDUCT_ORIGIN": f"{self.name}.example/log",
            "SAFECONDUCT_STATE": str(self.home.parent / f"state-{self.name}"),
        }

    @property
    def card(self) -> str:
        return str(self.home.parent / f"{self.name}.card")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/exchange"

    def command(self, *arguments: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "safeconduct.cli", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode in {0, 1}, ran.stderr
        return ran.stdout

    def serve(self) -> None:
        self.server = self._start("-m", "safeconduct.cli", "serve", "--home", str(self.home),
                                  "--port", str(self.port))  # fmt: skip
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.2)
        pytest.fail(f"{self.name} does not answer")

    def open_desk(self) -> None:
        self.desk = self._start("-m", "tests.exchange.node_desk")

    def ask(self, *command: Any) -> Any:
        assert self.desk.stdin is not None
        assert self.desk.stdout is not None
        self.desk.stdin.write(json.dumps(command) + "\n")
        self.desk.stdin.flush()
        return json.loads(self.desk.stdout.readline())

    def _start(self, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in self.processes:
            kill(process)
        self.processes.clear()


def kill(process: subprocess.Popen[str]) -> None:
    """End a process and those that it started, as a power cut does."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def introduce(one: Node, other: Node) -> None:
    """Both officers hand over cards and read digits to each other."""
    for node, party in ((one, "XA"), (other, "XB")):
        node.command("exchange", "card", str(node.home), "--agreement", terms_file(one),
                     "--party", party, "--out", node.card)  # fmt: skip
    cards = {node.name: node.card for node in (one, other)}
    met = one.command("exchange", "meet", str(one.home), cards[other.name], "--json")
    digits = json.loads(met)["digits"]
    for node, peer in ((one, other), (other, one)):
        node.command("exchange", "meet", str(node.home), cards[peer.name], "--digits", digits,
                     "--url", peer.url)  # fmt: skip


def terms_file(node: Node) -> str:
    return str(node.home.parent / "agreement.yaml")


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Node, Node]]:
    folder = tmp_path_factory.mktemp("nodes")
    files = resources.files("safeconduct.cli.demo") / "files"
    text = (files / "agreement.yaml").read_text("utf-8")
    (folder / "agreement.yaml").write_text(text, "utf-8")
    pair = (
        Node(folder / "sending", "sending", free_port()),
        Node(folder / "receiving", "receiving", free_port()),
    )
    try:
        for node in pair:
            node.serve()
            node.open_desk()
            adopted = node.ask("act", AGREEMENT, "adopt-agreement", "sending-authority",
                               {"text": text})  # fmt: skip
            assert "entry" in adopted, adopted
        introduce(*pair)
        yield pair
    finally:
        for node in pair:
            node.stop()


def test_a_stay_order_lodged_at_one_node_stands_in_the_book_of_the_other(
    nodes: tuple[Node, Node],
) -> None:
    sending, receiving = nodes
    lodged = sending.ask("act", AGREEMENT, "report-order", "court",
                         {"kind": "stay", "scope": "all", "order": "stay-1"})  # fmt: skip
    assert "entry" in lodged, lodged
    assert sending.ask("send")[0][1] == ""
    assert receiving.ask("rows", AGREEMENT, "orders") == {
        "stay-1": f"sending.example/log#{lodged['entry']}"
    }
    assert receiving.ask("theirs", AGREEMENT, "orders") == ["stay-1"]


def test_an_order_comes_back_to_nobody(nodes: tuple[Node, Node]) -> None:
    sending, receiving = nodes
    for node in (sending, receiving, sending, receiving):
        assert node.ask("send")[0][1] == ""
    assert list(sending.ask("rows", AGREEMENT, "orders")) == ["stay-1"]


def test_a_stop_binds_on_the_other_side_once(nodes: tuple[Node, Node]) -> None:
    sending, receiving = nodes
    receiving.ask(
        "act", AGREEMENT, "stop-everything", "receiving-authority", {"reason": "court-order"}
    )
    for node in (receiving, sending, receiving, sending):
        assert node.ask("send")[0][1] == ""
    assert len(sending.ask("rows", AGREEMENT, "stops")) == 1
    assert len(receiving.ask("rows", AGREEMENT, "stops")) == 1


def test_what_is_permitted_here_is_pending_until_it_is_receipted_there(
    nodes: tuple[Node, Node],
) -> None:
    sending, receiving = nodes
    for node in (sending, receiving, sending):
        node.ask("send")
    assert sending.ask("waiting", AGREEMENT) == []


def test_a_link_that_is_down_loses_nothing(nodes: tuple[Node, Node]) -> None:
    sending, receiving = nodes
    kill(receiving.server)
    sending.ask("act", AGREEMENT, "report-order", "court",
                {"kind": "stay", "scope": "all", "order": "stay-2"})  # fmt: skip
    assert sending.ask("send")[0][1] == "exchange.undelivered"
    receiving.serve()
    assert sending.ask("send")[0][1] == ""
    assert "stay-2" in receiving.ask("rows", AGREEMENT, "orders")


def test_both_sides_know_how_far_the_other_is(nodes: tuple[Node, Node]) -> None:
    sending, receiving = nodes
    for node in (sending, receiving, sending, receiving):
        node.ask("send")
    ((has, of, here),) = sending.ask("standing", AGREEMENT)
    ((_, _, there),) = receiving.ask("standing", AGREEMENT)
    assert has == of == there
    assert here > 0


@pytest.mark.parametrize("data", [b"", b"junk", b"\x00" * 1_000])
def test_rubbish_is_refused_and_nothing_changes(nodes: tuple[Node, Node], data: bytes) -> None:
    _, receiving = nodes
    before = receiving.ask("standing", AGREEMENT)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(receiving.url, data=data, timeout=20)  # noqa: S310
    refused.value.close()
    assert refused.value.code == 422
    assert receiving.ask("standing", AGREEMENT) == before
