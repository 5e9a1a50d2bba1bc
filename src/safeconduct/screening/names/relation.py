"""Relations: in what way two words may be the same part of one person's name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.basics import Message


class RelationKind(StrEnum):
    """The kinds, strongest first."""

    EQUAL = "equal"
    """The same word."""

    SPELLING = "spelling"
    """The same word as two spellings of one language, or without its marks."""

    TRANSLITERATION = "transliteration"
    """The same word in two scripts, or brought into Latin letters by two standards."""

    JOINED = "joined"
    """One word holds the other beside a particle or a second name."""

    NICKNAME = "nickname"
    """A short or familiar form, an abbreviation, or the same name in another language."""

    FAMILY = "family"
    """Two forms of one surname or patronymic: masculine and feminine, or with an ending."""

    SLIP = "slip"
    """One may be the other misread or mistyped."""

    INITIAL = "initial"
    """One is the first letter of the other."""


@dataclass(frozen=True, slots=True)
class Relation:
    """That two words may be the same, and by which rule.

    Attributes:
        kind: the kind of relation.
        closeness: in (0, 1]; 1 for the same word. It orders relations; it is no probability.
        rule: the rule that related them, as in the catalogue: ``screening.rule-RULE``.
    """

    kind: RelationKind
    closeness: float
    rule: str

    def message(self, one: str, other: str) -> Message:
        """The relation of two words, as they were written, in a sentence that names its rule."""
        rule = Message.of(f"screening.rule-{self.rule}")
        return Message.of(f"screening.relation-{self.kind}", one=one, other=other, rule=rule)
