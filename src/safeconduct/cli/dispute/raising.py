"""``safeconduct dispute raise``: the differences as a file to answer, and a letter for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from safeconduct.agreement import load as load_agreement
from safeconduct.cli.days import read_day
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.dispute.letter import letter
from safeconduct.cli.dispute.options import (
    AbsencesOption,
    ActsOption,
    AgreementOption,
    DatedOption,
    IndicesOption,
    LetterOption,
    OursArgument,
    OutOption,
    PeriodOption,
    PlacesOption,
    TheirAbsencesOption,
    TheirsArgument,
)
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.reconcile.command import asked_period
from safeconduct.cli.reconcile.files import Files, open_books, open_inputs
from safeconduct.cli.reconcile.shown import show
from safeconduct.cli.reconcile.written import all_findings, written
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read, write_file
from safeconduct.documents import typeset
from safeconduct.engine import session
from safeconduct.reconciliation import reconcile
from safeconduct.reconciliation.disputes import dispute_csv, dispute_of


def raise_dispute(  # noqa: PLR0913, PLR0917 - the books, what decides, and what to write
    ours: OursArgument,
    theirs: TheirsArgument,
    agreement: AgreementOption,
    file: OutOption,
    letter_file: LetterOption = "",
    period: PeriodOption = None,
    absences: AbsencesOption = "",
    their_absences: TheirAbsencesOption = "",
    places: PlacesOption = "",
    acts: ActsOption = "",
    indices: IndicesOption = "",
    dated: DatedOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Reconcile, and put every difference before the other party."""
    del lang
    files = Files(ours, theirs, absences, their_absences, places, acts, indices)
    keep_what_is_read((file, letter_file), (agreement, *files.named))
    terms, asked = load_agreement(agreement), asked_period(period)
    on = read_day("--dated", dated) or datetime.now(UTC).date()
    with session() as connection:
        books = open_books(connection, files)
        inputs, refused = open_inputs(connection, terms, files)
        result = reconcile(connection, terms, *books, asked, inputs)
    dispute = dispute_of(result, current())
    write_file(Path(file), dispute_csv(dispute))
    if letter_file:
        document = letter(dispute, terms, Path(file).name, on, current())
        write_file(Path(letter_file), typeset(document))
    decided = Decided(
        "dispute-raise",
        lambda: {"dispute": dispute.id, "file": file, **written(result)},
        lambda: show(result),
        files.by_kind,
        terms,
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings((*refused, *all_findings(result), *found))
    leave(found, needs_a_person=result.needs_a_person or bool(refused))
