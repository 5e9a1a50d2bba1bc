"""Who was sent, received or refused, and who stopped it?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.handover.acknowledge_stop import ACKNOWLEDGE_STOP
from safeconduct.casework.acts.handover.dispatch import DISPATCH
from safeconduct.casework.acts.handover.hand_over import HAND_OVER
from safeconduct.casework.acts.handover.receive_line import RECEIVE_LINE
from safeconduct.casework.acts.handover.refuse_line import REFUSE_LINE
from safeconduct.casework.acts.handover.stop_everything import STOP_EVERYTHING

ACTS: tuple[Act[Any], ...] = (
    ACKNOWLEDGE_STOP,
    DISPATCH,
    HAND_OVER,
    RECEIVE_LINE,
    REFUSE_LINE,
    STOP_EVERYTHING,
)
"""Every act of this room."""
