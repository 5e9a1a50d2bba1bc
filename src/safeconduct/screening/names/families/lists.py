"""The lists of families that ship with the package: what each relates, and how closely."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.screening.names.relation import RelationKind


@dataclass(frozen=True, slots=True)
class FamilyList:
    """A list of families, each a name and the words that may stand for it.

    Attributes:
        file: the file beside this one, without its ending; also the rule's name in the catalogue.
        kind: how two words of one family are related.
        to_the_name: closeness of a word and the name that it stands for.
        to_each_other: closeness of two words that stand for one name; 0 where they do not
            relate, as "Maricarmen" and "Maribel" do not although both stand for "María".
    """

    file: str
    kind: RelationKind
    to_the_name: float
    to_each_other: float


LISTS: tuple[FamilyList, ...] = (
    FamilyList("arabic-names", RelationKind.TRANSLITERATION, 0.95, 0.92),
    FamilyList("spanish-respellings", RelationKind.SPELLING, 0.92, 0.88),
    FamilyList("spanish-abbreviations", RelationKind.NICKNAME, 0.92, 0.85),
    FamilyList("spanish-nicknames", RelationKind.NICKNAME, 0.88, 0.75),
    FamilyList("portuguese-nicknames", RelationKind.NICKNAME, 0.88, 0.75),
    FamilyList("english-nicknames", RelationKind.NICKNAME, 0.88, 0.75),
    FamilyList("slavic-nicknames", RelationKind.NICKNAME, 0.88, 0.75),
    FamilyList("nordic-nicknames", RelationKind.NICKNAME, 0.88, 0.75),
    FamilyList("albanian-nicknames", RelationKind.NICKNAME, 0.88, 0.75),
    FamilyList("spanish-compounds", RelationKind.JOINED, 0.85, 0.0),
    FamilyList("surnames-in-other-languages", RelationKind.FAMILY, 0.75, 0.6),
    FamilyList("name-in-other-languages", RelationKind.NICKNAME, 0.75, 0.65),
)
