"""The answer as the command-line contract states it."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.basics import Lang, render
from safeconduct.basics.digest import Plain
from safeconduct.screening.decisions import Decision, is_closed
from safeconduct.screening.explanation import Piece, pieces_of, sentence_of
from safeconduct.screening.verdicts import Candidate, Coverage, Screened


def screening_report(screened: Iterable[Screened], lang: Lang) -> list[Plain]:
    """What was found of each person; sentences in the language, weights in hundredths of a bit."""
    return [_person(one, lang) for one in screened]


def _person(screened: Screened, lang: Lang) -> Plain:
    return {
        "person": screened.person.ref,
        "line": screened.person.line,
        "version": screened.person.version,
        "verdict": screened.verdict.value,
        "candidates": [candidate_report(one, lang) for one in screened.candidates],
        "closed": is_closed(screened),
        "lacks": [render(message, lang) for message in screened.lacks],
        "coverage": coverage_report(screened.coverage),
    }


def candidate_report(candidate: Candidate, lang: Lang) -> Plain:
    """A candidate with every piece of evidence."""
    return {
        "record": candidate.record.ref,
        "line": candidate.record.line,
        "version": candidate.record.version,
        "score": candidate.score,
        "name": candidate.record.shown_name,
        "sentence": render(sentence_of(candidate), lang),
        "because": [_piece(piece, lang) for piece in pieces_of(candidate)],
        "keys": list(candidate.keys),
        "decision": _decision(candidate.decision),
    }


def _decision(decision: Decision | None) -> Plain:
    if decision is None:
        return None
    return {
        "decision": decision.ruling.value,
        "decided_by": decision.decided_by,
        "decided_at": decision.decided_at.isoformat(),
        "why": decision.why,
    }


def coverage_report(coverage: Coverage) -> Plain:
    """What was searched."""
    return {
        "register": coverage.register,
        "rules": coverage.rules,
        "keys": list(coverage.keys),
        "records": coverage.records,
        "blocks": coverage.blocks,
        "split": coverage.split,
        "under_keys": coverage.under_keys,
        "compared": coverage.compared,
        "whole": coverage.is_whole,
    }


def _piece(piece: Piece, lang: Lang) -> Plain:
    return {
        "field": piece.field,
        "relation": piece.relation,
        "mine": piece.mine,
        "theirs": piece.theirs,
        "weight": piece.weight,
        "sentence": render(piece.sentence, lang),
    }
