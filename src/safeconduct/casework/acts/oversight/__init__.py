"""Who looked, what did they find, and who has answered?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.oversight.answer_complaint import ANSWER_COMPLAINT
from safeconduct.casework.acts.oversight.answer_finding import ANSWER_FINDING
from safeconduct.casework.acts.oversight.close_finding import CLOSE_FINDING
from safeconduct.casework.acts.oversight.do_duty import DO_DUTY
from safeconduct.casework.acts.oversight.lodge_complaint import LODGE_COMPLAINT
from safeconduct.casework.acts.oversight.lodge_finding import LODGE_FINDING
from safeconduct.casework.acts.oversight.lodge_inspection import LODGE_INSPECTION
from safeconduct.casework.acts.oversight.raise_gap import RAISE_GAP
from safeconduct.casework.acts.oversight.record_official_claim import RECORD_OFFICIAL_CLAIM
from safeconduct.casework.acts.oversight.record_official_visit import RECORD_OFFICIAL_VISIT
from safeconduct.casework.acts.oversight.start_release_clock import START_RELEASE_CLOCK

ACTS: tuple[Act[Any], ...] = (
    ANSWER_COMPLAINT,
    ANSWER_FINDING,
    CLOSE_FINDING,
    DO_DUTY,
    LODGE_COMPLAINT,
    LODGE_FINDING,
    LODGE_INSPECTION,
    RECORD_OFFICIAL_CLAIM,
    RECORD_OFFICIAL_VISIT,
    RAISE_GAP,
    START_RELEASE_CLOCK,
)
"""Every act of this room."""
