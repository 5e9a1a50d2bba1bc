"""Absences of a corrected book: those of bookings taken over come with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from safeconduct.reconciliation.disputes.correcting import Correction


def corrected_absences(
    correction: Correction,
    own: Iterable[Mapping[str, str]],
    other: Iterable[Mapping[str, str]],
) -> list[Mapping[str, str]]:
    """The absences of the side's own book, and of the other book for what was taken over.

    Args:
        correction: the corrected book.
        own: rows of the side's absences, with a column ``booking``.
        other: rows of the other side's absences.
    """
    by_their_id = {theirs: ours for ours, theirs in correction.renamed.items()}
    kept = [row for row in own if row.get("booking", "") not in correction.renamed]
    taken = [
        {**row, "booking": by_their_id[row["booking"]]}
        for row in other
        if row.get("booking", "") in by_their_id
    ]
    return [*kept, *taken]
