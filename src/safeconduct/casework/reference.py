"""The table of acts of the documentation, made from the acts themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.asking import fields_of
from safeconduct.casework.catalogue import ACTS
from safeconduct.record.entries.events import EVENTS


def acts_table() -> str:
    """Every act, room by room: what it does, what it asks, the right it needs, its entry."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for room, acts in groupby(ACTS.values(), key=lambda act: act.room):
        yield f"### {room.capitalize()}"
        yield ""
        yield "| act | what it does | asks | right | entry |"
        yield "|---|---|---|---|---|"
        yield from map(_row, acts)
        yield ""


def _row(act: Act[Any]) -> str:
    asks = ", ".join(
        f"`{field.name}`" if field.required else f"`{field.name}`?"
        for field in fields_of(act.asked)
    )
    effect = EVENTS[act.event].effect.value
    says = _says(act)
    return f"| `{act.name}` | {says} | {asks} | `{act.right.value}` | `{act.event}`, {effect} |"


def _says(act: Act[Any]) -> str:
    doc = sys.modules[act.asked.__module__].__doc__ or ""
    return " ".join(doc.split("\n\n", maxsplit=1)[0].split())
