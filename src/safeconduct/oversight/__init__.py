"""Who must do what by when?  Duties, clocks, daily legality, inspections, public figures."""

from safeconduct.oversight.claims import (
    NEVER_SUPPRESSED,
    TESTABLE,
    Claim,
    ClaimTest,
    ClaimVerdict,
    hold_against,
)
from safeconduct.oversight.clocks import Calendar, days_between, due_at
from safeconduct.oversight.deadlines import DueState, Standing, owed_by, standing, standings
from safeconduct.oversight.duties import (
    DutyItem,
    Happening,
    Origin,
    calendar_duties,
    duties_of,
)
from safeconduct.oversight.escalation import LADDERS, Escalation, escalation
from safeconduct.oversight.figures import Counted, Figures, Share, Spread, public_figures
from safeconduct.oversight.floor_duties import FLOOR_DUTIES, FloorDuty, Urgency
from safeconduct.oversight.inspections import (
    ANSWER_WITHIN,
    SNAPSHOT,
    Gravity,
    InspectionFinding,
    overdue_findings,
    sample,
)
from safeconduct.oversight.legality import (
    RELEASE_WITHIN,
    Legality,
    ReleaseClock,
    daily_legality,
)
from safeconduct.oversight.locate import (
    LocateAnswer,
    Proof,
    Restriction,
    answer_locate,
    code_digest,
    is_code,
    restriction_findings,
)
from safeconduct.oversight.suppression import SMALL, TOTAL, PublishedTable, is_small, publish
from safeconduct.oversight.visits import (
    Inspected,
    Inspections,
    OfficialVisit,
    count_inspections,
    visit_findings,
)

__all__ = [
    "ANSWER_WITHIN",
    "FLOOR_DUTIES",
    "LADDERS",
    "NEVER_SUPPRESSED",
    "RELEASE_WITHIN",
    "SMALL",
    "SNAPSHOT",
    "TESTABLE",
    "TOTAL",
    "Calendar",
    "Claim",
    "ClaimTest",
    "ClaimVerdict",
    "Counted",
    "DueState",
    "DutyItem",
    "Escalation",
    "Figures",
    "FloorDuty",
    "Gravity",
    "Happening",
    "Inspected",
    "InspectionFinding",
    "Inspections",
    "Legality",
    "LocateAnswer",
    "OfficialVisit",
    "Origin",
    "Proof",
    "PublishedTable",
    "ReleaseClock",
    "Restriction",
    "Share",
    "Spread",
    "Standing",
    "Urgency",
    "answer_locate",
    "calendar_duties",
    "code_digest",
    "count_inspections",
    "daily_legality",
    "days_between",
    "due_at",
    "duties_of",
    "escalation",
    "hold_against",
    "is_code",
    "is_small",
    "overdue_findings",
    "owed_by",
    "public_figures",
    "publish",
    "restriction_findings",
    "sample",
    "standing",
    "standings",
    "visit_findings",
]
