"""What the other party states, read as rows like ours."""

from __future__ import annotations

from safeconduct.casework.cells import read_values
from safeconduct.casework.row import KeptRow
from safeconduct.store.models import TheirRow


def their_rows(agreement: str, table: str) -> tuple[KeptRow, ...]:
    """The other parties' rows of a table, each in the version that arrived last."""
    latest: dict[tuple[str, str], TheirRow] = {}
    for row in TheirRow.objects.filter(agreement=agreement, table=table).order_by("entry"):
        latest[row.party, row.key] = row
    return tuple(map(_kept, latest.values()))


def _kept(row: TheirRow) -> KeptRow:
    return KeptRow(
        row.agreement, row.table, row.key, row.version, read_values(row.table, row.values),
        row.person, row.transfer, row.place, row.is_open, row.happened_at, row.recorded_at,
        row.entry, row.actor, row.party,
    )  # fmt: skip
