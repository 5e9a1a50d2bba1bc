"""A small node for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.casework.world import World, memory_store


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A node in memory, with the agreement adopted and offices and places recorded."""
    return World(memory_store(tmp_path))
