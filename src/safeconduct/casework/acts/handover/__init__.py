"""Who was sent, received or refused, and who stopped it?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.handover.acknowledge_stop import ACKNOWLEDGE_STOP
from safeconduct.casework.acts.handover.dispatch import DISPATCH
from safeconduct.casework.acts.handover.hand_over import HAND_OVER
from safeconduct.casework.acts.handover.late_entry import LATE_ENTRY
from safeconduct.casework.acts.handover.lift_stop import LIFT_STOP
from safeconduct.casework.acts.handover.receive_line import RECEIVE_LINE
from safeconduct.casework.acts.handover.record_escort_event import RECORD_ESCORT_EVENT
from safeconduct.casework.acts.handover.refuse_line import REFUSE_LINE
from safeconduct.casework.acts.handover.stop_everything import STOP_EVERYTHING
from safeconduct.casework.acts.handover.turn_back import TURN_BACK

ACTS: tuple[Act[Any], ...] = (
    ACKNOWLEDGE_STOP,
    DISPATCH,
    HAND_OVER,
    LATE_ENTRY,
    LIFT_STOP,
    RECEIVE_LINE,
    RECORD_ESCORT_EVENT,
    REFUSE_LINE,
    STOP_EVERYTHING,
    TURN_BACK,
)
"""Every act of this room."""
