"""Whether anything was stated since: what was computed from the rows stands until then."""

from __future__ import annotations

from safeconduct.store.models import StatedRow


def last_change(agreement: str) -> int:
    """The number of the row that was stated last under an agreement; 0 for none."""
    rows = StatedRow.objects.filter(agreement=agreement).order_by("-id")
    return rows.values_list("id", flat=True).first() or 0
