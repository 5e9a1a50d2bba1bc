"""What did a court or another authority order, and is it verified?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.orders.confirm_lift import CONFIRM_LIFT
from safeconduct.casework.acts.orders.lift_order import LIFT_ORDER
from safeconduct.casework.acts.orders.refute_order import REFUTE_ORDER
from safeconduct.casework.acts.orders.report_order import REPORT_ORDER
from safeconduct.casework.acts.orders.verify_order import VERIFY_ORDER

ACTS: tuple[Act[Any], ...] = (
    CONFIRM_LIFT,
    LIFT_ORDER,
    REFUTE_ORDER,
    REPORT_ORDER,
    VERIFY_ORDER,
)
"""Every act of this room."""
