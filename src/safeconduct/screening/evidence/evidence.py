"""The evidence that two rows are one person: every field, its relation and its weight."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from safeconduct.screening.dates import DateRelation, PartialDate, relate_dates
from safeconduct.screening.dates import closest as closest_dates
from safeconduct.screening.evidence.frequencies import (
    Frequencies,
    information,
    search_cost,
    shown_from,
)
from safeconduct.screening.evidence.names import NameEvidence, Relate, compare_names
from safeconduct.screening.evidence.weights import (
    DATE,
    DATE_BELOW_EQUAL,
    IDENTIFIER,
    LEAST_SWAPPED,
    OTHER_NATIONALITY,
    OTHER_PARENT,
    OTHER_PLACE,
    OTHER_SEX,
    PARENT_AT_MOST,
    SAME_NATIONALITY_AT_MOST,
    SAME_PLACE_AT_MOST,
    SAME_SEX,
    STRONG_MARGIN,
)
from safeconduct.screening.identifiers import IdentifierRelation, closest_identifiers
from safeconduct.screening.names import relate
from safeconduct.screening.person import Person


class FieldRelation(StrEnum):
    """How the values of a field that has no finer relation agree."""

    SAME = "same"
    OTHER = "other"
    MISSING = "missing"


Relation = DateRelation | IdentifierRelation | FieldRelation


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """A field other than the name.

    Attributes:
        field: the column.
        relation: how the two values relate.
        mine: what the manifest states.
        theirs: what the register states.
        weight: what it weighs; 0 where a side is missing.
    """

    field: str
    relation: Relation
    mine: str
    theirs: str
    weight: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence of a pair.

    Attributes:
        name: the names that agree best; None where a side has none, which weighs nothing.
        fields: every other field, those that weigh nothing among them.
    """

    name: NameEvidence | None
    fields: tuple[FieldEvidence, ...]

    @property
    def score(self) -> int:
        """The sum of all weights, in hundredths of a bit. It speaks of the match, of no person."""
        return (self.name.weight if self.name else 0) + sum(field.weight for field in self.fields)

    def relation(self, column: str) -> Relation:
        """How the values of a column relate."""
        found = (field.relation for field in self.fields if field.field == column)
        return next(found, FieldRelation.MISSING)

    @property
    def has_identifier(self) -> bool:
        """Whether an identifier is equal or one slip away; such a record is always shown."""
        return self.relation("document_no") in {
            IdentifierRelation.EQUAL,
            IdentifierRelation.TRANSPOSED,
            IdentifierRelation.ONE_EDIT,
        }

    def is_shown(self, records: int) -> bool:
        """Whether a person must look at the record, in a register of so many records.

        Shown is what outweighs the cost of the search less a margin; and, whatever else
        conflicts: an identifier; a name of which every word on both sides matches and which is
        not among the commonest; and a name of which the shorter side is covered while no date
        speaks against it.
        """
        cost = search_cost(records)
        if self.has_identifier or self.score >= shown_from(records):
            return True
        if self.name is None:
            return False
        if self.name.is_whole and self.name.weight >= cost + STRONG_MARGIN:
            return True
        undisputed = self.relation("born_on") is not DateRelation.CONFLICTING
        return self.name.is_covered and undisputed


def compare(
    mine: Person, theirs: Person, frequencies: Frequencies, related: Relate = relate
) -> Evidence:
    """The evidence that two rows are one person; ``compare(a, b)`` weighs what ``compare(b, a)``.

    Args:
        mine: a row of the manifest.
        theirs: a row of the register.
        frequencies: the counts by which both are weighed.
        related: how two words of names relate.
    """
    return Evidence(
        compare_names(mine.names, theirs.names, frequencies, related),
        (
            date_evidence(mine.dates, theirs.dates, frequencies),
            _identifiers(mine, theirs),
            _sex(mine, theirs),
            _nationality(mine, theirs, frequencies),
            *_places(mine, theirs, frequencies),
            *_parents(mine, theirs, frequencies, related),
        ),
    )


def date_weight(relation: DateRelation, of_equal: int) -> int:
    """What a relation of dates weighs.

    Args:
        relation: the relation.
        of_equal: what the equality of the more common of the two dates weighs.
    """
    if relation is DateRelation.EQUAL:
        return of_equal
    if relation is DateRelation.SWAPPED:
        return max(LEAST_SWAPPED, of_equal + DATE_BELOW_EQUAL[relation])
    return DATE[relation]


def date_evidence(
    mine: tuple[PartialDate, ...], theirs: tuple[PartialDate, ...], frequencies: Frequencies
) -> FieldEvidence:
    """The evidence of the two dates that relate most closely."""
    relation = closest_dates(mine, theirs)
    pairs = [(a, b) for a in mine for b in theirs if relate_dates(a, b) is relation]
    one, other = pairs[0] if pairs else (None, None)
    of_equal = 0
    if one and other:
        common = max(frequencies.of_date(one), frequencies.of_date(other))
        of_equal = information(common, frequencies.records)
    return FieldEvidence(
        "born_on",
        relation,
        str(one or "; ".join(map(str, mine))),
        str(other or "; ".join(map(str, theirs))),
        date_weight(relation, of_equal),
    )


def _identifiers(mine: Person, theirs: Person) -> FieldEvidence:
    relation, one, other = closest_identifiers(mine.identifiers, theirs.identifiers)
    shown = (one or "; ".join(mine.identifiers), other or "; ".join(theirs.identifiers))
    return FieldEvidence("document_no", relation, *shown, IDENTIFIER[relation])


def _sex(mine: Person, theirs: Person) -> FieldEvidence:
    relation = FieldRelation.MISSING
    if mine.sex and theirs.sex:
        relation = FieldRelation.SAME if mine.sex == theirs.sex else FieldRelation.OTHER
    weight = {FieldRelation.SAME: SAME_SEX, FieldRelation.OTHER: OTHER_SEX}.get(relation, 0)
    return FieldEvidence("sex", relation, mine.sex or "", theirs.sex or "", weight)


def _nationality(mine: Person, theirs: Person, frequencies: Frequencies) -> FieldEvidence:
    shared = mine.nationalities & theirs.nationalities
    relation, weight = FieldRelation.MISSING, 0
    if shared:
        relation, weight = FieldRelation.SAME, nationality_weight(shared, frequencies)
    elif mine.nationalities and theirs.nationalities:
        relation, weight = FieldRelation.OTHER, OTHER_NATIONALITY
    stated, held = ("; ".join(sorted(side.nationalities)) for side in (mine, theirs))
    return FieldEvidence("nationality", relation, stated, held, weight)


def nationality_weight(shared: Collection[str], frequencies: Frequencies) -> int:
    """What it weighs that two rows share nationalities: the rarest decides."""
    rarest = min(frequencies.of_nationality(state) for state in shared)
    told = information(rarest, frequencies.records, least=0)
    return min(SAME_NATIONALITY_AT_MOST, told)


def place_weight(column: str, shared: Collection[str], frequencies: Frequencies) -> int:
    """What it weighs that two rows share places: the rarest decides."""
    rarest = min(frequencies.of_place(column, place) for place in shared)
    return min(SAME_PLACE_AT_MOST, information(rarest, frequencies.records, least=0))


def _places(mine: Person, theirs: Person, frequencies: Frequencies) -> list[FieldEvidence]:
    found = []
    for column in mine.places.keys() & theirs.places.keys():
        shared = mine.places[column] & theirs.places[column]
        relation = FieldRelation.SAME if shared else FieldRelation.OTHER
        stated, held = ("; ".join(sorted(side.places[column])) for side in (mine, theirs))
        weight = place_weight(column, shared, frequencies) if shared else OTHER_PLACE
        found.append(FieldEvidence(column, relation, stated, held, weight))
    return sorted(found, key=lambda field: field.field)


def _parents(
    mine: Person, theirs: Person, frequencies: Frequencies, related: Relate
) -> list[FieldEvidence]:
    found = []
    for column in sorted(mine.parents.keys() & theirs.parents.keys()):
        best = compare_names(mine.parents[column], theirs.parents[column], frequencies, related)
        if best is None:
            continue
        same = bool(best.aligned) and best.weight > 0
        relation = FieldRelation.SAME if same else FieldRelation.OTHER
        weight = min(PARENT_AT_MOST, best.weight) if same else OTHER_PARENT
        shown = (str(best.mine), str(best.theirs))
        found.append(FieldEvidence(column, relation, *shown, weight))
    return found
