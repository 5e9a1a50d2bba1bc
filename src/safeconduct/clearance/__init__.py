"""May this person board?  No bar found, undetermined or barred, with every finding."""

from safeconduct.clearance import operators
from safeconduct.clearance.asking import Asked, Question, answer, judge, prepare
from safeconduct.clearance.bulk import cross_check
from safeconduct.clearance.bundle import Problem, Sheet, SheetRow, seal_of
from safeconduct.clearance.findings import Clearing, ConditionFinding, Evidence, PersonFindings
from safeconduct.clearance.held import Custody, EndOfCustody, Held, held_today
from safeconduct.clearance.missing.report import missing_report
from safeconduct.clearance.order_intake import PastedOrder, read_order, touched_in
from safeconduct.clearance.outcomes import Outcome, Verdict
from safeconduct.clearance.report import clearing_report
from safeconduct.clearance.touched import Stage, Touched
from safeconduct.clearance.turn_back import TurnBack, TurnBackState

__all__ = [
    "Asked",
    "Clearing",
    "ConditionFinding",
    "Custody",
    "EndOfCustody",
    "Evidence",
    "Held",
    "Outcome",
    "PastedOrder",
    "PersonFindings",
    "Problem",
    "Question",
    "Sheet",
    "SheetRow",
    "Stage",
    "Touched",
    "TurnBack",
    "TurnBackState",
    "Verdict",
    "answer",
    "clearing_report",
    "cross_check",
    "held_today",
    "judge",
    "missing_report",
    "operators",
    "prepare",
    "read_order",
    "seal_of",
    "touched_in",
]
