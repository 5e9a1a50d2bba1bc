"""The tables of the page on rights, as they follow from the code."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.basics import ENGLISH, render
from safeconduct.policy import GRANTED, SEPARATED, Bound, Right, Role
from safeconduct.policy.readings import READINGS
from safeconduct.policy.sights import Sight, table_named

REACHES = {
    Bound.AGREEMENT: "",
    Bound.OWN_NAME: "in its own name",
    Bound.OWN_OFFICE: "what belongs to its office",
    Bound.PLACE: "of the place",
    Bound.TRANSFER: "of the transfer",
    Bound.OWN_CASE: "of the one person",
    Bound.OWN_NATIONALS_WHO_ASKED: "of nationals who asked",
    Bound.PUBLIC: "",
}


def granted_table() -> str:
    """Every right and who holds it."""
    lines = ["| right | held by |", "| --- | --- |"]
    lines += [f"| {_said(right)} | {_holders(right)} |" for right in Right]
    return "\n".join(lines) + "\n"


def separated_table() -> str:
    """Steps that need a second person."""
    lines = ["| whoever did | cannot |", "| --- | --- |"]
    lines += [f"| {', '.join(map(_said, first))} | {_said(then)} |"
              for then, first in SEPARATED.items()]  # fmt: skip
    return "\n".join(lines) + "\n"


def reading_table() -> str:
    """Every role and the tables of which it sees something."""
    lines = ["| role | whole tables | some columns, or some rows |", "| --- | --- | --- |"]
    for role, bounds in READINGS.items():
        sights = tuple(sight for seen in bounds.values() for sight in seen)
        whole = _names(sight for sight in sights if _is_whole(sight))
        part = _names(sight for sight in sights if not _is_whole(sight))
        lines.append(f"| {render(role.label, ENGLISH)} | {whole} | {part} |")
    return "\n".join(lines) + "\n"


def _said(right: Right) -> str:
    return render(right.label, ENGLISH)


def _holders(right: Right) -> str:
    return "; ".join(_holder(role, bound) for role, bound in GRANTED[right].items()) or "nobody"


def _holder(role: Role, bound: Bound) -> str:
    if role is Role.PUBLIC:
        return "anybody"
    return f"{render(role.label, ENGLISH)} {REACHES[bound]}".strip()


def _is_whole(sight: Sight) -> bool:
    written = {column.name for column in table_named(sight.table).written_columns}
    return written <= sight.columns and not sight.only


def _names(sights: Iterable[Sight]) -> str:
    return ", ".join(f"`{name}`" for name in sorted({sight.table for sight in sights}))
