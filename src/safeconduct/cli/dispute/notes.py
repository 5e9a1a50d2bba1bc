"""Credit and debit notes: a frozen statement against the statement of the corrected book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, Message
from safeconduct.cli.invoice.reading import read_inputs
from safeconduct.cli.invoice.request import Request
from safeconduct.cli.invoice.writing import read_bytes, write_frozen
from safeconduct.cli.reconcile.files import Files
from safeconduct.compensation import Note, bill, correct, freeze, period_in_term, read_frozen
from safeconduct.engine import session


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes, and what a person must know of them."""

    notes: Sequence[Note]
    findings: Sequence[Finding]


def notes_against(
    statement: str,
    out: str,
    files: Files,
    agreement: Agreement,
    on: date,
    *,
    has_claims: bool,
) -> Noted:
    """Recompute a frozen statement from their corrected book.

    Args:
        statement: file of the frozen statement.
        out: where the recomputation is frozen; empty for nowhere.
        files: the files, their book corrected.
        agreement: the agreement.
        on: the day of issue.
        has_claims: whether bookings were corrected by claim and not by date, which no statement
            computed from dates can follow.

    Raises:
        WrongInput: if the statement was altered, or is of another agreement or period.
    """
    earlier = read_frozen(read_bytes(Path(statement)), statement)
    period = earlier.period
    request = Request(
        agreement,
        period,
        files.theirs,
        files.their_absences or None,
        files.places or None,
        files.acts or None,
        files.indices or None,
        None,
        None,
    )
    with session() as connection:
        inputs = read_inputs(connection, request, period_in_term(agreement, period).period)
        recomputed = bill(agreement, period, inputs)
    content = freeze(recomputed, on, earlier.digest)
    if out:
        write_frozen(Path(out), content)
    findings = [*recomputed.findings]
    if has_claims:
        findings.append(Finding(Message.of("reconciliation.notes-without-claims")))
    return Noted(correct(earlier, read_frozen(content)), findings)
