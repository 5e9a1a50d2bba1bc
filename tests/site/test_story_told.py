"""The demonstration, as it starts and stops without anybody at the keyboard."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.house.project import ROOT
from tests.web.served import told


def test_the_story_ends_on_an_evening_whenever_it_is_told() -> None:
    # The module stands in the site, which needs a node to be imported.
    program = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'safeconduct.site.settings';"
        "import django; django.setup();"
        "from datetime import UTC, datetime;"
        "from safeconduct.site.demo import this_evening;"
        "print(*(this_evening(datetime(2026, 11, 24, h, 30, tzinfo=UTC)).hour for h in range(24)))"
    )
    assert _python("-c", program, home=told()).stdout.split() == ["18"] * 24


def wait_for(url: str) -> None:
    """Wait until somebody answers at an address of this machine."""
    port = urlsplit(url).port
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port or 0), 1):
            return
        time.sleep(0.1)


def test_a_demonstration_is_served_and_stops_when_told() -> None:
    command = [sys.executable, "-m", "safeconduct.cli", "serve", "--demo", "--json", "--port", "0"]
    server = subprocess.Popen(
        [*command, "--home", str(told())], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    lines = list(iter(server.stdout.readline, "}\n"))
    said = json.loads("".join([*lines, "}"]))
    wait_for(said["url"])
    server.send_signal(signal.SIGINT)
    assert server.wait(20) in {0, 130}
    server.stdout.close()
    assert said["url"].startswith("http://127.0.0.1:")
    assert said["sign_ins"] == [], "the story stands in this node already"


def _python(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SAFECONDUCT_HOME": str(home)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
