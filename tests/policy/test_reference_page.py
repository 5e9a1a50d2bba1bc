"""The page on rights says what the tables say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.policy.reference import granted_table, reading_table, separated_table

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "rights.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "table"),
    [("granted", granted_table), ("separated", separated_table), ("readings", reading_table)],
)
def test_the_page_holds_the_table(name: str, table: Callable[[], str]) -> None:
    _, _, after = PAGE.partition(f"<!-- {name} -->\n")
    written, _, _ = after.partition(f"<!-- end {name} -->")
    assert written.strip() == table().strip()
