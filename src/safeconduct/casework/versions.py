"""Two officers at once: nobody overwrites what somebody else wrote in between."""

from __future__ import annotations

from safeconduct.basics import Finding
from safeconduct.casework.ports import View
from safeconduct.casework.situation import fault
from safeconduct.casework.subjects import NAMED_BY

_TABLES = {**NAMED_BY, "person": "persons", "transfer": "manifests"}


def changed_since(asked: object, view: View, version: int | None) -> tuple[Finding, ...]:
    """That the row which an act is about has changed since somebody read it; else nothing."""
    if version is None:
        return ()
    for field, table in _TABLES.items():
        key = getattr(asked, field, "")
        row = view.row(table, key) if isinstance(key, str) and key else None
        if row is not None:
            if row.version == version:
                return ()
            who, at = row.actor_name, row.recorded_at
            return (fault("casework.changed-since-read", field, key=key, who=who, at=at),)
    return ()
