"""A statement as a document that a finance officer can accept, check and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.citation import Citation
from safeconduct.agreement.parties import Party, PartyRole
from safeconduct.basics import Lang, Message, Severity, render, shown_money, shown_number, text
from safeconduct.compensation import (
    BEST_FIRST,
    Comparison,
    Line,
    Note,
    Statement,
    grade_label,
    unit_label,
)
from safeconduct.documents.document import (
    Attachment,
    Block,
    Cell,
    Code,
    Document,
    Facts,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Signatures,
    Table,
)
from safeconduct.documents.formats import (
    shown_day,
    shown_period,
)
from safeconduct.documents.notes import note_blocks


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a statement came about, so that anyone can compute it again.

    Attributes:
        issued_on: the day of issue.
        command: the command that computes it.
        program: name and version of the program.
        frozen: the frozen statement, as it is attached.
        digest: the digest of the frozen statement.
    """

    issued_on: date
    command: str
    program: str
    frozen: str
    digest: str


def statement_document(
    statement: Statement,
    agreement: Agreement,
    provenance: Provenance,
    lang: Lang,
    notes: Sequence[Note] = (),
) -> Document:
    """The statement as a document.

    Args:
        statement: the statement.
        agreement: the agreement that it was computed from.
        provenance: how it came about.
        lang: the language of the document.
        notes: credit and debit notes, where the statement corrects a frozen one.
    """
    say = _Words(lang)
    return Document(
        title=say("documents.title-statement"),
        subtitle=statement.title.in_language(lang),
        lang=lang,
        author=_issuer(agreement, lang),
        dated=provenance.issued_on,
        running=f"{statement.agreement} · {statement.period}",
        page_of=say("documents.page-of"),
        blocks=(
            Facts(tuple(_heading_facts(statement, agreement, provenance, say))),
            *_notice(statement, say),
            Heading(say("documents.heading-owed"), 2),
            _lines_table(statement, say),
            *note_blocks(notes, lang),
            *_grades(statement, agreement, say),
            *_attention(statement, say),
            *_comparisons(statement, say),
            *_flagged(statement, say),
            *_checking(statement, provenance, say),
            Heading(say("documents.heading-signatures"), 2),
            _signatures(agreement, say),
        ),
        attachments=(_attached(provenance, say),),
    )


def _attached(provenance: Provenance, say: _Words) -> Attachment:
    explained = say("documents.attached-statement")
    return Attachment("statement.json", "application/json", provenance.frozen, explained)


@dataclass(frozen=True, slots=True)
class _Words:
    """The catalogue in one language."""

    lang: Lang

    def __call__(self, code: str) -> str:
        return text(code, self.lang)

    def render(self, message: Message) -> str:
        return render(message, self.lang)


def _issuer(agreement: Agreement, lang: Lang) -> str:
    return next(
        (
            one.name.in_language(lang)
            for one in agreement.parties
            if one.role is PartyRole.RECEIVING
        ),
        agreement.id,
    )


def _heading_facts(
    statement: Statement, agreement: Agreement, provenance: Provenance, say: _Words
) -> Iterator[tuple[str, str]]:
    yield say("documents.fact-agreement"), str(statement.agreement)
    for party in agreement.parties:
        yield _role(party, say), _named(party, say.lang)
    days = say.render(Message.of("documents.days", days=statement.period.days))
    yield say("documents.fact-period"), f"{shown_period(statement.period, say.lang)} ({days})"
    yield say("documents.fact-currency"), statement.currency.code
    yield (
        say("documents.fact-bed-days"),
        (
            say("documents.not-counted")
            if statement.days is None
            else shown_number(statement.days, say.lang)
        ),
    )
    yield say("documents.fact-issued"), shown_day(provenance.issued_on, say.lang)
    yield say("documents.fact-digest"), provenance.digest


def _role(party: Party, say: _Words) -> str:
    return say(f"documents.party-{party.role}")


def _named(party: Party, lang: Lang) -> str:
    name = party.name.in_language(lang)
    return f"{name} – {party.authority}" if party.authority else name


def _notice(statement: Statement, say: _Words) -> Iterator[Block]:
    if any(line.provisional for line in statement.lines):
        yield Notice(say("documents.provisional"))


def _lines_table(statement: Statement, say: _Words) -> Table:
    return Table(
        headings=(
            say("documents.column-clause"),
            say("documents.column-item"),
            say("documents.column-quantity"),
            say("documents.column-rate"),
            f"{say('documents.column-amount')} ({statement.currency.code})",
            say("documents.column-grade"),
        ),
        rows=tuple(_line_row(line, say) for line in statement.lines),
        numeric=(2, 3, 4),
        wide=(1,),
        total=("", say("documents.total"), "", "", shown_money(statement.total, say.lang), ""),
    )


def _line_row(line: Line, say: _Words) -> tuple[Cell, ...]:
    lang = say.lang
    return (
        Cell(str(line.clause)),
        Cell(line.label.in_language(lang), tuple(_beneath(line, say))),
        Cell(shown_number(line.quantity, lang), (unit_label(line.unit, lang),)),
        Cell(shown_number(line.rate, lang)),
        Cell(
            shown_money(line.amount, lang),
            (say("documents.mark-provisional"),) if line.provisional else (),
        ),
        Cell(grade_label(line.grade, lang)),
    )


def _beneath(line: Line, say: _Words) -> Iterator[str]:
    yield shown_period(line.stretch, say.lang)
    if line.rate_clause != line.clause:
        yield say.render(Message.of("documents.rate-clause", clause=line.rate_clause))
    if line.factor != 1:
        factor = shown_number(line.factor, say.lang)
        yield say.render(Message.of("documents.index-factor", factor=factor))
    yield from (say.render(note) for note in line.notes)


def _grades(statement: Statement, agreement: Agreement, say: _Words) -> Iterator[Block]:
    used = {line.grade for line in statement.lines}
    if not used:
        return
    yield Heading(say("documents.heading-grades"), 2)
    yield Listing(
        tuple(
            f"{grade_label(grade, say.lang)}: {say(f'documents.grade-{grade}')}"
            for grade in BEST_FIRST
            if grade in used
        )
    )
    yield Table(
        headings=(say("documents.column-clauses"), say("documents.column-source")),
        rows=tuple(_source_rows(statement, agreement)),
        wide=(1,),
    )
    assumed = dict.fromkeys(one for line in statement.lines for one in line.assumed)
    if assumed:
        yield Paragraph(say("documents.assumed-terms"))
        yield Table(
            headings=(say("documents.column-clause"), say("documents.column-assumed")),
            rows=tuple(_assumed_row(citation, agreement, say) for citation in assumed),
            wide=(1,),
        )


def _source_rows(statement: Statement, agreement: Agreement) -> Iterator[tuple[Cell, ...]]:
    """The sources that lines cite, with the clauses cited and where each can be read."""
    for source in agreement.sources:
        cited = dict.fromkeys(line.clause for line in statement.lines if line.source == source.id)
        if cited:
            dated = f", {source.dated.isoformat()}" if source.dated else ""
            yield Cell(", ".join(cited)), Cell(f"{source.title}{dated}", (source.where,))


def _assumed_row(citation: Citation, agreement: Agreement, say: _Words) -> tuple[Cell, ...]:
    source = next(one.title for one in agreement.sources if one.id == citation.source)
    why = citation.why.in_language(say.lang) if citation.why else ""
    return Cell(str(citation.clause)), Cell(why, (source,))


def _attention(statement: Statement, say: _Words) -> Iterator[Block]:
    for severity, heading in (
        (Severity.ATTENTION, "documents.heading-attention"),
        (Severity.NOTE, "documents.heading-said"),
    ):
        found = [one for one in statement.findings if one.severity is severity]
        if found:
            yield Heading(say(heading), 2)
            yield Listing(
                tuple(
                    " ".join(
                        part
                        for part in (_place(str(one.location)), say.render(one.message))
                        if part
                    )
                    for one in found
                )
            )


def _place(location: str) -> str:
    return f"{location}:" if location else ""


def _comparisons(statement: Statement, say: _Words) -> Iterator[Block]:
    if not statement.comparisons:
        return
    yield Heading(say("documents.heading-comparisons"), 2)
    yield Table(
        headings=(
            say("documents.column-clause"),
            say("documents.column-compared"),
            say("documents.fact-bed-days"),
            f"{say('documents.column-not-owed')} ({statement.currency.code})",
        ),
        rows=tuple(_comparison_row(one, say) for one in statement.comparisons),
        numeric=(2, 3),
        wide=(1,),
    )


def _comparison_row(one: Comparison, say: _Words) -> tuple[Cell, ...]:
    return (
        Cell(str(one.clause)),
        Cell(say.render(one.why)),
        Cell("" if one.bed_days is None else shown_number(one.bed_days, say.lang)),
        Cell("" if one.amount is None else shown_money(one.amount, say.lang)),
    )


def _flagged(statement: Statement, say: _Words) -> Iterator[Block]:
    if not statement.flagged:
        return
    yield Heading(say("documents.heading-flagged"), 2)
    yield Table(
        headings=(
            say("documents.column-booking"),
            say("documents.column-flag"),
            say("documents.fact-period"),
            say("documents.fact-bed-days"),
        ),
        rows=tuple(
            (
                Cell(one.booking),
                Cell(say(f"documents.flag-{one.kind}"), (one.why,) if one.why else ()),
                Cell(shown_period(one.span, say.lang)),
                Cell(shown_number(one.bed_days, say.lang)),
            )
            for one in statement.flagged
        ),
        numeric=(3,),
        wide=(1,),
    )


def _checking(statement: Statement, provenance: Provenance, say: _Words) -> Iterator[Block]:
    yield Heading(say("documents.heading-checking"), 2)
    yield Paragraph(say("documents.how-to-check"))
    yield Code(provenance.command)
    yield Facts(
        (
            (say("documents.fact-program"), provenance.program),
            (say("documents.fact-terms-hash"), statement.terms_hash),
        )
    )
    if statement.files:
        yield Table(
            headings=(say("documents.column-file"), say("documents.column-file-digest")),
            rows=tuple((Cell(one.name), Cell(one.digest)) for one in statement.files),
            wide=(0,),
        )


def _signatures(agreement: Agreement, say: _Words) -> Signatures:
    lines = ("documents.sign-name", "documents.sign-office", "documents.sign-day", "documents.sign")
    return Signatures(
        tuple(
            f"{_role(party, say)}: {party.name.in_language(say.lang)}"
            for party in agreement.parties
        ),
        tuple(say(code) for code in lines),
    )
