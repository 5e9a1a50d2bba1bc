"""The answer for a folder as a plain value: counts, and what is wrong."""

from __future__ import annotations

from safeconduct.basics import Lang
from safeconduct.basics.digest import Plain
from safeconduct.clearance.bulk.answering import Answered, Counted
from safeconduct.clearance.report import problem_as_plain


def bulk_report(answered: Answered, lang: Lang) -> dict[str, Plain]:
    """The answer; sentences in the language."""
    question = answered.opened.question
    return {
        "agreement": str(question.agreement.id),
        **answered.hashes,
        "facts_as_of": question.now.isoformat(),
        "law_as_of": question.law_as_of.isoformat(),
        "computed_at": question.computed_at.isoformat(),
        "problems": [problem_as_plain(problem, lang) for problem in answered.opened.problems],
        "outcomes": {outcome.value: number for outcome, number in answered.outcomes.items()},
        "conditions": [_condition(counted, lang) for counted in answered.counted],
    }


def _condition(counted: Counted, lang: Lang) -> Plain:
    condition = counted.condition
    return {
        "condition": condition.id,
        "says": condition.label.in_language(lang),
        "clause": str(condition.citation.clause),
        **{verdict.value: number for verdict, number in counted.verdicts.items()},
    }
