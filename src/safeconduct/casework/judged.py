"""What the gate found, kept while nothing was recorded since: for pages, never for an act.

An act that rests on findings asks the gate itself, under the write lock. A page may show what was
found within the same minute, as long as the record holds no entry more; so a new order is on the
board at once, and a time limit that runs out within a minute of it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from safeconduct.agreement import Agreement
from safeconduct.casework.clearing import ask_gate
from safeconduct.casework.ports import View
from safeconduct.clearance import Asked, Clearing, answer

KEPT = 16
"""Answers that are kept at a time; the one that was read longest ago goes."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The gate's answer, with the question that it answers and the moment of it."""

    asked: Asked
    clearing: Clearing


@runtime_checkable
class Marked(Protocol):
    """A view that knows whether anything was recorded since."""

    def mark(self) -> int:
        """A number that grows with every entry of the record."""
        ...


_Key = tuple[str, int, str, str, tuple[str, ...]]
_KEPT: OrderedDict[_Key, Judged] = OrderedDict()
_LOCK = threading.Lock()


def judged(view: View, terms: Agreement, persons: tuple[str, ...], now: datetime) -> Judged:
    """What the gate finds of the persons; nothing of those who are not registered."""
    key = _key(view, persons, now)
    if key is not None:
        with _LOCK:
            if key in _KEPT:
                _KEPT.move_to_end(key)
                return _KEPT[key]
    asked = ask_gate(view, terms, persons, now)
    found = Judged(asked, answer(asked))
    # Whatever was recorded while the gate judged is not in the answer, so it is not kept.
    if key is not None and key == _key(view, persons, now):
        _keep(key, found)
    return found


def _keep(key: _Key, found: Judged) -> None:
    with _LOCK:
        _KEPT[key] = found
        while len(_KEPT) > KEPT:
            _KEPT.popitem(last=False)


def _key(view: View, persons: tuple[str, ...], now: datetime) -> _Key | None:
    if not isinstance(view, Marked):
        return None
    minute = now.strftime("%Y-%m-%dT%H:%M%z")
    as_of = "" if view.as_of is None else view.as_of.isoformat()
    return view.agreement, view.mark(), as_of, minute, persons
