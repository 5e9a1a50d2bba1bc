"""Sex as registers write it, by the codes of ISO/IEC 5218."""

from __future__ import annotations

from enum import StrEnum


class Sex(StrEnum):
    """The two codes that say something; *not known* and *not applicable* are no evidence."""

    MALE = "1"
    FEMALE = "2"


# M is masculino and male alike; F, femenino and female; H, hombre. W, woman; and V, varón.
_WRITTEN = {
    **dict.fromkeys(
        ("1", "m", "male", "man", "masculino", "h", "hombre", "v", "varón", "varon"), Sex.MALE
    ),
    **dict.fromkeys(("2", "f", "female", "woman", "femenino", "mujer", "w"), Sex.FEMALE),
}
NOT_KNOWN = frozenset(("", "0", "9", "x", "u", "unknown", "desconocido", "-"))
"""What says that nothing is known."""


def read_sex(text: str) -> Sex | None:
    """The sex that a cell states; None for not known, and for what is not understood."""
    return _WRITTEN.get(text.strip().casefold())
