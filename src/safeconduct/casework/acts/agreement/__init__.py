"""Which agreement is run, and on which terms?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.agreement.adopt_agreement import ADOPT_AGREEMENT
from safeconduct.casework.acts.agreement.amend_agreement import AMEND_AGREEMENT
from safeconduct.casework.acts.agreement.assign_role import ASSIGN_ROLE
from safeconduct.casework.acts.agreement.end_role import END_ROLE
from safeconduct.casework.acts.agreement.enrol_key import ENROL_KEY
from safeconduct.casework.acts.agreement.record_office import RECORD_OFFICE
from safeconduct.casework.acts.agreement.record_place import RECORD_PLACE
from safeconduct.casework.acts.agreement.revoke_key import REVOKE_KEY
from safeconduct.casework.acts.agreement.terminate_agreement import TERMINATE_AGREEMENT

ACTS: tuple[Act[Any], ...] = (
    ADOPT_AGREEMENT,
    AMEND_AGREEMENT,
    ASSIGN_ROLE,
    END_ROLE,
    ENROL_KEY,
    RECORD_OFFICE,
    RECORD_PLACE,
    REVOKE_KEY,
    TERMINATE_AGREEMENT,
)
"""Every act of this room."""
