"""Legal holds: what a court or a dispute needs is not erased while the hold lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.refusal import Refused


@dataclass(frozen=True, slots=True)
class Holds:
    """The holds in force: the hold's identifier and the case that it keeps."""

    in_force: Mapping[str, str] = field(default_factory=dict)

    def after(self, claims: Mapping[str, Plain]) -> Holds:
        """The holds after an entry."""
        body = claims.get("body")
        hold = str(body.get("hold", "")) if isinstance(body, dict) else ""
        match claims.get("event"):
            case "hold-placed" if hold:
                return Holds({**self.in_force, hold: str(claims.get("case", ""))})
            case "hold-released":
                return Holds({k: v for k, v in self.in_force.items() if k != hold})
            case _:
                return self

    def check_may_erase(self, case: str) -> None:
        """Check that no hold keeps the case.

        Raises:
            Refused: one does.
        """
        for hold, held in self.in_force.items():
            if held in ("", case):
                raise Refused(Message.of("record.under-hold", hold=hold))
