"""Rectifying one value: the old version is kept, and whoever had it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.data.correcting import (
    RECTIFIABLE,
    corrected_value,
    recipients_told,
)
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Rectify:
    """Which value of which row, what is right, and the contest that it answers, if one does."""

    about_table: Annotated[str, Fact("contests.about_table")]
    about_key: Annotated[str, Fact("contests.about_key")]
    about_column: Annotated[str, Fact("contests.about_column")]
    value: Annotated[str, Fact("contests.answer")]
    contest: Annotated[str, Fact("contests.contest")] = ""


def plan(asked: Rectify, situation: Situation) -> Planned:
    """The next version of the row, the contest rectified, and a duty for each recipient."""
    if asked.about_table not in RECTIFIABLE:
        return (fault("casework.not-rectified", "about_table", table=asked.about_table[:60]),)
    row = situation.known(asked.about_table, asked.about_key)
    if isinstance(row, Finding):
        return (row,)
    value = corrected_value(asked.about_table, asked.about_column, asked.value)
    if isinstance(value, Finding):
        return (value,)
    if row.values.get(asked.about_column) == value:
        return (fault("casework.nothing-to-correct", "value", statement=row.key),)
    answered = _answered(asked, row, situation)
    if isinstance(answered, Finding):
        return (answered,)
    values = {**row.values, asked.about_column: value}
    right = NewRow(row.table, row.key, values, row.happened_at, row.is_open)
    rows = (right, *answered, *(recipients_told(row, situation) if row.person else ()))
    return Plan(rows, case=situation.case_of(row.person) if row.person else "")


def _answered(asked: Rectify, row: KeptRow, situation: Situation) -> tuple[NewRow, ...] | Finding:
    if not asked.contest:
        return ()
    contest = situation.known("contests", asked.contest)
    if isinstance(contest, Finding):
        return contest
    if contest.person != row.person or contest.text("state") != "open":
        return fault("casework.contest-over", "contest", state=contest.text("state"))
    return (changed(contest, is_open=False, state="rectified", answered_at=situation.now),)


RECTIFY = Act("rectify", "data", Right.RECTIFY, "fact-rectified", Rectify, plan)
