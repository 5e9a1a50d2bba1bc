"""Numbers of documents and files: one spelling, and how two of them relate."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

SHORTEST_FOR_A_SLIP = 5
"""Below this length two numbers one edit apart are just two numbers."""


class IdentifierRelation(StrEnum):
    """How two identifiers relate, closest first."""

    EQUAL = "equal"
    TRANSPOSED = "transposed"
    """Two neighbouring characters are exchanged."""

    ONE_EDIT = "one-edit"
    """One character differs, is missing or is added."""

    MISSING = "missing"
    """One side has none."""

    DIFFERENT = "different"


_CLOSEST = {relation: place for place, relation in enumerate(IdentifierRelation)}


def normal_identifier(text: str) -> str:
    """Letters and figures only, in capitals, figures of any script as 0 to 9, no leading zeros."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.upper())).lstrip("0")
    folded = unicodedata.normalize("NFKC", text).upper()
    kept = (str(unicodedata.digit(one)) if one.isdigit() else one for one in folded)
    return "".join(one for one in kept if one.isalnum()).lstrip("0")


def read_identifiers(text: str) -> tuple[str, ...]:
    """The identifiers of a cell, separated by ``;``, each in its one spelling."""
    found = (normal_identifier(piece) for piece in text.split(";"))
    return tuple(dict.fromkeys(one for one in found if one))


def relate_identifiers(one: str, other: str) -> IdentifierRelation:
    """How two identifiers in their one spelling relate; the order does not matter."""
    if one == other:
        return IdentifierRelation.EQUAL
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_FOR_A_SLIP or len(longer) - len(shorter) > 1:
        return IdentifierRelation.DIFFERENT
    same = next(
        (
            place
            for place, pair in enumerate(zip(shorter, longer, strict=False))
            if len({*pair}) > 1
        ),
        len(shorter),
    )
    if len(longer) > len(shorter):
        found = shorter[same:] == longer[same + 1 :]
        return IdentifierRelation.ONE_EDIT if found else IdentifierRelation.DIFFERENT
    if shorter[same + 1 :] == longer[same + 1 :]:
        return IdentifierRelation.ONE_EDIT
    exchanged = longer[same + 1] + longer[same] + longer[same + 2 :]
    return (
        IdentifierRelation.TRANSPOSED
        if shorter[same:] == exchanged
        else IdentifierRelation.DIFFERENT
    )


def closest_identifiers(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[IdentifierRelation, str, str]:
    """The closest relation between any two of several identifiers, and those two."""
    if not one or not other:
        return IdentifierRelation.MISSING, "", ""
    found = ((relate_identifiers(mine, theirs), mine, theirs) for mine in one for theirs in other)
    return min(found, key=lambda each: (_CLOSEST[each[0]], sorted(each[1:])))
