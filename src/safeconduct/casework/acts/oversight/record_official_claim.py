"""Recording what somebody in office said in public, beside what the record says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.basics import ONE_DAY, Finding, Period, Severity
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.oversight.recorded_figures import covered, recorded
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.oversight import Claim, hold_against
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordOfficialClaim:
    """Which office said what, when and where, and which figure it named for which days."""

    said_by: Annotated[str, Fact("official_claims.said_by")]
    said_on: Annotated[date, Fact("official_claims.said_on")]
    says: Annotated[str, Fact("official_claims.says")]
    figure: Annotated[str, Fact("official_claims.figure")] = "none"
    claimed: Annotated[int | None, Fact("official_claims.claimed")] = None
    period_from: Annotated[date | None, Fact("official_claims.period_from")] = None
    period_until: Annotated[date | None, Fact("official_claims.period_until")] = None
    said_where: Annotated[str, Fact("official_claims.said_where")] = ""


def plan(asked: RecordOfficialClaim, situation: Situation) -> Planned:
    """The claim with its verdict: agrees, differs, or cannot be tested here."""
    first, last = asked.period_from, asked.period_until
    if first is not None and last is not None and last < first:
        return (fault("casework.ends-before-start", "period_until", first=first, last=last),)
    period = Period(first, last + ONE_DAY) if first is not None and last is not None else None
    known = None if period is None else recorded(asked.figure, period, situation.view)
    claim = Claim(asked.figure, asked.claimed, period, asked.said_on)
    test = hold_against(claim, known, covered(situation.view, situation.now.date()))
    more: dict[str, Cell] = {"recorded": test.recorded, "verdict": test.verdict.value}
    row = stated_row("official_claims", asked, situation, more=more, is_open=False)
    facts = {"figure": asked.figure, "verdict": test.verdict.value}
    return Plan((row,), facts={**facts}, findings=(Finding(test.because, Severity.NOTE),))


RECORD_OFFICIAL_CLAIM = Act(
    "record-official-claim", "oversight", Right.RECORD_OFFICIAL_CLAIM, "official-claim",
    RecordOfficialClaim, plan,
)  # fmt: skip
