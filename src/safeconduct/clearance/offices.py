"""The offices of a bundle: what each is, of which it is a part, what it may order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import OfficeKnown


def offices_known(rows: Iterable[Row]) -> Mapping[str, OfficeKnown]:
    """The offices, by name."""
    by_name = {row.text("office"): row for row in rows}
    return MappingProxyType(
        {
            name: OfficeKnown(row.text("kind"), _root(name, by_name), _may_detain(row))
            for name, row in by_name.items()
        }
    )


def _root(name: str, by_name: Mapping[str, Row]) -> str:
    """The office at the top; empty where the way up leads nowhere or in a circle."""
    seen: set[str] = set()
    while name in by_name and name not in seen:
        seen.add(name)
        row = by_name[name]
        if "part_of" in row.unknown:
            return ""
        above = row.text("part_of")
        if not above:
            return name
        name = above
    return ""


def _may_detain(row: Row) -> Truth:
    empowered_to = row.values.get("empowered_to")
    if not isinstance(empowered_to, tuple):
        return None
    if "detain" not in empowered_to:
        return False
    return True if row.text("empowered_by") else None
