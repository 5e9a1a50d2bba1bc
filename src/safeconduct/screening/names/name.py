"""Names: the words of one way to call a person, in the order in which they were written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.screening.names.scripts import Script


class Part(StrEnum):
    """Which part of a name a word was given as. Registers swap them, so no rule relies on it."""

    GIVEN = "given"
    SURNAME = "surname"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.

    Attributes:
        text: as it was written.
        strict: the same word without what no reader sees: compatibility forms, case, invisible
            characters and look-alike letters of another script. Marks and script are kept.
        part: the part of the name that it was given as.
        script: the script that it is written in.
        is_particle: carries no weight of its own: "de", "la", "al-", "bin", "Jr.", "FNU".
        is_initial: a single letter that stands for a name.
    """

    text: str
    strict: str
    part: Part
    script: Script
    is_particle: bool = False
    is_initial: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One way to call a person.

    Attributes:
        tokens: every word, particles and initials among them, in the order written.
    """

    tokens: tuple[Token, ...]

    def __str__(self) -> str:
        return " ".join(token.text for token in self.tokens)
