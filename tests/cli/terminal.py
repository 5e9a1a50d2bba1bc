"""A command as a person runs it: what it prints on either channel, and its exit code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from safeconduct.cli import run


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> Any:
        """The JSON on standard output, which must hold nothing else."""
        return json.loads(self.out)


def safeconduct(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    """Run ``safeconduct`` with the arguments."""
    with pytest.raises(SystemExit) as left:
        run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    code = left.value.code
    assert isinstance(code, int)
    return Ran(code, printed.out, printed.err)
