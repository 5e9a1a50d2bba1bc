"""Case tables: rows that a lawyer or an accountant can read and correct."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def rows(name: str, key: str = "") -> list[Any]:
    """The rows of a table under ``cases/``, or of one part of it."""
    table = yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yaml").read_text("utf-8"))
    found: list[Any] = table[key] if key else table
    return found
