"""Who is proposed, and which list is closed?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.manifest.accept import ACCEPT
from safeconduct.casework.acts.manifest.open_manifest import OPEN_MANIFEST
from safeconduct.casework.acts.manifest.postpone_departure import POSTPONE_DEPARTURE
from safeconduct.casework.acts.manifest.propose import PROPOSE
from safeconduct.casework.acts.manifest.refuse_proposal import REFUSE_PROPOSAL
from safeconduct.casework.acts.manifest.seal_manifest import SEAL_MANIFEST
from safeconduct.casework.acts.manifest.withdraw import WITHDRAW

ACTS: tuple[Act[Any], ...] = (
    ACCEPT,
    OPEN_MANIFEST,
    POSTPONE_DEPARTURE,
    PROPOSE,
    REFUSE_PROPOSAL,
    SEAL_MANIFEST,
    WITHDRAW,
)
"""Every act of this room."""
