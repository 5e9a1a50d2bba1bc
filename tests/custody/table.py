"""Case tables: rows that a lawyer or an accountant can read and correct."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def as_written(name: str) -> list[dict[str, Any]]:
    """The rows of a table under ``cases/``; every value is the text that the table writes."""
    text = (Path(__file__).parent / "cases" / f"{name}.yaml").read_text("utf-8")
    rows: list[dict[str, Any]] = _TextLoader(text).get_single_data()
    return rows


class _TextLoader(yaml.SafeLoader):
    """Reads no dates and no numbers: a register's cells are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the name is PyYAML's
