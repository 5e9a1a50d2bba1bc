"""Why a record is shown: every piece of evidence with its weight, and one plain sentence.

The weights of all pieces add up to the score exactly, so that anybody can compute it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.screening.evidence.evidence import FieldEvidence, FieldRelation
from safeconduct.screening.evidence.names import NameEvidence
from safeconduct.screening.evidence.weights import CONFLICTING_NAME
from safeconduct.screening.verdicts import Candidate


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence.

    Attributes:
        field: ``name``, or the column.
        relation: how the two sides relate.
        mine: what the manifest says.
        theirs: what the register says.
        weight: in hundredths of a bit.
        sentence: the same in words.
    """

    field: str
    relation: str
    mine: str
    theirs: str
    weight: int
    sentence: Message


def pieces_of(candidate: Candidate) -> tuple[Piece, ...]:
    """Every piece of evidence of a candidate; their weights add up to its score."""
    evidence = candidate.evidence
    names = _of_name(evidence.name) if evidence.name else ()
    return (*names, *(_of_field(field) for field in evidence.fields))


def sentence_of(candidate: Candidate) -> Message:
    """One sentence that says what speaks for the record, and what against it."""
    evidence = candidate.evidence
    return Message.of(
        "screening.says-candidate",
        record=candidate.record.ref,
        name=_name_in_words(evidence.name),
        date=Message.of(f"screening.says-date-{evidence.relation('born_on')}"),
        identifier=Message.of(f"screening.says-identifier-{evidence.relation('document_no')}"),
        sex=Message.of(f"screening.says-sex-{evidence.relation('sex')}"),
    )


def _of_name(name: NameEvidence) -> Iterator[Piece]:
    for pair in name.aligned:
        one, other = pair.mine.text, pair.theirs.text
        sentence = pair.relation.message(one, other)
        if pair.other_part:
            sentence = Message.of("screening.says-other-part", sentence=sentence)
        yield Piece("name", pair.relation.kind, one, other, pair.weight, sentence)
    mine = " ".join(word.text for word in name.mine_left)
    theirs = " ".join(word.text for word in name.theirs_left)
    if name.conflicts:
        weight = CONFLICTING_NAME * name.conflicts
        sentence = Message.of("screening.says-conflicting", one=mine, other=theirs)
        yield Piece("name", "conflicting", mine, theirs, weight, sentence)
    elif mine or theirs:
        sentence = Message.of("screening.says-left-over", words=f"{mine} {theirs}".strip())
        yield Piece("name", "left-over", mine, theirs, 0, sentence)


def _of_field(field: FieldEvidence) -> Piece:
    sentence = _field_in_words(field)
    return Piece(field.field, field.relation, field.mine, field.theirs, field.weight, sentence)


def _field_in_words(field: FieldEvidence) -> Message:
    if field.field == "born_on":
        return Message.of(f"screening.says-date-{field.relation}")
    if field.field == "document_no":
        return Message.of(f"screening.says-identifier-{field.relation}")
    if field.field == "sex":
        return Message.of(f"screening.says-sex-{field.relation}")
    column = Message.of(f"screening.column-{field.field.replace('_', '-')}")
    known = field.relation is not FieldRelation.MISSING
    code = f"screening.says-field-{field.relation if known else 'missing'}"
    return Message.of(code, column=column)


def _name_in_words(name: NameEvidence | None) -> Message:
    if name is None:
        return Message.of("screening.says-name-missing")
    if name.is_whole:
        return Message.of("screening.says-name-whole")
    if name.is_covered:
        return Message.of("screening.says-name-covered")
    if not name.aligned:
        return Message.of("screening.says-name-none")
    return Message.of("screening.says-name-part", words=len(name.aligned))
