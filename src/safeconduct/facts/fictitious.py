"""Codes for States that do not exist, as examples and demonstrations need them.

ISO 3166-1 leaves some codes to its users and will never give them to a State. The product takes
``XK`` for Kosovo, as the European Union does, and all others for fictitious States. They are known
only where the agreement itself is between such: elsewhere one is a mistake. No convention binds
them.
"""

from __future__ import annotations

from string import ascii_uppercase

KOSOVO = "XK"
FICTITIOUS = frozenset(
    {
        "AA",
        "ZZ",
        *(f"Q{letter}" for letter in ascii_uppercase[ascii_uppercase.index("M") :]),
        *(f"X{letter}" for letter in ascii_uppercase),
    }
) - {KOSOVO}
"""``AA``, ``QM`` to ``QZ``, ``XA`` to ``XZ`` without ``XK``, and ``ZZ``."""


def is_fictitious(jurisdiction: str) -> bool:
    """Whether the code is that of a fictitious State, or of a part of one."""
    return jurisdiction[:2] in FICTITIOUS
