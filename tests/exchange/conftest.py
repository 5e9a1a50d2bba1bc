"""Two parties for every test of the exchange."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.parties import Party, pair


@pytest.fixture
def parties(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Party, Party]:
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "state"))
    return pair(tmp_path)
