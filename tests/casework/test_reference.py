"""The page of acts says what the acts say."""

from __future__ import annotations

from pathlib import Path

from safeconduct.casework.reference import acts_table

PAGE = Path(__file__).parents[2] / "docs/reference/casework.md"


def test_the_page_holds_the_table_of_every_act() -> None:
    assert PAGE.read_text("utf-8").endswith("\n\n" + acts_table().rstrip("\n") + "\n")
