"""Files that ``safeconduct invoice`` writes: evidence, the frozen statement, the PDF."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from safeconduct import __version__
from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.cli.language import current
from safeconduct.cli.written_files import write_file, write_new_file, writing
from safeconduct.compensation import BookingLine, FrozenStatement, Note, Statement, exact_text
from safeconduct.documents import Provenance, statement_document, typeset

EVIDENCE_COLUMNS = (
    "clause",
    "item",
    "booking",
    "person",
    "place",
    "from",
    "to",
    "days",
    "absent_nights",
    "first_day",
    "last_day",
    "rate",
    "amount",
)


def write_evidence(file: Path, lines: Iterable[BookingLine]) -> None:
    """Write one row for each booking of each line.

    Raises:
        WrongInput: if the file cannot be written.
    """
    with writing(file), file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(EVIDENCE_COLUMNS)
        writer.writerows(_cells(line) for line in lines)


def _cells(line: BookingLine) -> Sequence[object]:
    return (
        line.clause,
        line.item,
        line.booking,
        line.person or "",
        line.place,
        line.span.start,
        line.span.last,
        line.days,
        line.absent_nights,
        line.first_day or "",
        line.last_day or "",
        "" if line.rate is None else exact_text(line.rate),
        "" if line.amount is None else str(line.amount),
    )


def write_frozen(file: Path, frozen: bytes) -> None:
    """Write a frozen statement to a file that does not exist yet: a frozen one is never edited.

    Raises:
        WrongInput: if there is such a file, or it cannot be written.
    """
    write_new_file(file, frozen, Message.of("cli.frozen-exists"))


def write_pdf(
    file: Path,
    statement: Statement,
    agreement: Agreement,
    frozen: tuple[bytes, FrozenStatement],
    notes: Sequence[Note],
    command: str,
) -> None:
    """Typeset the statement, with its frozen form attached.

    Raises:
        WrongInput: if the file cannot be written.
    """
    content, kept = frozen
    provenance = Provenance(
        issued_on=kept.issued_on,
        command=command,
        program=f"safeconduct {__version__}",
        frozen=content.decode(),
        digest=kept.digest,
    )
    document = statement_document(statement, agreement, provenance, current(), notes)
    write_file(file, typeset(document))


def read_bytes(file: Path) -> bytes:
    """The bytes of a file.

    Raises:
        WrongInput: if it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as fault:
        message = Message.of("cli.file-not-readable", reason=system_reason(fault))
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(file)))) from None


def today() -> date:
    """The day on which the command runs, where no day of issue was given."""
    return date.today()  # noqa: DTZ011 - the day at the desk of whoever issues
