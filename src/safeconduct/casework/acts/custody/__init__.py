"""Who is where, and what happened there?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.custody.begin_absence import BEGIN_ABSENCE
from safeconduct.casework.acts.custody.book_in import BOOK_IN
from safeconduct.casework.acts.custody.close_incident import CLOSE_INCIDENT
from safeconduct.casework.acts.custody.decide_onward_transfer import DECIDE_ONWARD_TRANSFER
from safeconduct.casework.acts.custody.end_absence import END_ABSENCE
from safeconduct.casework.acts.custody.hand_over_shift import HAND_OVER_SHIFT
from safeconduct.casework.acts.custody.headcount import HEADCOUNT
from safeconduct.casework.acts.custody.move import MOVE
from safeconduct.casework.acts.custody.order_release import ORDER_RELEASE
from safeconduct.casework.acts.custody.plan_return import PLAN_RETURN
from safeconduct.casework.acts.custody.record_death import RECORD_DEATH
from safeconduct.casework.acts.custody.record_incident import RECORD_INCIDENT
from safeconduct.casework.acts.custody.record_return import RECORD_RETURN
from safeconduct.casework.acts.custody.release import RELEASE
from safeconduct.casework.acts.custody.request_onward_transfer import REQUEST_ONWARD_TRANSFER
from safeconduct.casework.acts.custody.verify_release import VERIFY_RELEASE

ACTS: tuple[Act[Any], ...] = (
    BEGIN_ABSENCE,
    BOOK_IN,
    CLOSE_INCIDENT,
    DECIDE_ONWARD_TRANSFER,
    END_ABSENCE,
    HAND_OVER_SHIFT,
    HEADCOUNT,
    MOVE,
    ORDER_RELEASE,
    PLAN_RETURN,
    RECORD_DEATH,
    RECORD_INCIDENT,
    RECORD_RETURN,
    RELEASE,
    REQUEST_ONWARD_TRANSFER,
    VERIFY_RELEASE,
)
"""Every act of this room."""
