"""Index figures that a price level needs and nobody supplied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.basics import Finding, Message
from safeconduct.compensation.owed import Charge


def indices_findings(charges: Sequence[Charge]) -> Iterator[Finding]:
    """One finding for each price level that is provisional, with the figures that it lacks."""
    levels = {
        (charge.price.stretch, charge.price.missing) for charge in charges if charge.price.missing
    }
    for stretch, missing in sorted(levels):
        yield Finding(
            Message.of(
                "compensation.index-missing",
                first=stretch.start,
                last=stretch.last,
                figures=", ".join(str(figure) for figure in missing),
            )
        )
