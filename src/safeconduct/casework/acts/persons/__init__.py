"""Who is the person, and what is known of this person?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.persons.file_legal_basis import FILE_LEGAL_BASIS
from safeconduct.casework.acts.persons.register_person import REGISTER_PERSON

ACTS: tuple[Act[Any], ...] = (
    FILE_LEGAL_BASIS,
    REGISTER_PERSON,
)
"""Every act of this room."""
