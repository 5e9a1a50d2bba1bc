"""What a finding rests on, and for whom it is law."""

from __future__ import annotations

from safeconduct.agreement import Grade
from safeconduct.basics import Lang, text
from safeconduct.clearance.asking import Asked
from safeconduct.clearance.findings import ConditionFinding
from safeconduct.clearance.terms import origin_of
from safeconduct.clearance.world import Case
from safeconduct.facts import STATE_SUFFIX


def source_of(finding: ConditionFinding, case: Case, asked: Asked, lang: Lang) -> str:
    """The instrument or source, with the States for which it is law, or its grade."""
    citation = finding.condition.citation
    if not finding.from_floor:
        terms = origin_of(finding.condition, asked.question.agreement, asked.above)
        title = next((s.title for s in terms.sources if s.id == citation.source), citation.source)
        if citation.grade is Grade.TEXT:
            return title
        return text("clearance.source-graded", lang).format(title=title, grade=citation.grade)
    instrument = asked.floor.instrument_of(finding.condition)
    title = instrument.title.in_language(lang)
    sides = [case.transfer.text(side + STATE_SUFFIX) for side in ("sending", "receiving")]
    bound = [side for side in dict.fromkeys(sides) if side and instrument.is_law_for(side)]
    if not bound:
        return text("clearance.source-policy", lang).format(title=title)
    return text("clearance.source-law", lang).format(title=title, states=", ".join(bound))
