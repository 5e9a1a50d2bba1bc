"""The demonstration is run once for each language; every test reads what it left."""

from __future__ import annotations

import pytest

from tests.demo.running import Demonstration, demonstration


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """The demonstration in English."""
    return demonstration(tmp_path_factory.mktemp("demo") / "files", "en")


@pytest.fixture(scope="session")
def contada(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """The demonstration in Spanish."""
    return demonstration(tmp_path_factory.mktemp("demo") / "archivos", "es")
