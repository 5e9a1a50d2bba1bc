"""Receipts of what somebody did in this session, so that the page after an act can tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.http import HttpRequest

from safeconduct.casework.outcome import Done
from safeconduct.web.shown import advised, said

KEPT_RECEIPTS = 20
SESSION = "receipts"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of an act.

    Attributes:
        act: the act's name.
        agreement: under which agreement.
        entry: the index of its entry in the record.
        leaf: the entry's leaf hash.
        at: the instant at which it was recorded, in ISO 8601.
        notes: what somebody should look at, in the language in which it was done.
    """

    act: str
    agreement: str
    entry: int
    leaf: str
    at: str
    notes: tuple[str, ...]

    @property
    def moment(self) -> datetime | None:
        """The instant at which it was recorded, aware."""
        return datetime.fromisoformat(self.at) if self.at else None


def keep_receipt(request: HttpRequest, done: Done) -> None:
    """Keep the receipt in the session, beside the latest ones."""
    notes = [f"{said(f.message)} {advised(f.message)}".strip() for f in done.findings]
    at = done.rows[0].recorded_at.isoformat() if done.rows else ""
    receipt = Receipt(done.act, done.agreement, done.entry, done.leaf, at, tuple(notes))
    kept = request.session.get(SESSION, [])
    request.session[SESSION] = [*kept, asdict(receipt)][-KEPT_RECEIPTS:]


def receipt_of(request: HttpRequest, agreement: str, entry: int) -> Receipt | None:
    """The receipt of an entry, if it was made in this session."""
    return next((r for r in _kept(request) if (r.agreement, r.entry) == (agreement, entry)), None)


def _kept(request: HttpRequest) -> Iterable[Receipt]:
    for kept in reversed(request.session.get(SESSION, [])):
        yield Receipt(**{**kept, "notes": tuple(kept["notes"])})
