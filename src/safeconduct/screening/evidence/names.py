"""Evidence of names: words aligned with words in any order, each pair weighed by how rare it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from safeconduct.screening.evidence.assignment import best_assignment
from safeconduct.screening.evidence.frequencies import Frequencies, information
from safeconduct.screening.evidence.weights import CONFLICTING_NAME, OTHER_PART
from safeconduct.screening.names import Name, Part, Relation, RelationKind, Token, relate
from safeconduct.screening.person import is_unreadable, telling

Relate = Callable[[Token, Token], Relation | None]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A word of one side matched with a word of the other.

    Attributes:
        mine: the word of the manifest.
        theirs: the word of the register.
        relation: how they relate, and how closely.
        information: what an exact match of the more common of the two would weigh.
        other_part: whether one is a given name and the other a surname.
        weight: what the match weighs.
    """

    mine: Token
    theirs: Token
    relation: Relation
    information: int
    other_part: bool
    weight: int


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """One name of the manifest against one of the register.

    Attributes:
        mine: the name of the manifest.
        theirs: the name of the register.
        aligned: matched words.
        mine_left: words of the manifest without a match; particles are no words here.
        theirs_left: likewise of the register.
        conflicts: pairs of words left over on both sides that could be compared.
    """

    mine: Name
    theirs: Name
    aligned: tuple[Aligned, ...]
    mine_left: tuple[Token, ...]
    theirs_left: tuple[Token, ...]
    conflicts: int

    @property
    def weight(self) -> int:
        """The sum of the matches and of what is left over on both sides."""
        return sum(pair.weight for pair in self.aligned) + CONFLICTING_NAME * self.conflicts

    @property
    def words(self) -> int:
        """Matched words that are no initials."""
        return sum(pair.relation.kind is not RelationKind.INITIAL for pair in self.aligned)

    @property
    def is_covered(self) -> bool:
        """Whether every word of the shorter name has a match, two words at least."""
        return self.words >= 2 and not (self.mine_left and self.theirs_left)

    @property
    def is_whole(self) -> bool:
        """Whether every word of both names has a match, two words at least."""
        return self.words >= 2 and not (self.mine_left or self.theirs_left)


def pair_weight(
    mine: Token, theirs: Token, relation: Relation, frequencies: Frequencies
) -> tuple[int, int]:
    """What a match weighs without regard to its part, and the information that it rests on."""
    common = max(frequencies.of_token(mine.strict), frequencies.of_token(theirs.strict))
    told = information(common, frequencies.records)
    return weight_of(relation, told), told


def weight_of(relation: Relation, told: int) -> int:
    """What a match weighs: what an exact one would, less the farther the relation is."""
    return max(1, round(told * relation.closeness))


def is_other_part(mine: Token, theirs: Token) -> bool:
    """Whether one is given as a given name and the other as a surname."""
    return {mine.part, theirs.part} == {Part.GIVEN, Part.SURNAME}


def compare_names(
    mine: tuple[Name, ...],
    theirs: tuple[Name, ...],
    frequencies: Frequencies,
    related: Relate = relate,
) -> NameEvidence | None:
    """The evidence of the two names that agree best; None where a side has no name.

    Further names of either side never lower it.
    """
    found = [compare_name(one, other, frequencies, related) for one in mine for other in theirs]
    return max(found, key=_preferred, default=None)


def _preferred(found: NameEvidence) -> tuple[int, int, int, tuple[str, ...]]:
    left = len(found.mine_left) + len(found.theirs_left)
    return found.weight, found.words, -left, tuple(sorted((str(found.mine), str(found.theirs))))


def compare_name(
    mine: Name, theirs: Name, frequencies: Frequencies, related: Relate = relate
) -> NameEvidence:
    """The evidence of one name against one other; symmetric in weight."""
    my_words, their_words = telling(mine), telling(theirs)
    table = [
        [_aligned(one, other, frequencies, related) for other in their_words] for one in my_words
    ]
    # Each match also saves a conflict, so that the assignment is the best of the whole sum.
    weights = [[pair.weight - CONFLICTING_NAME if pair else 0 for pair in line] for line in table]
    chosen = best_assignment(weights)
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    mine_left = tuple(one for at, one in enumerate(my_words) if at not in rows)
    theirs_left = tuple(one for at, one in enumerate(their_words) if at not in columns)
    return NameEvidence(
        mine,
        theirs,
        tuple(pair for row, column in chosen if (pair := table[row][column])),
        mine_left,
        theirs_left,
        min(sum(_comparable(mine_left)), sum(_comparable(theirs_left))),
    )


def _comparable(left: tuple[Token, ...]) -> Iterator[bool]:
    # A word that no rule can read is neither equal nor different: it is unknown.
    return (not is_unreadable(token) for token in left)


def _aligned(
    mine: Token, theirs: Token, frequencies: Frequencies, related: Relate
) -> Aligned | None:
    relation = related(mine, theirs)
    if relation is None:
        return None
    weight, told = pair_weight(mine, theirs, relation, frequencies)
    other_part = is_other_part(mine, theirs)
    return Aligned(mine, theirs, relation, told, other_part, weight + OTHER_PART * other_part)
