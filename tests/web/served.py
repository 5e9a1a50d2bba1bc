"""A node that holds the story, served for the tests: one for each test process.

The story is told once for each state of the source, and kept; each process serves a copy of its
own, so that what one test writes no other process reads.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import functools
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.house.project import PACKAGE, ROOT

AGREEMENT = "norland-sudmark-2026"
A = f"/a/{AGREEMENT}"
PATIENCE = 60
KEPT = ROOT / ".pytest_cache" / "told-nodes"
TOLD_IN = ("casework", "clearance", "facts", "policy", "record", "store", "site", "api")


@dataclass(frozen=True, slots=True)
class Node:
    """A node that answers.

    Attributes:
        url: its address, without a slash at the end.
        home: its folder.
        sessions: by handle of the cast, a session that is signed in.
        tokens: by handle, a token of the interface for programs.
        emails: by handle, the sign-in.
        password: everybody's password.
    """

    url: str
    home: Path
    sessions: Mapping[str, str]
    tokens: Mapping[str, str]
    emails: Mapping[str, str]
    password: str


@functools.cache
def served() -> Node:
    """The node of this test process."""
    home = Path(tempfile.mkdtemp(prefix="node-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    shutil.copytree(told(), home, dirs_exist_ok=True)
    said = json.loads((home / "told.json").read_text("utf-8"))
    url = _serve(home)
    return Node(url, home, said["sessions"], said["tokens"], said["emails"], said["password"])


def told() -> Path:
    """The folder in which the story is kept for this state of the source and this day."""
    digest = hashlib.sha256(str(datetime.now(UTC).date()).encode())
    for folder in TOLD_IN:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    told_here = KEPT / digest.hexdigest()[:16]
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (told_here / "told.json").exists():
            for stale in KEPT.glob("*/"):
                shutil.rmtree(stale)
            _tell(told_here)
    return told_here


def _tell(folder: Path) -> None:
    folder.mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.seeding"],
        cwd=ROOT, env=_environment(folder), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        shutil.rmtree(folder)
        raise RuntimeError(done.stderr[-3_000:])
    (folder / "told.json").write_text(done.stdout, "utf-8")


def _environment(home: Path) -> dict[str, str]:
    # Each copy of the told node goes its own way, and so does what outlives its folders.
    mine = {
        "SAFECONDUCT_HOME": str(home),
        "SAFECONDUCT_STATE": str(home / "state"),
        "SAFECONDUCT_DEMO": "yes",
        "PYTHONPATH": ".",
    }
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "SAFECONDUCT_"))}
    return {**kept, **mine}


def _serve(home: Path) -> str:
    command = [sys.executable, "-m", "safeconduct.cli", "serve", "--home", str(home)]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--port", "0", "--json"],
            cwd=ROOT, env=_environment(home), stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
    atexit.register(_stop, server)
    if server.stdout is None:
        raise RuntimeError("the server's output is piped")
    lines = []
    for line in server.stdout:
        lines.append(line)
        if line.startswith("}"):
            break
    url = str(json.loads("".join(lines))["url"]).rstrip("/")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{url}/static/web/site.css", timeout=5).close()  # noqa: S310
            return url
        time.sleep(0.1)
    raise RuntimeError((home / "server.log").read_text("utf-8"))


def _stop(server: subprocess.Popen[str]) -> None:
    if server.stdout is not None:
        server.stdout.close()
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
