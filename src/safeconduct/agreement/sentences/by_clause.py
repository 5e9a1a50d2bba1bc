"""An agreement said clause by clause, in the order of its sources and their clause indexes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.citation import Source
from safeconduct.agreement.sentences.gate import condition_sentences, duty_sentences
from safeconduct.agreement.sentences.money import day_count_sentences, tariff_sentences
from safeconduct.agreement.sentences.scope import scope_sentences
from safeconduct.agreement.sentences.sentence import Sentence, Voice
from safeconduct.basics import ClauseRef


@dataclass(frozen=True, slots=True)
class ClauseSaid:
    """A clause and the terms that rest on it.

    Attributes:
        source: the source that holds the clause.
        clause: the clause, as its source numbers it.
        about: what the clause is about, from the source's clause index.
        sentences: the terms, in the order of the agreement's sections; none where no term rests on
            the clause.
    """

    source: Source
    clause: ClauseRef
    about: str
    sentences: tuple[Sentence, ...]


def sentences(agreement: Agreement, voice: Voice) -> tuple[Sentence, ...]:
    """Every cited term of the agreement, in the order of its sections."""
    sections = (
        scope_sentences,
        condition_sentences,
        day_count_sentences,
        tariff_sentences,
        duty_sentences,
    )
    return tuple(chain.from_iterable(section(agreement, voice) for section in sections))


def by_clause(
    agreement: Agreement, voice: Voice, *, uncited: bool = False
) -> tuple[ClauseSaid, ...]:
    """The clauses on which at least one term rests, each with its terms.

    Args:
        agreement: what is said.
        voice: in which language and for which day.
        uncited: whether clauses on which no term rests are among them, so that a reader sees what
            else the source holds.
    """
    said = sentences(agreement, voice)
    return tuple(
        ClauseSaid(source, clause, voice.words(about), resting)
        for source in agreement.sources
        for clause, about in source.clauses.items()
        if (resting := _resting_on(source, clause, said)) or uncited
    )


def _resting_on(
    source: Source, clause: ClauseRef, said: Iterable[Sentence]
) -> tuple[Sentence, ...]:
    return tuple(
        sentence
        for sentence in said
        if (sentence.citation.source, sentence.citation.clause) == (source.id, clause)
    )
