"""Answers of which the last one is not the favourable one.

A table that holds answers can hold several of one office: accepted and then refused, fit and then
not fit. A condition that asks for a favourable one finds the old one. So whoever has a contrary
answer that is as late or later, or of which nobody knows when it was given, is undetermined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from safeconduct.basics import Message
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle
from safeconduct.clearance.rows import Row


@dataclass(frozen=True, slots=True)
class Answers:
    """A table whose rows answer a question.

    Attributes:
        table: the table.
        question: the columns that say which question is answered.
        answer: the column of the answer.
        contrary: the answers that stop.
        given: the column of the moment at which it was given.
    """

    table: str
    question: tuple[str, ...]
    answer: str
    contrary: frozenset[str]
    given: str


_ENDED = frozenset({"quashed", "withdrawn"})

ANSWERS = (
    Answers("examinations", ("kind",), "outcome", frozenset({"not-fit"}), "examined_at"),
    Answers("decisions", ("kind",), "answer", frozenset({"no"}), "decided_on"),
    Answers("opinions", ("kind",), "answer", frozenset({"refuses"}), "given_at"),
    Answers("identity_checks", (), "result", frozenset({"not-matched"}), "checked_at"),
    Answers("legal_bases", ("kind", "issued_by", "law"), "state", _ENDED, "issued_on"),
    Answers("assessments", ("kind", "about"), "outcome", frozenset({"bar"}), "made_on"),
)


def answers_contradict(bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Every contrary answer that a favourable one does not come after."""
    for answers in ANSWERS:
        asked: dict[tuple[object, ...], list[Row]] = defaultdict(list)
        for row in known.tables[answers.table]:
            question = tuple(row.values.get(column) for column in answers.question)
            asked[row.text("person"), *question].append(row)
        for rows in asked.values():
            for row in _standing(rows, answers):
                message = Message.of("clearance.answers-contradict", column=answers.answer)
                yield Problem(message, bundle.at(row, answers.answer), row.text("person"))


def _standing(rows: Iterable[Row], answers: Answers) -> Iterator[Row]:
    """The contrary answers beside favourable ones, none of which is certainly later."""
    told = list(rows)
    contrary = [row for row in told if row.text(answers.answer) in answers.contrary]
    favourable = [row for row in told if row.text(answers.answer) not in {"", *answers.contrary}]
    if not favourable:
        return
    for row in contrary:
        if not any(_is_later(other, row, answers.given) for other in favourable):
            yield row


def _is_later(one: Row, other: Row, column: str) -> bool:
    mine, theirs = one.values.get(column), other.values.get(column)
    return isinstance(mine, date) and isinstance(theirs, date) and mine > theirs
