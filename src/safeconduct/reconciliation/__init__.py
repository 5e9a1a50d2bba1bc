"""Where do the two books differ, and why?  Matching, classified differences, disputes."""

from safeconduct.reconciliation.difference import Difference
from safeconduct.reconciliation.entry import Side
from safeconduct.reconciliation.headcounts import (
    Deviation,
    HeadcountDeviation,
    Headcounts,
    hold_headcounts,
)
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.matching import Grounds
from safeconduct.reconciliation.picture import Bar, bars, by_kind, by_month
from safeconduct.reconciliation.reading import BookFile
from safeconduct.reconciliation.reconciling import MEMORY_LIMIT, Inputs, reconcile, require_sum
from safeconduct.reconciliation.result import ComparedBook, Reconciliation
from safeconduct.reconciliation.side_by_side import Shown
from safeconduct.reconciliation.totals import BookTotals

__all__ = [
    "MEMORY_LIMIT",
    "Bar",
    "BookFile",
    "BookTotals",
    "ComparedBook",
    "Deviation",
    "Difference",
    "Grounds",
    "HeadcountDeviation",
    "Headcounts",
    "Inputs",
    "Kind",
    "Reconciliation",
    "Shown",
    "Side",
    "bars",
    "by_kind",
    "by_month",
    "hold_headcounts",
    "reconcile",
    "require_sum",
]
