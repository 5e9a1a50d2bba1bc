"""Verdicts: what a screening says of one person. Nothing here clears anybody by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from safeconduct.basics import Message
from safeconduct.screening.evidence.evidence import Evidence
from safeconduct.screening.person import Person, is_unreadable, telling

if TYPE_CHECKING:
    from safeconduct.screening.decisions import Decision


class Verdict(StrEnum):
    """The three things that a screening can say."""

    CANDIDATES = "candidates"
    """Records that may concern the person; a human must look at each."""

    NO_CANDIDATE = "no-candidate"
    """The whole register was searched under every key, and nothing that may be shown was found."""

    CANNOT_SCREEN = "cannot-screen"
    """Too little is known of the person, or not all of the register could be searched. The person
    is held."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched: the proof that belongs to a verdict.

    Attributes:
        register: the digest of the register's file.
        rules: the version of the rules.
        keys: the families of keys that were tried.
        records: how many records the index covers.
        blocks: how many blocks of keys were looked up for the person.
        split: how many of them are too common to show a record by themselves, so that they
            counted together with further fields.
        under_keys: how many records stand under any of the keys.
        compared: how many of those were weighed; the others lie below what may be shown.
        is_whole: whether every key was looked up and every row of the register could be read.
    """

    register: str
    rules: str
    keys: tuple[str, ...]
    records: int
    blocks: int = 0
    split: int = 0
    under_keys: int = 0
    compared: int = 0
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may concern the person.

    Attributes:
        record: the record.
        evidence: why, each part with its weight.
        keys: the families of keys that found it.
        decision: a reviewer's decision that binds to both rows as they are; None for none.
    """

    record: Person
    evidence: Evidence
    keys: tuple[str, ...]
    decision: Decision | None = None

    @property
    def score(self) -> int:
        """The weight of the evidence, in hundredths of a bit."""
        return self.evidence.score


@dataclass(frozen=True, slots=True)
class Screened:
    """What a screening says of one person.

    Attributes:
        person: the person of the manifest.
        verdict: what it says.
        candidates: the records that may concern the person, best first; also where the verdict is
            that the person cannot be screened.
        lacks: what is missing for a verdict, or for a better one.
        coverage: what was searched.
    """

    person: Person
    verdict: Verdict
    candidates: tuple[Candidate, ...]
    lacks: tuple[Message, ...] = ()
    coverage: Coverage = field(default_factory=lambda: Coverage("", "", (), 0, is_whole=False))


def lacks_of(person: Person) -> tuple[Message, ...]:
    """What the row of a person lacks for a screening that could find nothing."""
    words = {word.strict: word for name in person.names for word in telling(name)}.values()
    whole = [word for word in words if not word.is_initial]
    found = []
    if not words:
        found.append(Message.of("screening.lacks-name"))
    elif not whole:
        found.append(Message.of("screening.lacks-whole-word"))
    elif all(len(telling(name)) < 2 for name in person.names):
        found.append(Message.of("screening.lacks-second-word"))
    if any(map(is_unreadable, words)):
        found.append(Message.of("screening.lacks-known-script"))
    if not person.dates and not person.identifiers:
        found.append(Message.of("screening.lacks-date-and-identifier"))
    return tuple(found)


def verdict_of(
    person: Person, candidates: tuple[Candidate, ...], holds: tuple[Message, ...]
) -> tuple[Verdict, tuple[Message, ...]]:
    """The verdict and what it lacks.

    A person of whom less than two words are known, and neither a date nor an identifier, cannot be
    screened whatever was found: any record with that word would do.

    Args:
        person: the person.
        candidates: what was found.
        holds: why the search was not whole.
    """
    lacks = (*lacks_of(person), *holds)
    if not candidates:
        return (Verdict.CANNOT_SCREEN if lacks else Verdict.NO_CANDIDATE), lacks
    hopeless = len(lacks_of(person)) > 1 and not person.dates and not person.identifiers
    return (Verdict.CANNOT_SCREEN if hopeless else Verdict.CANDIDATES), lacks
