"""Which records on file may concern this person?  Identity matching, and nothing else."""

from safeconduct.screening.decisions import (
    Decision,
    Decisions,
    Ruling,
    entries_found,
    is_closed,
    read_decision,
    standing_decisions,
)
from safeconduct.screening.index import Index, build_index, load_index, save_index
from safeconduct.screening.person import COLUMNS, Person, read_person
from safeconduct.screening.report import screening_report
from safeconduct.screening.screening import Screening
from safeconduct.screening.verdicts import Candidate, Coverage, Screened, Verdict

__all__ = [
    "COLUMNS",
    "Candidate",
    "Coverage",
    "Decision",
    "Decisions",
    "Index",
    "Person",
    "Ruling",
    "Screened",
    "Screening",
    "Verdict",
    "build_index",
    "entries_found",
    "is_closed",
    "load_index",
    "read_decision",
    "read_person",
    "save_index",
    "screening_report",
    "standing_decisions",
]
