"""``safeconduct dispute settle``: answers in, corrected books and notes out; nothing is edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from safeconduct.agreement import Agreement
from safeconduct.agreement import load as load_agreement
from safeconduct.basics import Finding, Period
from safeconduct.cli.days import read_day
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.dispute.answered import read_answered
from safeconduct.cli.dispute.books import BookText, read_texts, write_book
from safeconduct.cli.dispute.notes import Noted, notes_against
from safeconduct.cli.dispute.options import (
    AbsencesOption,
    ActsOption,
    AgreementOption,
    AnswersArgument,
    DatedOption,
    FreezeOption,
    IndicesOption,
    OursArgument,
    OursOutOption,
    PeriodOption,
    PlacesOption,
    StatementOption,
    TheirAbsencesOption,
    TheirsArgument,
    TheirsOutOption,
)
from safeconduct.cli.dispute.told import print_outcome, written_outcome
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.reconcile.command import asked_period
from safeconduct.cli.reconcile.files import Files, open_books, open_inputs
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read
from safeconduct.engine import session
from safeconduct.reconciliation import Reconciliation, Side, reconcile
from safeconduct.reconciliation.disputes import (
    Correction,
    Outcome,
    corrected,
    corrected_absences,
    dispute_of,
    settle,
)


@dataclass(frozen=True, slots=True)
class _Written:
    """The corrected books that were asked for.

    Attributes:
        files: the files of both sides, corrected where one was asked for.
        corrections: what was corrected.
    """

    files: Files
    corrections: Sequence[Correction]


def settle_dispute(  # noqa: PLR0913, PLR0917 - the books, what decides, and what to write
    answers: AnswersArgument,
    ours: OursArgument,
    theirs: TheirsArgument,
    agreement: AgreementOption,
    period: PeriodOption = None,
    absences: AbsencesOption = "",
    their_absences: TheirAbsencesOption = "",
    places: PlacesOption = "",
    acts: ActsOption = "",
    indices: IndicesOption = "",
    corrected_ours: OursOutOption = "",
    corrected_theirs: TheirsOutOption = "",
    statement: StatementOption = "",
    freeze: FreezeOption = "",
    dated: DatedOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Apply the answers to a dispute."""
    del lang
    files = Files(ours, theirs, absences, their_absences, places, acts, indices)
    given = (agreement, answers, statement, *files.named)
    keep_what_is_read((corrected_ours, corrected_theirs, freeze), given)
    terms, asked = load_agreement(agreement), asked_period(period)
    on = read_day("--dated", dated) or datetime.now(UTC).date()
    outcome, texts = _settle(answers, files, terms, asked)
    made = _correct(outcome, texts, files, (corrected_ours, corrected_theirs))
    remaining, findings = _again(made.files, terms, asked)
    noted = Noted((), ())
    if statement:
        claims = [one for one in made.corrections if one.side is Side.THEIRS and one.claims]
        noted = notes_against(statement, freeze, made.files, terms, on, has_claims=bool(claims))
    decided = Decided(
        "dispute-settle",
        lambda: written_outcome(outcome, remaining, noted.notes),
        lambda: print_outcome(outcome, remaining, noted.notes),
        {**files.by_kind, "answers": answers, "statement": statement},
        terms,
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings((*findings, *noted.findings, *found))
    leave(found, needs_a_person=bool(outcome.open or remaining.differences))


def _settle(
    answers: str, files: Files, terms: Agreement, asked: Period | None
) -> tuple[Outcome, tuple[BookText, BookText]]:
    with session() as connection:
        books = open_books(connection, files)
        inputs, _ = open_inputs(connection, terms, files)
        result = reconcile(connection, terms, *books, asked, inputs)
        dispute = dispute_of(result, current())
        outcome = settle(dispute, read_answered(connection, answers, dispute))
        texts = read_texts(connection, books[0]), read_texts(connection, books[1])
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
    file = Path(book).with_name(f"{Path(book).stem}-absences.csv")
    rows = [row for row in absences if isinstance(row, dict)]
    write_book(file, tuple(dict.fromkeys(name for row in rows for name in row)), rows)
    return str(file)


def _again(
    files: Files, terms: Agreement, asked: Period | None
) -> tuple[Reconciliation, tuple[Finding, ...]]:
    """Hold the corrected books against each other, so that what is left is not merely computed."""
    with session() as connection:
        books = open_books(connection, files)
        inputs, refused = open_inputs(connection, terms, files)
        return reconcile(connection, terms, *books, asked, inputs), refused
