"""``safeconduct dispute settle``: answers in, corrected books and notes out; nothing is edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.dispute.answered import read_answered
from safeconduct.cli.dispute.books import BookText, read_texts, write_book
from safeconduct.cli.dispute.notes import Noted, notes_against
from safeconduct.cli.dispute.told import print_outcome, written_outcome
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.reconcile.asked import TwoBooks
from safeconduct.cli.reconcile.files import Files, open_books, open_inputs
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read
from safeconduct.engine import session
from safeconduct.reconciliation import MEMORY_LIMIT, Reconciliation, Side, reconcile
from safeconduct.reconciliation.disputes import (
    Correction,
    Outcome,
    corrected,
    corrected_absences,
    dispute_of,
    settle,
)

AnswersArgument = Annotated[
    str, typer.Argument(metavar="ANSWERS", help="reconciliation.help-answers")
]
OursOutOption = Annotated[
    str, typer.Option("--corrected-ours", metavar="FILE", help="reconciliation.help-ours-out")
]
TheirsOutOption = Annotated[
    str, typer.Option("--corrected-theirs", metavar="FILE", help="reconciliation.help-theirs-out")
]
StatementOption = Annotated[
    str, typer.Option("--statement", metavar="FILE", help="reconciliation.help-statement")
]
FreezeOption = Annotated[
    str, typer.Option("--freeze", metavar="FILE", help="reconciliation.help-freeze")
]


@dataclass(frozen=True, slots=True)
class _Written:
    """The corrected books that were asked for.

    Attributes:
        files: the files of both sides, corrected where one was asked for.
        corrections: what was corrected.
    """

    files: Files
    corrections: Sequence[Correction]


def settle_dispute(  # noqa: PLR0913 - what to apply, and what to write
    answers: AnswersArgument,
    books: TwoBooks,
    *,
    corrected_ours: OursOutOption = "",
    corrected_theirs: TheirsOutOption = "",
    statement: StatementOption = "",
    freeze: FreezeOption = "",
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Apply the answers to a dispute."""
    del lang
    made_of = (corrected_ours, corrected_theirs)
    writes = (*made_of, *map(_absences_beside, made_of), freeze)
    keep_what_is_read(writes, (answers, statement, *books.named))
    outcome, texts = _settle(answers, books)
    made = _correct(outcome, texts, books.files, made_of)
    remaining, findings = _again(made.files, books)
    noted = Noted((), ())
    if statement:
        claims = [one for one in made.corrections if one.side is Side.THEIRS and one.claims]
        noted = notes_against(
            statement, freeze, made.files, books.terms, books.on, has_claims=bool(claims)
        )
    decided = Decided(
        "dispute-settle",
        lambda: written_outcome(outcome, remaining, noted.notes),
        lambda: print_outcome(outcome, remaining, noted.notes),
        {**books.files.by_kind, "answers": answers, "statement": statement},
        books.terms,
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings((*findings, *noted.findings, *found))
    leave(found, needs_a_person=bool(outcome.open or remaining.differences))


def _settle(answers: str, books: TwoBooks) -> tuple[Outcome, tuple[BookText, BookText]]:
    with session(MEMORY_LIMIT) as connection:
        ours, theirs = open_books(connection, books.files)
        inputs, _ = open_inputs(connection, books.terms, books.files)
        result = reconcile(connection, books.terms, ours, theirs, books.period, inputs)
        dispute = dispute_of(result, current())
        outcome = settle(dispute, read_answered(connection, answers, dispute))
        texts = read_texts(connection, ours), read_texts(connection, theirs)
    return outcome, texts


def _correct(
    outcome: Outcome, texts: tuple[BookText, BookText], files: Files, out: tuple[str, str]
) -> _Written:
    """Write the corrected books that were asked for, each with its absences beside it."""
    ours, theirs = texts
    corrections = (
        corrected(outcome, Side.OURS, ours.rows, theirs.rows),
        corrected(outcome, Side.THEIRS, theirs.rows, ours.rows),
    )
    if out[0]:
        write_book(Path(out[0]), corrections[0].columns, corrections[0].rows)
        away = corrected_absences(corrections[0], ours.absences, theirs.absences)
        files = replace(files, ours=out[0], absences=_beside(out[0], away))
    if out[1]:
        write_book(Path(out[1]), corrections[1].columns, corrections[1].rows)
        away = corrected_absences(corrections[1], theirs.absences, ours.absences)
        files = replace(files, theirs=out[1], their_absences=_beside(out[1], away))
    return _Written(files, corrections)


def _beside(book: str, absences: Sequence[object]) -> str:
    """The absences of a corrected book, in a file named after it; no file where there are none."""
    if not absences:
        return ""
    file = _absences_beside(book)
    rows = [row for row in absences if isinstance(row, dict)]
    write_book(Path(file), tuple(dict.fromkeys(name for row in rows for name in row)), rows)
    return file


def _absences_beside(book: str) -> str:
    """The file of a corrected book's absences; none where no book is asked for."""
    return str(Path(book).with_name(f"{Path(book).stem}-absences.csv")) if book else ""


def _again(files: Files, books: TwoBooks) -> tuple[Reconciliation, tuple[Finding, ...]]:
    """Hold the corrected books against each other, so that what is left is not merely computed."""
    with session(MEMORY_LIMIT) as connection:
        opened = open_books(connection, files)
        inputs, refused = open_inputs(connection, books.terms, files)
        return reconcile(connection, books.terms, *opened, books.period, inputs), refused
