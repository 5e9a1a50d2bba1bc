"""Identifiers, each of its own type, so that one is never passed for another."""

from typing import NewType

AgreementId = NewType("AgreementId", str)
"""An agreement's short name in the library, e.g. ``be-nl-2009-tilburg``."""

BookingId = NewType("BookingId", str)
"""One person's time in one facility, as the register that issued it names it."""

PlaceId = NewType("PlaceId", str)
"""A place of detention, as the agreement or the register names it."""

PersonRef = NewType("PersonRef", str)
"""A reference to a person that is not a name."""

ClauseRef = NewType("ClauseRef", str)
"""A clause of a source, as the source numbers it, e.g. ``26(2)``."""
