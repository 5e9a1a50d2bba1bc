"""A reconciliation on paper: what two finance officers sign, and where the money is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from safeconduct.agreement import Agreement, PartyRole
from safeconduct.basics import (
    Currency,
    Lang,
    Message,
    render,
    shown_money,
    shown_number,
    signed_money,
    signed_number,
    text,
)
from safeconduct.cli.output import sentence_of
from safeconduct.cli.reconcile.shown import most_first
from safeconduct.cli.reconcile.written import all_findings, written
from safeconduct.documents import (
    Attachment,
    Block,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Signatures,
    Table,
    shown_day,
    shown_period,
)
from safeconduct.reconciliation import (
    Bar,
    Difference,
    Reconciliation,
    bars,
    by_kind,
    by_month,
)

Row = tuple[Cell, ...]

LISTED = 500
"""So many differences are printed; all of them are attached."""


def reconciliation_document(
    result: Reconciliation, agreement: Agreement, on: date, lang: Lang
) -> Document:
    """The reconciliation as a document; its figures are attached as JSON.

    Args:
        result: the reconciliation.
        agreement: the agreement whose terms decided.
        on: the day that it bears.
        lang: its language.
    """
    kinds = by_kind(result.differences, result.currency)
    months = by_month(result.differences, result.currency)
    return Document(
        title=text("reconciliation.title", lang),
        subtitle=result.title.in_language(lang),
        lang=lang,
        author=str(result.agreement),
        dated=on,
        running=f"{result.agreement} · {result.period}",
        page_of=text("reconciliation.page-of", lang),
        blocks=(
            Facts(tuple(_facts(result, on, lang))),
            _totals(result, lang),
            *_notice(result, lang),
            *_picture("kind", kinds, [_kind(bar.name, lang) for bar in kinds], lang),
            *_picture("month", months, [bar.name or "–" for bar in months], lang),
            *difference_list(result, LISTED, lang),
            *_attention(result, lang),
            Heading(text("reconciliation.heading-signatures", lang), 2),
            _signatures(agreement, lang),
        ),
        attachments=(
            Attachment(
                "reconciliation.json",
                "application/json",
                json.dumps(written(result), ensure_ascii=False, indent=1),
                text("reconciliation.attached", lang),
            ),
        ),
    )


def _facts(result: Reconciliation, on: date, lang: Lang) -> Iterator[tuple[str, str]]:
    yield text("reconciliation.fact-agreement", lang), str(result.agreement)
    yield text("reconciliation.fact-period", lang), shown_period(result.period, lang)
    yield text("reconciliation.fact-currency", lang), result.currency.code
    for book in (result.ours, result.theirs):
        yield text(f"reconciliation.side-{book.side.value}", lang), book.file
        yield text("reconciliation.fact-digest", lang), book.digest or "–"
    yield text("reconciliation.fact-terms", lang), result.terms_hash
    yield text("reconciliation.fact-dated", lang), shown_day(on, lang)


def _totals(result: Reconciliation, lang: Lang) -> Table:
    names = ("side", "bookings", "days", "amount", "own-days", "own-amount")
    return Table(
        headings=tuple(text(f"reconciliation.heading-{name}", lang) for name in names),
        rows=tuple(
            (
                Cell(text(f"reconciliation.side-{book.side.value}", lang)),
                Cell(shown_number(book.totals.bookings, lang)),
                Cell(shown_number(book.totals.days, lang)),
                Cell(shown_money(book.totals.amount, lang)),
                Cell(shown_number(book.totals.own_days, lang)),
                Cell(shown_money(book.totals.own_amount, lang)),
            )
            for book in (result.ours, result.theirs)
        ),
        numeric=(1, 2, 3, 4, 5),
        wide=(0,),
        total=(
            text("reconciliation.difference", lang),
            "",
            signed_number(result.days, lang),
            signed_money(result.amount, lang),
            "",
            "",
        ),
    )


def _notice(result: Reconciliation, lang: Lang) -> Iterator[Block]:
    if not result.differences:
        yield Notice(text("reconciliation.no-difference", lang))
        return
    lines = shown_number(len(result.differences), lang)
    yield Paragraph(render(Message.of("reconciliation.sum-holds", lines=lines), lang))


def _kind(name: str, lang: Lang) -> str:
    return text(f"reconciliation.kind-{name}", lang)


def _picture(name: str, shown: Sequence[Bar], labels: Sequence[str], lang: Lang) -> Iterator[Block]:
    """The bars, and the same figures as a table for those who cannot see them."""
    if not shown:
        return
    heading = text(f"reconciliation.heading-by-{name}", lang)
    yield Heading(heading, 2)
    if any(bar.over.amount or bar.under.amount for bar in shown):
        figures = [signed_money(bar.net, lang) for bar in shown]
        yield Figure(
            bars(shown, labels, figures), heading, text("reconciliation.bars-caption", lang)
        )
    names = (name, "lines", "days", "over", "under")
    yield Table(
        headings=tuple(text(f"reconciliation.heading-{one}", lang) for one in names),
        rows=tuple(
            (
                Cell(label),
                Cell(shown_number(bar.lines, lang)),
                Cell(signed_number(bar.days, lang)),
                Cell(shown_money(bar.over, lang)),
                Cell(shown_money(bar.under, lang)),
            )
            for bar, label in zip(shown, labels, strict=True)
        ),
        numeric=(1, 2, 3, 4),
        wide=(0,),
    )


def difference_list(result: Reconciliation, most: int, lang: Lang) -> Iterator[Block]:
    """The differences that move most, and how many and how much the others come to.

    Each bears the number of its line in the dispute file.

    Args:
        result: the reconciliation.
        most: how many are printed at the most.
        lang: the language.
    """
    if not result.differences:
        return
    yield Heading(text("reconciliation.heading-differences", lang), 2)
    numbers = {id(one): number for number, one in enumerate(result.differences, start=1)}
    ordered = most_first(result.differences)
    listed, others = ordered[:most], ordered[most:]
    if others:
        message = Message.of(
            "reconciliation.listed-in-part",
            listed=shown_number(len(listed), lang),
            all=shown_number(len(ordered), lang),
            others=shown_number(len(others), lang),
        )
        yield Paragraph(render(message, lang))
    rows = (
        *(_row(numbers[id(one)], one, lang) for one in listed),
        *_others(others, result.currency, lang),
    )
    yield _difference_table(rows, result, lang)


def _others(others: Sequence[Difference], currency: Currency, lang: Lang) -> Iterator[Row]:
    """One row for all that is not printed, so that the column adds up to the total."""
    if not others:
        return
    message = Message.of("reconciliation.not-printed", lines=shown_number(len(others), lang))
    days = sum(one.days for one in others)
    amount = sum((one.amount for one in others), currency.zero())
    yield (
        Cell(render(message, lang)),
        *(Cell("") for _ in range(3)),
        Cell(signed_number(days, lang)),
        Cell(signed_money(amount, lang)),
        Cell(""),
    )


def _difference_table(rows: tuple[Row, ...], result: Reconciliation, lang: Lang) -> Table:
    """Differences as a table; the sentence stands beneath the kind."""
    names = ("kind", "booking", "ours-days", "theirs-days", "days", "amount", "clause")
    return Table(
        headings=tuple(text(f"reconciliation.heading-{name}", lang) for name in names),
        rows=rows,
        numeric=(2, 3, 4, 5),
        wide=(0,),
        total=(
            text("reconciliation.difference", lang),
            "",
            "",
            "",
            signed_number(result.days, lang),
            signed_money(result.amount, lang),
            "",
        ),
    )


def _row(number: int, one: Difference, lang: Lang) -> Row:
    return (
        Cell(f"{number} · {_kind(one.kind.value, lang)}", (render(one.why, lang),)),
        Cell(one.booking or "–"),
        Cell("–" if one.ours_days is None else shown_number(one.ours_days, lang)),
        Cell("–" if one.theirs_days is None else shown_number(one.theirs_days, lang)),
        Cell(signed_number(one.days, lang)),
        Cell(signed_money(one.amount, lang)),
        Cell(one.clause),
    )


def _attention(result: Reconciliation, lang: Lang) -> Iterator[Block]:
    sentences = tuple(sentence_of(finding) for finding in all_findings(result))
    if sentences:
        yield Heading(text("reconciliation.heading-attention", lang), 2)
        yield Listing(sentences)


def _signatures(agreement: Agreement, lang: Lang) -> Signatures:
    """A box for each side; a convention without named sides gets two unnamed ones."""
    named = tuple(
        party.name.in_language(lang)
        for party in agreement.parties
        if party.role is not PartyRole.EITHER
    )
    sides = (text("reconciliation.side-ours", lang), text("reconciliation.side-theirs", lang))
    lines = ("name", "office", "date", "signature")
    return Signatures(
        boxes=named if len(named) > 1 else sides,
        lines=tuple(text(f"reconciliation.sign-{line}", lang) for line in lines),
    )
