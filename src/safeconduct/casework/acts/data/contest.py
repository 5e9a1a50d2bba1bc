"""Contesting what is recorded: it stays, is shown as contested, and is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row, unknown_person
from safeconduct.facts import KEPT, TABLES
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Contest:
    """Which row of whom, which column of it, and why it is wrong."""

    person: Annotated[str, Fact("contests.person")]
    about_table: Annotated[str, Fact("contests.about_table")]
    about_key: Annotated[str, Fact("contests.about_key")]
    says: Annotated[str, Fact("contests.says")]
    about_column: Annotated[str, Fact("contests.about_column")] = ""


def plan(asked: Contest, situation: Situation) -> Planned:
    """The contest, open; an allegation that is contested says so itself."""
    if situation.view.row("persons", asked.person) is None:
        return (unknown_person(asked.person),)
    known = {**TABLES, **KEPT}.get(asked.about_table)
    row = situation.view.row(asked.about_table, asked.about_key) if known else None
    if row is None or row.person != asked.person:
        key, table = asked.about_key[:80], asked.about_table[:80]
        return (fault("casework.no-such-row", "about_key", key=key, table=table),)
    more: dict[str, Cell] = {"contested_at": situation.now, "state": "open"}
    rows = [stated_row("contests", asked, situation, more=more)]
    if asked.about_table == "allegations":
        rows.append(changed(row, contested=True))
    return Plan(tuple(rows), case=situation.case_of(asked.person))


CONTEST = Act("contest", "data", Right.CONTEST, "fact-contested", Contest, plan)
