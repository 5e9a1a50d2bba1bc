"""The statement as ``safeconduct invoice`` prints it: JSON, or a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.markup import escape

from safeconduct.basics import Finding, Message, Severity, shown_money, shown_number
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import current
from safeconduct.cli.output import console, finding_as_json, label, print_refused, say, table
from safeconduct.compensation import (
    FrozenStatement,
    Line,
    Note,
    NoteLine,
    Statement,
    grade_label,
    note_label,
    unit_label,
    written_line,
    written_statement,
)

HEADINGS = ("clause", "item", "quantity", "unit", "rate", "amount", "grade")


def statement_as_json(
    statement: Statement, against: FrozenStatement | None, notes: Sequence[Note]
) -> Plain:
    """The statement with the keys of the contract, its sentences in the language of this run."""
    told: dict[str, Plain] = {
        **written_statement(statement),
        "title": statement.title.in_language(current()),
        "lines": [_line_as_json(line) for line in statement.lines],
        "comparisons": [
            {
                "item": one.item,
                "clause": str(one.clause),
                "bed_days": one.bed_days,
                "amount": None if one.amount is None else str(one.amount),
                "owed": False,
                "why": say(one.why),
            }
            for one in statement.comparisons
        ],
        "refused": [finding_as_json(one) for one in _refused(statement)],
        "findings": [
            {**finding_as_json(one), "severity": one.severity.value, "clause": one.location.clause}
            for one in statement.findings
            if one.location.line is None
        ],
    }
    if against is not None:
        told["correction"] = _correction_as_json(statement, against, notes)
    return told


def _refused(statement: Statement) -> Sequence[Finding]:
    """The findings that speak of a row, which counts nothing."""
    return [one for one in statement.findings if one.location.line is not None]


def _line_as_json(line: Line) -> dict[str, Plain]:
    return {
        **written_line(line),
        "label": line.label.in_language(current()),
        "assumed": [
            {
                "clause": str(one.clause),
                "source": one.source,
                "why": one.why.in_language(current()) if one.why else None,
            }
            for one in line.assumed
        ],
        "notes": [say(note) for note in line.notes],
    }


def _correction_as_json(
    statement: Statement, against: FrozenStatement, notes: Sequence[Note]
) -> Plain:
    return {
        "against": against.digest,
        "frozen_total": str(against.total),
        "total": str(statement.total),
        "notes": [
            {
                "kind": note.kind.value,
                "corrects": note.corrects,
                "corrected_by": note.corrected_by,
                "terms_changed": note.terms_changed,
                "lines": [_note_line(line) for line in note.lines],
                "total": str(note.total),
            }
            for note in notes
        ],
    }


def _note_line(line: NoteLine) -> Plain:
    return {
        "item": line.item,
        "clause": line.clause,
        "days": {"from": line.stretch.start.isoformat(), "to": line.stretch.last.isoformat()},
        "before": str(line.before.amount) if line.before else None,
        "after": str(line.after.amount) if line.after else None,
        "amount": str(line.moves),
    }


def print_statement(statement: Statement, notes: Sequence[Note]) -> None:
    """Print the statement as a table, with what stands beside it and its corrections."""
    screen = console()
    screen.print(escape(statement.title.in_language(current())), style="bold")
    screen.print(f"{statement.period} · {statement.currency.code}", markup=False)
    rows = [_row(line) for line in statement.lines]
    total = shown_money(statement.total, current())
    rows.append(["", label("cli.total"), "", "", "", total, ""])
    console().print(table([f"cli.heading-{name}" for name in HEADINGS], rows, numeric=(2, 4, 5)))
    for sentence in _beside(statement):
        screen.print(sentence, markup=False)
    print_refused(len(_refused(statement)))
    for note in notes:
        _print_note(note)


def _row(line: Line) -> list[str]:
    lang = current()
    factor = f" × {shown_number(line.factor, lang)}" if line.factor != 1 else ""
    mark = "*" if line.provisional else ""
    return [
        escape(str(line.clause)),
        escape(f"{line.label.in_language(lang)} {line.stretch}"),
        shown_number(line.quantity, lang),
        escape(unit_label(line.unit, lang)),
        f"{shown_number(line.rate, lang)}{factor}",
        f"{shown_money(line.amount, lang)}{mark}",
        grade_label(line.grade, lang),
    ]


def _beside(statement: Statement) -> Iterator[str]:
    if any(line.provisional for line in statement.lines):
        yield f"* {label('cli.provisional')}"
    if statement.days is not None:
        days = shown_number(statement.days, current())
        yield say(Message.of("cli.statement-days", days=days))
    for citation in dict.fromkeys(one for line in statement.lines for one in line.assumed):
        why = citation.why.in_language(current()) if citation.why else ""
        yield say(Message.of("cli.statement-assumed", clause=citation.clause, why=why))
    for one in statement.comparisons:
        figure = "" if one.amount is None else f" {shown_money(one.amount, current())}"
        yield f"{label('cli.not-owed')} {say(one.why)}{figure}"


def _print_note(note: Note) -> None:
    screen = console()
    screen.print(note_label(note.kind, current()), style="bold")
    screen.print(say(Message.of("cli.note-corrects", digest=note.corrects)), markup=False)
    rows = [
        [
            escape(line.clause),
            escape(f"{line.label.in_language(current())} {line.stretch}"),
            shown_money(line.before.amount, current()) if line.before else "–",
            shown_money(line.after.amount, current()) if line.after else "–",
            shown_money(line.moves, current()),
        ]
        for line in note.lines
    ]
    rows.append(["", label("cli.total"), "", "", shown_money(note.total, current())])
    headings = [f"cli.heading-{name}" for name in ("clause", "item", "before", "after", "amount")]
    console().print(table(headings, rows, numeric=(2, 3, 4)))


def correction_findings(notes: Sequence[Note]) -> Iterator[Finding]:
    """A note is something that a person must issue."""
    for note in notes:
        amount = f"{note.total} {note.total.currency.code}"
        kind = note_label(note.kind, current())
        message = Message.of("cli.note-to-issue", kind=kind, amount=amount)
        yield Finding(message, Severity.ATTENTION)
