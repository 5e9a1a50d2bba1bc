"""The page on transfers says what the tables say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.transfer.reference import items_table, lives_table, reasons_table

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "transfer.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "table"), [("lives", lives_table), ("reasons", reasons_table), ("items", items_table)]
)
def test_the_page_holds_the_table(name: str, table: Callable[[], str]) -> None:
    _, _, after = PAGE.partition(f"<!-- {name} -->\n")
    written, _, _ = after.partition(f"<!-- end {name} -->")
    assert written.strip() == table().strip()
