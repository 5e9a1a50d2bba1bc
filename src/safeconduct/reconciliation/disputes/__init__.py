"""How do two parties settle what they differ on?  Line by line, answered, applied, never edited."""

from safeconduct.reconciliation.disputes.absences import corrected_absences
from safeconduct.reconciliation.disputes.answers import (
    ANSWER_COLUMNS,
    Answer,
    Answered,
    Cells,
    read_answers,
)
from safeconduct.reconciliation.disputes.correcting import Correction, corrected
from safeconduct.reconciliation.disputes.dispute import (
    COLUMNS,
    Dispute,
    DisputedLine,
    dispute_csv,
    dispute_of,
)
from safeconduct.reconciliation.disputes.outcome import Outcome, Settled, settle

__all__ = [
    "ANSWER_COLUMNS",
    "COLUMNS",
    "Answer",
    "Answered",
    "Cells",
    "Correction",
    "Dispute",
    "DisputedLine",
    "Outcome",
    "Settled",
    "corrected",
    "corrected_absences",
    "dispute_csv",
    "dispute_of",
    "read_answers",
    "settle",
]
