"""Jurisdictions: States, and the counties and provinces that hold each other's prisoners."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3}(/[a-z0-9-]+)?)?")


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A State (``SV``), a part of one (``US-ND``) or a local authority in it (``US-ND/cass``).

    States are ISO 3166-1 alpha-2 codes, parts of States ISO 3166-2 codes. ``XK`` (user-assigned)
    stands for Kosovo, as in the practice of the European Union.

    Raises:
        ValueError: if the code has none of the three forms.
    """

    code: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(self.code)

    @property
    def state(self) -> str:
        """The State to which the jurisdiction belongs."""
        return self.code[:2]

    def __str__(self) -> str:
        return self.code
