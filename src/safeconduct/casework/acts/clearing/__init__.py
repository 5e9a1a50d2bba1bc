"""Whose signature stands under whose findings?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.clearing.decide_clearance import DECIDE_CLEARANCE
from safeconduct.casework.acts.clearing.withdraw_clearance import WITHDRAW_CLEARANCE

ACTS: tuple[Act[Any], ...] = (
    DECIDE_CLEARANCE,
    WITHDRAW_CLEARANCE,
)
"""Every act of this room."""
