"""What is published names no machine, needs no private registry, and holds no private key."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.project import ROOT, shown, tracked_files

# Places on somebody's machine. The patterns are written so that they do not match themselves.
MACHINE = {
    "a folder of one machine": re.compile(r"(?<![\w.])/(work|home|Users|root|private|mnt)/\w"),
    "a temporary folder": re.compile(r"(?<![\w.])/(var/)?tmp/\w"),
    "a package registry": re.compile(
        r"https?://[\w.-]*(pypi|pythonhosted|npmjs|jfrog|nexus)[\w.]*"
    ),
    "a private key": re.compile(r"BEGIN ([A-Z]+ )?PRIVATE KEY"),
}

# The lock names the public registry and nothing else, which has a test of its own.
LOCK = "uv.lock"
PUBLIC_REGISTRY = {"pypi.org", "files.pythonhosted.org"}


def named_in(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        for what, pattern in MACHINE.items():
            if pattern.search(line):
                yield f"{number}: {what}: {line.strip()[:80]}"


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked_files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{shown(path)}:{what}"
        for path, text in texts()
        if path not in {ROOT / LOCK, Path(__file__)}
        for what in named_in(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "open('/ho" + "me/somebody/bookings.csv')",
        "cd /t" + "mp/build",
        "index-url = https://py" + "pi.example.org/simple",
        "-----BEGIN OPENSSH PRI" + "VATE KEY-----",
    ],
)
def test_a_planted_line_is_seen(line: str) -> None:
    assert len(list(named_in(f"first\n{line}\n"))) == 1


def test_the_lock_names_only_the_public_registry() -> None:
    lock = (ROOT / LOCK).read_text("utf-8")
    assert set(re.findall(r"https?://([^/\"]+)", lock)) == PUBLIC_REGISTRY


def test_the_lock_has_a_hash_for_every_file() -> None:
    lock = tomllib.loads((ROOT / LOCK).read_text("utf-8"))
    files = [
        file
        for package in lock["package"]
        for file in [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
    ]
    assert files
    assert [file["url"] for file in files if not file["hash"].startswith("sha256:")] == []


def test_no_two_files_differ_only_in_case() -> None:
    counted = Counter(shown(path).lower() for path in tracked_files())
    assert [name for name, times in counted.items() if times > 1] == []
