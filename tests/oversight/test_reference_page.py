"""The page on oversight says what the tables say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.oversight.reference import duties_table, ladders_table, times_table

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "oversight.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "table"),
    [("duties", duties_table), ("ladders", ladders_table), ("times", times_table)],
)
def test_the_page_holds_the_table(name: str, table: Callable[[], str]) -> None:
    _, _, after = PAGE.partition(f"<!-- {name} -->\n")
    written, _, _ = after.partition(f"<!-- end {name} -->")
    assert written.strip() == table().strip()
