"""What the specifications of the record's commands use alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ORIGIN = "record.sending.example/a-1/log"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Done]


def statement(folder: Path, *statements: Mapping[str, object]) -> Path:
    file = folder / "statement.json"
    file.write_text(json.dumps(statements), "utf-8")
    return file


CASE = "5f0c7a52-7a31-4f3e-a4d6-0d6a8d6a1f10"
ARRIVAL = {
    "event": "arrived",
    "case": CASE,
    "facts": {"place": "tilburg"},
    "personal": {"full_name": "Ana Pérez"},
}
