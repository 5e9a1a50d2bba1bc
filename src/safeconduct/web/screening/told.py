"""What the page says of a screened person: the verdict, why each record is shown, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from safeconduct.basics import Finding, Lang, Message, languages, text
from safeconduct.screening import Candidate, Coverage, Person, Screened, Verdict
from safeconduct.screening.explanation import Piece, pieces_of, sentence_of
from safeconduct.web.language import current
from safeconduct.web.screening.answers import ruling_name, why_name
from safeconduct.web.shown import said, shown

MARKS = {
    Verdict.CANDIDATES: "not-met",
    Verdict.NO_CANDIDATE: "met",
    Verdict.CANNOT_SCREEN: "unknown",
}
BITS = Decimal(100)
"""Weights are kept in hundredths of a bit."""


@dataclass(frozen=True, slots=True)
class Because:
    """One piece of evidence: both sides, how they relate, and what that weighs, in bits."""

    mine: str
    theirs: str
    says: str
    weight: str


@dataclass(frozen=True, slots=True)
class TellsOfRecord:
    """A record that may concern the person.

    Attributes:
        record: its reference.
        name: the name as the register writes it.
        line: where it stands in the register's file.
        says: by language, the sentence that explains it; the language of the page first.
        because: every piece of evidence.
        ruling: the name of the question for the decision.
        why: the name of the question for its reason.
        chosen: the decision as it was sent.
        reason: the reason as it was sent.
        errors: what is wrong with either.
    """

    record: str
    name: str
    line: int
    says: tuple[tuple[Lang, str], ...]
    because: tuple[Because, ...]
    ruling: str
    why: str
    chosen: str
    reason: str
    errors: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A search as it stands in the record.

    Attributes:
        entry: the index of its entry.
        is_complete: whether it says that nothing is left to look at.
        source: from what it is known, with every decision.
    """

    entry: int
    is_complete: bool
    source: str


@dataclass(frozen=True, slots=True)
class TellsOfPerson:
    """A person of the manifest, screened.

    Attributes:
        person: the person.
        name: what the reader may call the person.
        verdict: what the screening says, in words.
        mark: how the verdict is marked beside its words.
        lacks: what is missing for a verdict, or for a better one.
        coverage: what was searched.
        records: the candidates, best first.
        recorded: the search as it is recorded; None as long as it is not.
        errors: what stands in the way, at no question in particular.
    """

    person: Person
    name: str
    verdict: str
    mark: str
    lacks: tuple[Message, ...]
    coverage: Coverage
    records: tuple[TellsOfRecord, ...]
    recorded: Recorded | None = None
    errors: tuple[Finding, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether a complete search is recorded, so that nothing more is asked."""
        return self.recorded is not None and self.recorded.is_complete


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent of one person and could not be recorded, so that nothing is typed twice."""

    person: str
    posted: Mapping[str, str]
    findings: tuple[Finding, ...]


def tells(
    screened: Screened, name: str, recorded: Recorded | None, sent: Sent | None
) -> TellsOfPerson:
    """What the page says of a person.

    Args:
        screened: the person.
        name: what the reader may call the person.
        recorded: the search as it is recorded; None for none.
        sent: what was sent of this person and could not be recorded.
    """
    records = tuple(_record(one, sent) for one in screened.candidates)
    asked = {question for one in records for question in (one.ruling, one.why)}
    errors = tuple(f for f in (sent.findings if sent else ()) if f.location.column not in asked)
    return TellsOfPerson(
        screened.person, name, text(f"web.screening-{screened.verdict}", current()),
        MARKS[screened.verdict], screened.lacks, screened.coverage, records, recorded, errors,
    )  # fmt: skip


def _record(one: Candidate, sent: Sent | None) -> TellsOfRecord:
    ruling, why = ruling_name(one), why_name(one)
    posted = sent.posted if sent else {}
    errors = [f for f in (sent.findings if sent else ()) if f.location.column in {ruling, why}]
    return TellsOfRecord(
        one.record.ref, one.record.shown_name, one.record.line, tuple(_sentences(one)),
        tuple(_because(piece) for piece in pieces_of(one)),
        ruling, why, posted.get(ruling, ""), posted.get(why, ""), tuple(errors),
    )  # fmt: skip


def _sentences(one: Candidate) -> Iterator[tuple[Lang, str]]:
    here = current()
    for lang in (here, *(other for other in languages() if other != here)):
        yield lang, said(sentence_of(one), lang)


def _because(piece: Piece) -> Because:
    weight = shown(Decimal(piece.weight) / BITS)
    return Because(piece.mine, piece.theirs, said(piece.sentence), weight)
