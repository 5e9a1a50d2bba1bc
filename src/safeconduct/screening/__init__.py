"""Which records on file may concern this person?  Identity matching, and nothing else."""

from safeconduct.screening.index import Index, build_index, load_index, save_index
from safeconduct.screening.person import COLUMNS, Person, read_person
from safeconduct.screening.report import screening_report
from safeconduct.screening.screening import Screening
from safeconduct.screening.verdicts import Candidate, Coverage, Screened, Verdict

__all__ = [
    "COLUMNS",
    "Candidate",
    "Coverage",
    "Index",
    "Person",
    "Screened",
    "Screening",
    "Verdict",
    "build_index",
    "load_index",
    "read_person",
    "save_index",
    "screening_report",
]
