"""What each piece of evidence weighs, in hundredths of a bit. Whole numbers: sums are exact.

A weight is the logarithm of how much likelier the observation is for one person than for two.
Agreement of names, dates and nationalities is weighed by counted frequencies
(`safeconduct.screening.evidence.frequencies`); what is here is the rest. Within a field, a closer
relation never weighs less than a farther one, and what is missing weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.screening.dates import DateRelation
from safeconduct.screening.identifiers import IdentifierRelation

CONFLICTING_NAME = -400
"""A word on either side that the other side has no match for. Words left over on one side alone
weigh nothing: a second surname, a middle name or a patronymic is often left out."""

OTHER_PART = -50
"""A matched word that one side gives as a given name and the other as a surname."""

DATE_BELOW_EQUAL: Mapping[DateRelation, int] = MappingProxyType(
    {DateRelation.EQUAL: 0, DateRelation.SWAPPED: -200}
)
"""Relations of a date weighed by how rare the date is, less this."""

DATE: Mapping[DateRelation, int] = MappingProxyType(
    {
        DateRelation.YEAR_APART: 650,
        DateRelation.ONE_DIGIT: 600,
        DateRelation.TWO_PARTS: 400,
        DateRelation.PARTIAL: 400,
        DateRelation.PARTIAL_NEAR: 100,
        DateRelation.MISSING: 0,
        DateRelation.CONFLICTING: -600,
    }
)

LEAST_SWAPPED = 700
"""What a swapped date weighs at least, so that it never weighs less than a slip of one figure."""

IDENTIFIER: Mapping[IdentifierRelation, int] = MappingProxyType(
    {
        IdentifierRelation.EQUAL: 2500,
        IdentifierRelation.TRANSPOSED: 1500,
        IdentifierRelation.ONE_EDIT: 1200,
        IdentifierRelation.MISSING: 0,
        IdentifierRelation.DIFFERENT: 0,
    }
)
"""Different numbers say nothing: a person has several documents."""

SAME_SEX, OTHER_SEX = 80, -300
SAME_NATIONALITY_AT_MOST, OTHER_NATIONALITY = 300, -100
SAME_PLACE_AT_MOST, OTHER_PLACE = 900, 0
"""People move, and places have several names."""

PARENT_AT_MOST, OTHER_PARENT = 900, -200

STRONG_MARGIN = 200
"""How far above the cost of the search the evidence of names alone must lie, where every word on
both sides matches, for neither a date nor a sex to remove the record: a name that one would not
expect twice."""
