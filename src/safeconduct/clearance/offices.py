"""The offices of a bundle: what each is, of which it is a part, what it may order.

An office is not a court because a row says so. It counts as what it is said to be when an office
that may vouch for offices, and is no part of a sending authority, vouches for the row; that office
must count in its turn. The way ends at a registry or a court that vouches for itself, and the
evidence of every finding that hangs on it names it. What is not vouched for is of no kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from safeconduct.basics import Message
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import OfficeKnown
from safeconduct.facts import TABLES, OfficeKind

_MAY_VOUCH = frozenset(str(kind) for kind in TABLES["offices"].attestors)
_FOR_ITSELF = frozenset({OfficeKind.REGISTRY.value, OfficeKind.COURT.value})

_Rows = Mapping[str, Row]


def offices_known(rows: Iterable[Row]) -> Mapping[str, OfficeKnown]:
    """The offices, by name."""
    by_name = {row.text("office"): row for row in rows}
    return MappingProxyType({name: _known(name, by_name) for name in by_name})


def _known(name: str, by_name: _Rows) -> OfficeKnown:
    row, root = by_name[name], _root(name, by_name)
    if not _is_vouched_for(name, by_name):
        return OfficeKnown("", root, None, row)
    return OfficeKnown(row.text("kind"), root, _may_detain(row), row)


def not_vouched_for(bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Offices that are of no kind to the gate, for want of somebody who vouches for them."""
    by_name = known.by_key["offices"]
    for name, row in by_name.items():
        if row.text("kind") and not _is_vouched_for(name, by_name):
            message = Message.of("clearance.office-not-vouched-for", office=name)
            yield Problem(message, bundle.at(row, "attested_by"), holds=False)


def _is_vouched_for(name: str, by_name: _Rows) -> bool:
    """Whether the way of those who vouch ends at a registry or court, and no step is doubtful."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        voucher = by_name[name].text("attested_by")
        if voucher not in by_name or not _may_vouch(voucher, by_name):
            return False
        if voucher == name:
            return by_name[name].text("kind") in _FOR_ITSELF
        name = voucher
    return False


def _may_vouch(name: str, by_name: _Rows) -> bool:
    root = _root(name, by_name)
    return (
        by_name[name].text("kind") in _MAY_VOUCH
        and bool(root)
        and by_name[root].text("kind") != OfficeKind.SENDING_AUTHORITY.value
    )


def _root(name: str, by_name: _Rows) -> str:
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
