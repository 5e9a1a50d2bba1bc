"""Who must acknowledge a stop, and by when: escort, carrier and both sides of what is under way."""

from __future__ import annotations

from datetime import timedelta

from safeconduct.agreement.floor import floor
from safeconduct.casework.plan import NewRow
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation

UNDER_WAY = ("sealed", "dispatched")
"""States of a manifest in which a stop must be acknowledged by those who carry it out."""


def transfers_reached(situation: Situation, transfer: str = "") -> tuple[KeptRow, ...]:
    """The manifests that a stop reaches while somebody can still act on it."""
    manifests = situation.view.rows("manifests", transfer=transfer, open_only=True)
    return tuple(row for row in manifests if row.text("state") in UNDER_WAY)


def acknowledgements_due(
    situation: Situation, manifests: tuple[KeptRow, ...], *, stop: str = "", order: str = ""
) -> tuple[NewRow, ...]:
    """One row for each office that must acknowledge, open until it does."""
    due_at = situation.now + timedelta(minutes=floor().acknowledge_within_minutes)
    rows = []
    for manifest in manifests:
        for office in _who_carries_out(manifest, situation):
            values: dict[str, Cell] = {
                "stop": stop, "order": order, "transfer": manifest.key, "office": office,
                "due_at": due_at,
            }  # fmt: skip
            rows.append(NewRow("acknowledgements", situation.names.new("ack"), values))
    return tuple(rows)


def _who_carries_out(manifest: KeptRow, situation: Situation) -> tuple[str, ...]:
    named = [manifest.text("escort"), manifest.text("carrier")]
    transfer = situation.view.row("transfers", manifest.key)
    if transfer is not None:
        named.append(transfer.text("proposed_by"))
    return tuple(dict.fromkeys(office for office in named if office))
