"""Taking somebody off a manifest, while that can still be done."""

from __future__ import annotations

from safeconduct.casework.plan import NewRow, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation

WITHDRAWABLE = frozenset({"proposed", "cleared", "sealed"})
"""States of a line that has not boarded; whoever boarded is turned back instead."""


def withdrawn(line: KeptRow, reason: str, situation: Situation) -> tuple[NewRow, ...]:
    """The line, closed, and the person's row without the transfer."""
    rows = [changed(line, is_open=False, state="withdrawn", reason=reason)]
    person = situation.view.row("persons", line.person)
    if person is not None and person.transfer == line.transfer:
        rows.append(changed(person, transfer=None, added_to_manifest_at=None))
    return tuple(rows)
