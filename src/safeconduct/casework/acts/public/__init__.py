"""What can anybody ask, without an account?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.public.answer_location import ANSWER_LOCATION
from safeconduct.casework.acts.public.ask_location import ASK_LOCATION

ACTS: tuple[Act[Any], ...] = (
    ANSWER_LOCATION,
    ASK_LOCATION,
)
"""Every act of this room."""
