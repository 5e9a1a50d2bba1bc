"""Who is where, and what happened there?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.custody.book_in import BOOK_IN

ACTS: tuple[Act[Any], ...] = (BOOK_IN,)
"""Every act of this room."""
