"""Answers: what the other party says to each line, read cell by cell and held to its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from safeconduct.basics import Finding, Location, Message, Money, Severity, WrongInput
from safeconduct.reconciliation.disputes.dispute import (
    ANSWERED,
    STATED,
    Dispute,
    DisputedLine,
    stated_cells,
)

ANSWER_COLUMNS = ANSWERED
_DAYS = re.compile(r"\d{1,7}", re.ASCII)
_AMOUNT = re.compile(r"-?\d{1,13}(\.\d{1,6})?", re.ASCII)


class Answer(StrEnum):
    """What the other party says to a line."""

    ACCEPT = "accept"
    """It is as you say."""

    REJECT = "reject"
    """It is as we say, for a reason."""

    CORRECT = "correct"
    """It is neither: these are the days and the money of the booking."""

    NONE = ""
    """Nothing yet."""


CONCEDE = "concede"
"""The reply to a rejection that accepts it; then our book is corrected."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of the answered file.

    Attributes:
        file: the file as the person named it.
        line: its line.
        text: cells by column, without surrounding blanks.
    """

    file: str
    line: int
    text: Mapping[str, str]

    def error(self, column: str, code: str, **parameters: str | int) -> Finding:
        """An error at a cell of the row."""
        where = Location(self.file, self.line, column)
        return Finding(Message(code, parameters), Severity.ERROR, where)


@dataclass(frozen=True, slots=True)
class Answered:
    """A disputed line with its answer.

    Attributes:
        disputed: the line.
        answer: the answer.
        reason: the reason that was given.
        days: for a correction, days that they now state for the booking.
        amount: for a correction, the money.
        conceded: whether the side that raised the line gives it up.
    """

    disputed: DisputedLine
    answer: Answer
    reason: str = ""
    days: int | None = None
    amount: Money | None = None
    conceded: bool = False


def read_answers(dispute: Dispute, rows: Iterable[Cells]) -> tuple[Answered, ...]:
    """The answers to a dispute; a line that the file lacks is not answered.

    Raises:
        WrongInput: if the file answers another dispute, changes what was stated, answers a line
            twice, or has an answer that is not of the form.
    """
    lines = {str(line.ref): line for line in dispute.lines}
    found: dict[int, Answered] = {}
    errors: list[Finding] = []
    for row in rows:
        line = lines.get(row.text.get("ref", ""))
        wrong = _not_of_this_dispute(dispute, row, line)
        if wrong or line is None:
            errors += wrong
        elif line.ref in found:
            errors.append(row.error("ref", "reconciliation.answered-twice", ref=line.ref))
        else:
            answered, wrong = _read(row, line)
            errors += wrong
            found[line.ref] = answered
    if errors:
        raise WrongInput(*errors)
    return tuple(found.get(one.ref, Answered(one, Answer.NONE)) for one in dispute.lines)


def _not_of_this_dispute(dispute: Dispute, row: Cells, line: DisputedLine | None) -> list[Finding]:
    if row.text.get("dispute", "") != dispute.id:
        return [row.error("dispute", "reconciliation.answers-another-dispute", id=dispute.id)]
    if line is None:
        ref = row.text.get("ref", "")
        return [row.error("ref", "reconciliation.no-such-line", ref=ref, lines=len(dispute.lines))]
    stated = stated_cells(dispute, line)
    return [
        row.error(
            column,
            "reconciliation.line-changed",
            ref=line.ref,
            heading=column,
            stated=stated[column],
            found=row.text.get(column, ""),
        )
        for column in STATED
        if column != "why" and not _alike(stated[column], row.text.get(column, ""))
    ]


def _alike(stated: str, found: str) -> bool:
    """Whether a cell is what was stated; a spreadsheet may write ``50`` for ``50.00``."""
    if stated == found:
        return True
    if _AMOUNT.fullmatch(stated) and _AMOUNT.fullmatch(found):
        return Decimal(stated) == Decimal(found)
    return False


def _read(row: Cells, line: DisputedLine) -> tuple[Answered, list[Finding]]:
    written = {column: row.text.get(column, "") for column in ANSWERED}
    word = written["answer"].casefold()
    if word not in {one.value for one in Answer}:
        return Answered(line, Answer.NONE), [
            row.error("answer", "reconciliation.no-such-answer", text=written["answer"][:40])
        ]
    answer = Answer(word)
    errors = list(_form(row, written, answer))
    if errors:
        return Answered(line, Answer.NONE), errors
    currency = line.difference.amount.currency
    days, amount = written["corrected_days"], written["corrected_amount"]
    return Answered(
        line,
        answer,
        written["reason"],
        int(days) if days else None,
        Money(Decimal(amount), currency) if amount else None,
        conceded=written["reply"].casefold() == CONCEDE,
    ), []


def _form(row: Cells, written: Mapping[str, str], answer: Answer) -> Iterable[Finding]:
    corrects = bool(written["corrected_days"] or written["corrected_amount"])
    if answer is Answer.REJECT and not written["reason"]:
        yield row.error("reason", "reconciliation.rejected-without-reason")
    if answer is Answer.CORRECT and not corrects:
        yield row.error("corrected_days", "reconciliation.corrected-without-value")
    if answer is not Answer.CORRECT and corrects:
        yield row.error("answer", "reconciliation.value-without-correct")
    if written["corrected_days"] and not _DAYS.fullmatch(written["corrected_days"]):
        text = written["corrected_days"][:40]
        yield row.error("corrected_days", "reconciliation.days-unreadable-answer", text=text)
    if written["corrected_amount"] and not _is_amount(row, written["corrected_amount"]):
        text = written["corrected_amount"][:40]
        yield row.error("corrected_amount", "reconciliation.amount-unreadable-answer", text=text)
    reply = written["reply"].casefold()
    if reply not in {"", CONCEDE, "maintain"}:
        yield row.error("reply", "reconciliation.no-such-reply", text=written["reply"][:40])
    if reply == CONCEDE and answer is not Answer.REJECT:
        yield row.error("reply", "reconciliation.conceded-without-rejection")


def _is_amount(row: Cells, text: str) -> bool:
    """Whether the text is an amount that the line's currency can hold."""
    stated = row.text.get("amount", "")
    places = len(stated.partition(".")[2])
    return bool(_AMOUNT.fullmatch(text)) and len(text.partition(".")[2].rstrip("0")) <= places
