"""The guide's pictures are taken here, from the story, so that they show what the pages are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.desk import Desk
from tests.house.project import DOCS, shown
from tests.web.served import A

SitDown = Callable[..., Desk]
PICTURES = DOCS / "guide" / "node"
GUIDE = DOCS / "guide" / "a-day-at-the-node.md"

TAKEN = {
    "home": ("signer", "en", 1100, "/home"),
    "board": ("signer", "en", 1400, f"{A}/manifests/T-10/"),
    "findings": ("signer", "en", 1100, f"{A}/manifests/T-10/people/N5208/findings"),
    "escort": ("escort", "es", 390, f"{A}/manifests/T-10/escort"),
    "day-sheet": ("governor", "en", 1100, f"{A}/places/lindmoor"),
    "order": ("", "es", 1100, f"{A}/do/report-order"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_picture_of_the_guide_can_be_taken(sit_down: SitDown, name: str, tmp_path: Path) -> None:
    handle, lang, width, path = TAKEN[name]
    desk = sit_down(handle, lang, width)
    desk.go(path)
    # Written over those of the guide only when asked: a picture differs with each telling.
    folder = PICTURES if os.environ.get("SAFECONDUCT_TAKE_PICTURES") else tmp_path
    folder.mkdir(exist_ok=True)
    desk.page.screenshot(path=folder / f"{name}.png")
    assert (folder / f"{name}.png").stat().st_size > 5_000


def test_the_guide_shows_every_picture_and_no_other() -> None:
    told = GUIDE.read_text("utf-8")
    assert {shown(path) for path in PICTURES.glob("*.png")} == {
        f"docs/guide/node/{name}.png" for name in TAKEN
    }
    assert [name for name in TAKEN if f"(node/{name}.png)" not in told] == []
