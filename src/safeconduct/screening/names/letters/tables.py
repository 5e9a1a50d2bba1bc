"""The tables of letters that ship with the package, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import cast

import yaml


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """A table of letters in sections, by the name of its file."""
    return cast("dict[str, dict[str, str]]", _read(name))


@cache
def flat_table(name: str) -> dict[str, str]:
    """A table of letters without sections, by the name of its file."""
    return cast("dict[str, str]", _read(name))


def _read(name: str) -> object:
    path = resources.files("safeconduct.screening.names.letters") / f"{name}.yaml"
    return yaml.safe_load(path.read_text("utf-8"))
