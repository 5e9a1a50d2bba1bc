"""Verifying a release: somebody outside the facility made sure that the person is free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class VerifyRelease:
    """Which release, and what shows it."""

    release: Annotated[str, Fact("releases.release")]
    evidence: Annotated[str, Fact("releases.evidence")]


def plan(asked: VerifyRelease, situation: Situation) -> Planned:
    """The release, verified; not by whoever released."""
    release = situation.known("releases", asked.release)
    if isinstance(release, Finding):
        return (release,)
    if release.text("state") != "released":
        return (fault("casework.not-released", "release", state=release.text("state")),)
    if release.actor == situation.actor.id:
        return (fault("casework.second-person", "release", who=situation.actor.name),)
    row = changed(
        release,
        is_open=False,
        state="verified",
        evidence=asked.evidence,
        verified_by=situation.office,
        verified_at=situation.now,
    )
    return Plan((row,), case=situation.case_of(release.person))


VERIFY_RELEASE = Act(
    "verify-release", "custody", Right.VERIFY_RELEASE, "release-verified", VerifyRelease, plan
)
