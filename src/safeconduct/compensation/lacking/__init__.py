"""What keeps a statement from being whole?  One kind of input a file; each returns findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.basics import Finding, Period
from safeconduct.compensation.lacking.acts import acts_findings
from safeconduct.compensation.lacking.bed_days import bed_days_findings
from safeconduct.compensation.lacking.indices import indices_findings
from safeconduct.compensation.lacking.places import places_findings
from safeconduct.compensation.lacking.prices import prices_findings
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.priced import Priced


def lacking(
    items: Sequence[Priced], measured: Measured, period: Period, charges: Sequence[Charge]
) -> Iterator[Finding]:
    """What nobody supplied, what no term prices, and what lies beyond the agreement's limits."""
    yield from prices_findings(items, period)
    yield from places_findings(items, measured.places, period)
    yield from bed_days_findings(items, measured.bed_days, period)
    yield from acts_findings(items, measured.acts, period)
    yield from indices_findings(charges)
