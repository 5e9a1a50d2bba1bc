"""Issuing credit and debit notes: what the register says now, less what was charged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding, WrongInput
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.money.amounts import minor_units
from safeconduct.casework.acts.money.computing import statement_now
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.ports import View
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.compensation import FrozenStatement, Note, correct, freeze, read_frozen
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class IssueNotes:
    """Which statement is corrected, and the dispute that asked for it, if one did."""

    statement: Annotated[str, Fact("credits.statement")]
    dispute: Annotated[str, Fact("credits.dispute")] = ""


def plan(asked: IssueNotes, situation: Situation) -> Planned:
    """At most one credit note and one debit note, each citing both versions; none edits any."""
    statement = situation.known("statements", asked.statement)
    if isinstance(statement, Finding):
        return (statement,)
    if situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    try:
        charged = charged_now(statement, situation.view)
        computed = statement_now(situation.view, situation.terms, charged.period)
    except WrongInput as why:
        return why.findings
    content = freeze(computed, situation.now.date(), charged.digest)
    notes = correct(charged, read_frozen(content))
    if not notes:
        return (fault("casework.nothing-to-correct", "statement", statement=statement.key),)
    rows = tuple(_row(note, asked, situation, content) for note in notes)
    facts = {"statement": statement.key, "corrects": charged.digest,
             "corrected_by": notes[0].corrected_by}  # fmt: skip
    return Plan(rows, facts={**facts})


def charged_now(statement: KeptRow, view: View) -> FrozenStatement:
    """What is charged by now: the statement, or the recomputation of its last note.

    Raises:
        WrongInput: what was frozen was altered since.
    """
    of_it = [one for one in view.rows("credits") if one.text("statement") == statement.key]
    last = max(of_it, key=lambda one: one.entry, default=statement)
    return read_frozen(last.text("frozen").encode())


def _row(note: Note, asked: IssueNotes, situation: Situation, content: bytes) -> NewRow:
    values: dict[str, Cell] = {
        "statement": asked.statement, "kind": note.kind.value, "dispute": asked.dispute,
        "amount": minor_units(note.total), "currency": note.total.currency.code,
        "frozen": content.decode(), "sha256": note.corrected_by, "issued_at": situation.now,
    }  # fmt: skip
    return NewRow("credits", situation.names.new("note"), values)


ISSUE_NOTES = Act("issue-notes", "money", Right.ISSUE_CREDIT, "credit-issued", IssueNotes, plan)
