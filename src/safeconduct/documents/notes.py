"""Credit and debit notes as blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.basics import Lang, Money, shown_money, text
from safeconduct.compensation import (
    Note,
    NoteLine,
    note_label,
)
from safeconduct.documents.document import Block, Cell, Facts, Heading, Paragraph, Table
from safeconduct.documents.formats import shown_period


def note_blocks(notes: Sequence[Note], lang: Lang) -> Iterator[Block]:
    """Each note with the versions that it cites, its lines and its total."""
    for note in notes:
        yield Heading(note_label(note.kind, lang), 2)
        yield Facts(
            (
                (text("documents.fact-corrects", lang), note.corrects),
                (text("documents.fact-corrected-by", lang), note.corrected_by),
            )
        )
        if note.terms_changed:
            yield Paragraph(text("documents.terms-changed", lang))
        yield _table(note, lang)


def _table(note: Note, lang: Lang) -> Table:
    currency = note.total.currency.code
    return Table(
        headings=(
            text("documents.column-clause", lang),
            text("documents.column-item", lang),
            text("documents.column-before", lang),
            text("documents.column-after", lang),
            f"{text('documents.column-difference', lang)} ({currency})",
        ),
        rows=tuple(_row(line, lang) for line in note.lines),
        numeric=(2, 3, 4),
        wide=(1,),
        total=("", text("documents.total", lang), "", "", shown_money(note.total, lang)),
    )


def _row(line: NoteLine, lang: Lang) -> tuple[Cell, ...]:
    return (
        Cell(line.clause),
        Cell(line.label.in_language(lang), (shown_period(line.stretch, lang),)),
        Cell(_amount(line.before.amount if line.before else None, lang)),
        Cell(_amount(line.after.amount if line.after else None, lang)),
        Cell(shown_money(line.moves, lang)),
    )


def _amount(amount: Money | None, lang: Lang) -> str:
    return "–" if amount is None else shown_money(amount, lang)
