"""Why a condition came out as it did, in sentences that a lawyer could sign."""

from __future__ import annotations

from safeconduct.basics import Lang, text
from safeconduct.clearance.explain.failures import failures
from safeconduct.clearance.explain.remedies import remedy_of
from safeconduct.clearance.explain.sentences import sentence_of
from safeconduct.clearance.findings import ConditionFinding
from safeconduct.clearance.outcomes import Verdict
from safeconduct.clearance.world import Case


def why(finding: ConditionFinding, case: Case, lang: Lang) -> str:
    """The reason for one finding."""
    label = finding.condition.label.in_language(lang)
    return text(f"clearance.why-{finding.verdict}", lang).format(
        label=label, reasons=_reasons(finding, case, lang)
    )


def _reasons(finding: ConditionFinding, case: Case, lang: Lang) -> str:
    condition = finding.condition
    match finding.verdict:
        case Verdict.FALSE:
            said = failures(condition.require, case, case.person, lang)
        case Verdict.UNKNOWN:
            said = (remedy_of(need, lang) for need in finding.needs)
        case Verdict.NOT_APPLICABLE if condition.applies_when is not None:
            said = iter([sentence_of(condition.applies_when, lang)])
        case Verdict.NOT_APPLICABLE:
            said = iter([text("clearance.not-law-that-day", lang)])
        case _:
            said = iter([])
    return "; ".join(dict.fromkeys(said))
