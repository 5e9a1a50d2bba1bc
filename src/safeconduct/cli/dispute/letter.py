"""The dispute letter: what is disputed, what is asked, by when nothing is presumed."""

from __future__ import annotations

from datetime import date

from safeconduct.agreement import Agreement
from safeconduct.basics import Lang, Message, render, shown_number, signed_number, text
from safeconduct.cli.reconcile.document import difference_list
from safeconduct.documents import (
    Attachment,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    shown_day,
    shown_period,
)
from safeconduct.reconciliation.disputes import Dispute, dispute_csv

LISTED = 200
"""So many lines are printed; all of them are in the file that is attached."""


def letter(dispute: Dispute, agreement: Agreement, file: str, on: date, lang: Lang) -> Document:
    """The letter, with the dispute file attached.

    Args:
        dispute: the dispute.
        agreement: the agreement.
        file: name of the dispute file.
        on: its day.
        lang: its language.
    """
    result = dispute.result
    return Document(
        title=text("reconciliation.letter-title", lang),
        subtitle=agreement.title.in_language(lang),
        lang=lang,
        author=str(agreement.id),
        dated=on,
        running=f"{agreement.id} · {result.period}",
        page_of=text("reconciliation.page-of", lang),
        blocks=(
            _facts(dispute, agreement, on, lang),
            *_asked(dispute, file, lang),
            *difference_list(result, LISTED, lang),
            Heading(text("reconciliation.heading-signatures", lang), 2),
            _signature(lang),
        ),
        attachments=(
            Attachment(
                file,
                "text/csv",
                dispute_csv(dispute),
                text("reconciliation.attached-dispute", lang),
            ),
        ),
    )


def _facts(dispute: Dispute, agreement: Agreement, on: date, lang: Lang) -> Facts:
    period = shown_period(dispute.result.period, lang)
    return Facts(
        (
            (text("reconciliation.fact-agreement", lang), str(agreement.id)),
            (text("reconciliation.fact-period", lang), period),
            (text("reconciliation.fact-dispute", lang), dispute.id),
            (text("reconciliation.fact-dated", lang), shown_day(on, lang)),
        )
    )


def _asked(dispute: Dispute, file: str, lang: Lang) -> tuple[Paragraph | Listing, ...]:
    """What differs, how each line may be answered, and that silence accepts nothing."""
    result = dispute.result
    asked = Message.of(
        "reconciliation.letter-asks",
        lines=shown_number(len(dispute.lines), lang),
        days=signed_number(result.days, lang),
        amount=result.amount,
        file=file,
    )
    answers = ("accept", "reject", "correct")
    return (
        Paragraph(render(asked, lang)),
        Listing(tuple(text(f"reconciliation.letter-{answer}", lang) for answer in answers)),
        Paragraph(text("reconciliation.letter-silence", lang)),
    )


def _signature(lang: Lang) -> Signatures:
    lines = ("name", "office", "date", "signature")
    return Signatures(
        (text("reconciliation.letter-signed", lang),),
        tuple(text(f"reconciliation.sign-{line}", lang) for line in lines),
    )
