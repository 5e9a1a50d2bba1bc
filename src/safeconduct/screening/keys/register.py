"""All families of keys; the index and the proof of coverage name them."""

from __future__ import annotations

from safeconduct.screening.keys.dates import DATE_FAMILIES
from safeconduct.screening.keys.family import Family
from safeconduct.screening.keys.identifiers import IDENTIFIER_FAMILIES
from safeconduct.screening.keys.initial import INITIAL
from safeconduct.screening.keys.kinship import KINSHIP
from safeconduct.screening.keys.skeleton import SKELETON
from safeconduct.screening.keys.slip import SLIP
from safeconduct.screening.keys.spelling import SPELLING

NAME_FAMILIES: tuple[Family, ...] = (SPELLING, KINSHIP, SKELETON, SLIP, INITIAL)
"""The families of words, in the order of their numbers in an index."""

FAMILIES = (
    *(f"name-{family.name}" for family in NAME_FAMILIES),
    *DATE_FAMILIES,
    *IDENTIFIER_FAMILIES,
)
"""Every family's name."""
