"""Is what is recorded right, and may it be kept?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.data.answer_contest import ANSWER_CONTEST
from safeconduct.casework.acts.data.contest import CONTEST
from safeconduct.casework.acts.data.erase import ERASE
from safeconduct.casework.acts.data.place_legal_hold import PLACE_LEGAL_HOLD
from safeconduct.casework.acts.data.rectify import RECTIFY
from safeconduct.casework.acts.data.release_legal_hold import RELEASE_LEGAL_HOLD

ACTS: tuple[Act[Any], ...] = (
    ANSWER_CONTEST,
    CONTEST,
    ERASE,
    PLACE_LEGAL_HOLD,
    RECTIFY,
    RELEASE_LEGAL_HOLD,
)
"""Every act of this room."""
