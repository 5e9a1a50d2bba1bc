"""Which agreement is run, and on which terms?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.agreement.adopt_agreement import ADOPT_AGREEMENT
from safeconduct.casework.acts.agreement.record_office import RECORD_OFFICE
from safeconduct.casework.acts.agreement.record_place import RECORD_PLACE

ACTS: tuple[Act[Any], ...] = (
    ADOPT_AGREEMENT,
    RECORD_OFFICE,
    RECORD_PLACE,
)
"""Every act of this room."""
