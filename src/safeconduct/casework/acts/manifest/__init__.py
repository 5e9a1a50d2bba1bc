"""Who is proposed, and which list is closed?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.manifest.open_manifest import OPEN_MANIFEST
from safeconduct.casework.acts.manifest.propose import PROPOSE
from safeconduct.casework.acts.manifest.seal_manifest import SEAL_MANIFEST

ACTS: tuple[Act[Any], ...] = (
    OPEN_MANIFEST,
    PROPOSE,
    SEAL_MANIFEST,
)
"""Every act of this room."""
