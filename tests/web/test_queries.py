"""What pages ask of the database: a few questions for a page, and none for each row on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.house.project import ROOT
from tests.web.served import A, Node, served

DEADLINES = f"{A}/deadlines"
MOST = 25


@pytest.mark.parametrize("handle", ["directorate", "prisons", "governor", "inspector"])
def test_the_deadlines_are_read_in_few_questions(handle: str) -> None:
    status, asked = questions(served(), handle, DEADLINES)
    assert status == 200
    assert len(asked) <= MOST, "\n".join(query[:300] for query in asked)


def questions(node: Node, handle: str, path: str) -> tuple[int, list[str]]:
    """The status of a page, and what it asked of the database."""
    command = [sys.executable, "-m", "tests.web.counting", node.emails[handle], path]
    home = {"SAFECONDUCT_HOME": str(node.home), "SAFECONDUCT_DEMO": "yes", "PYTHONPATH": "."}
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "SAFECONDUCT_"))}
    done = subprocess.run(
        command, cwd=ROOT, env={**kept, **home}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    (found,) = json.loads(done.stdout).values()
    return found["status"], found["asked"]
