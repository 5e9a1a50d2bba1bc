"""Every act and every area of work is called something, in every language."""

from __future__ import annotations

import pytest

from safeconduct.basics import Lang, languages, text
from safeconduct.casework import ACTS


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", ACTS)
def test_every_act_has_a_title(name: str, lang: Lang) -> None:
    assert text(f"web.act-{name}", lang, default="") != ""


@pytest.mark.parametrize("lang", languages())
def test_every_room_has_a_title(lang: Lang) -> None:
    rooms = {act.room for act in ACTS.values()}
    assert [room for room in rooms if not text(f"web.room-{room}", lang, default="")] == []
