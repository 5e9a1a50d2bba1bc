"""Lodging an inspection: written down after it took place, and announced to nobody before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class LodgeInspection:
    """Where and when, whether all was shown, and the seed and digest that came along offline."""

    place: Annotated[str, Fact("inspections.place")]
    began_at: Annotated[datetime, Fact("inspections.began_at")]
    ended_at: Annotated[datetime | None, Fact("inspections.ended_at")] = None
    announced: Annotated[bool | None, Fact("inspections.announced")] = None
    access_full: Annotated[bool | None, Fact("inspections.access_full")] = None
    seed: Annotated[str, Fact("inspections.seed")] = ""
    sampled: Annotated[int | None, Fact("inspections.sampled")] = None
    sha256: Annotated[str, Fact("inspections.sha256")] = ""
    inspection: Annotated[str, Fact("inspections.inspection")] = ""


def plan(asked: LodgeInspection, situation: Situation) -> Planned:
    """The inspection, open until its findings are closed."""
    wrong = [*ahead("began_at", asked.began_at, situation.now),
             *ahead("ended_at", asked.ended_at, situation.now)]  # fmt: skip
    if asked.ended_at is not None and asked.ended_at < asked.began_at:
        first, last = asked.began_at, asked.ended_at
        wrong.append(fault("casework.ends-before-start", "ended_at", first=first, last=last))
    if situation.view.row("places", asked.place) is None:
        wrong.append(fault("casework.no-such-row", "place", key=asked.place, table="places"))
    if situation.view.row("inspections", asked.inspection) is not None:
        wrong.append(
            fault("casework.key-taken", "inspection", key=asked.inspection, table="inspections")
        )
    if wrong:
        return tuple(wrong)
    more: dict[str, Cell] = {"body": situation.office, "state": "open"}
    row = stated_row("inspections", asked, situation, key=asked.inspection,
                     happened_at=asked.began_at, more=more)  # fmt: skip
    found = [notice("casework.inspection-announced", "announced")] if asked.announced else []
    if asked.access_full is False:
        found.append(notice("casework.access-refused", "access_full", place=asked.place))
    facts = {"inspection": row.key, "place": asked.place, "seed": asked.seed}
    return Plan((row,), facts={**facts}, findings=tuple(found))


LODGE_INSPECTION = Act(
    "lodge-inspection", "oversight", Right.LODGE_INSPECTION, "inspection-lodged",
    LodgeInspection, plan,
)  # fmt: skip
