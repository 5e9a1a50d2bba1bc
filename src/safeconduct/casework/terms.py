"""The terms in force: the text that was adopted last, read as every agreement is read."""

from __future__ import annotations

from functools import lru_cache

from safeconduct.agreement import Agreement, read_agreement
from safeconduct.casework.ports import View


def terms_in_force(view: View) -> Agreement | None:
    """The agreement's terms as adopted or amended last; None before it is adopted."""
    row = view.row("agreements", view.agreement)
    return None if row is None else _read(row.text("text"), row.key)


@lru_cache(maxsize=64)
def _read(text: str, name: str) -> Agreement | None:
    return read_agreement(text.encode(), f"{name}.yaml").agreement
