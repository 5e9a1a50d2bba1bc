"""What did a court or another authority order, and is it verified?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.orders.confirm_lift import CONFIRM_LIFT
from safeconduct.casework.acts.orders.file_challenge import FILE_CHALLENGE
from safeconduct.casework.acts.orders.give_undertaking import GIVE_UNDERTAKING
from safeconduct.casework.acts.orders.lift_order import LIFT_ORDER
from safeconduct.casework.acts.orders.refute_order import REFUTE_ORDER
from safeconduct.casework.acts.orders.report_order import REPORT_ORDER
from safeconduct.casework.acts.orders.settle_challenge import SETTLE_CHALLENGE
from safeconduct.casework.acts.orders.verify_order import VERIFY_ORDER

ACTS: tuple[Act[Any], ...] = (
    CONFIRM_LIFT,
    FILE_CHALLENGE,
    GIVE_UNDERTAKING,
    LIFT_ORDER,
    REFUTE_ORDER,
    REPORT_ORDER,
    SETTLE_CHALLENGE,
    VERIFY_ORDER,
)
"""Every act of this room."""
