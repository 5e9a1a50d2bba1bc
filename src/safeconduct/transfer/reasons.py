"""Why somebody is refused, locked out, taken off or turned back, and on whose side the reason lies.

The side decides who pays for a journey in vain, and never whether a person is let go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from safeconduct.basics import Message


class Side(StrEnum):
    """Whose reason it is."""

    SENDING = "sending"
    RECEIVING = "receiving"
    ESCORT = "escort"
    NOBODY = "nobody"
    """Protection: a court, a claim, health. It is nobody's fault."""


class Occasion(StrEnum):
    """When the reason is given."""

    REFUSAL = "refusal"
    """The receiving side refuses a person who is proposed."""

    LOCKOUT = "lockout"
    """The person arrived, and the door stays shut."""

    CANCELLATION = "cancellation"
    """The person is taken off, or the transfer does not leave."""

    TURN_BACK = "turn-back"
    """The transfer is under way, and returns."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a closed list.

    Attributes:
        code: its code.
        occasion: when it is given.
        side: on whose side it lies.
    """

    code: str
    occasion: Occasion
    side: Side

    @property
    def label(self) -> Message:
        """The reason in words."""
        return Message(f"transfer.reason-{self.code}")


def _list(occasion: Occasion, codes: Mapping[str, Side]) -> tuple[Reason, ...]:
    return tuple(Reason(code, occasion, side) for code, side in codes.items())


_REFUSAL = _list(
    Occasion.REFUSAL,
    {
        "no-room": Side.RECEIVING,
        "no-transport": Side.SENDING,
        "more-information-needed": Side.SENDING,
        "category-not-accepted": Side.SENDING,
        "no-care-for-this-person": Side.RECEIVING,
        "order-stands": Side.NOBODY,
        "other": Side.RECEIVING,
    },
)
_LOCKOUT = _list(
    Occasion.LOCKOUT,
    {
        "not-on-manifest": Side.SENDING,
        "identity-not-matched": Side.SENDING,
        "order-stands": Side.NOBODY,
        "not-fit": Side.NOBODY,
        "documents-missing": Side.SENDING,
        "no-room": Side.RECEIVING,
        "not-presented": Side.ESCORT,
        "arrived-late": Side.ESCORT,
        "door-shut": Side.RECEIVING,
        "category-not-accepted": Side.SENDING,
        "other": Side.RECEIVING,
    },
)
_CANCELLATION = _list(
    Occasion.CANCELLATION,
    {
        "cancelled-by-sending": Side.SENDING,
        "refused-by-receiving": Side.RECEIVING,
        "order": Side.NOBODY,
        "not-fit": Side.NOBODY,
        "protection-claim": Side.NOBODY,
        "person-not-found": Side.SENDING,
        "documents-missing": Side.SENDING,
        "escort-record-incomplete": Side.SENDING,
        "no-transport": Side.SENDING,
        "record-corrected": Side.SENDING,
        "challenge": Side.NOBODY,
        "other": Side.SENDING,
    },
)
_TURN_BACK = _list(
    Occasion.TURN_BACK,
    {
        "order": Side.NOBODY,
        "stop": Side.NOBODY,
        "undertaking": Side.NOBODY,
        "protection-claim": Side.NOBODY,
        "not-fit": Side.NOBODY,
        "refused-at-the-door": Side.RECEIVING,
        "wrong-person-aboard": Side.SENDING,
        "safety-of-the-journey": Side.ESCORT,
        "other": Side.ESCORT,
    },
)

REASONS: Mapping[Occasion, Mapping[str, Reason]] = MappingProxyType(
    {
        reasons[0].occasion: MappingProxyType({reason.code: reason for reason in reasons})
        for reasons in (_REFUSAL, _LOCKOUT, _CANCELLATION, _TURN_BACK)
    }
)
"""Occasion to code to reason: the closed lists."""
