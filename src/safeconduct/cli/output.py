"""What a command says: JSON alone on standard output, or tables; findings on standard error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO
from typing import Annotated, TextIO

import typer
from rich.console import Console, JustifyMethod
from rich.table import Table

from safeconduct.basics import Finding, Message, Severity, advice, render, shown_number, text
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import current
from safeconduct.cli.visible import visible

JsonOption = Annotated[bool, typer.Option("--json", help="cli.option-json")]
"""``--json`` on every command."""

NOTHING_FOUND, NEEDS_A_PERSON, WRONG_INPUT, CROSS_CHECK_FAILED = 0, 1, 2, 3
"""The exit codes of the command-line contract."""

UNBOUNDED = 1_000
"""Columns of output that no terminal shows; tables take what they need of it."""


_BLANKS_AT_THE_END = re.compile(r" +$", re.MULTILINE)


def console() -> Console:
    """The terminal for results; plain text of any width when it is not a terminal."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    # A file or a pipe has no width; eighty columns would cut figures out of a table.
    return Console(file=_Trimmed(sys.stdout), highlight=False, soft_wrap=True, width=UNBOUNDED)


class _Trimmed(StringIO):
    """A file or a pipe to which lines go without the blanks that fill a table's last column."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(_BLANKS_AT_THE_END.sub("", text))

    def flush(self) -> None:
        self._out.flush()


def print_json(value: Plain) -> None:
    """Print machine output, the only thing on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_refused(rows: int) -> None:
    """Say on standard output how many rows count nothing, where any does.

    Whoever keeps the answer in a file keeps standard output alone, and a total that leaves rows
    out never stands there without saying so.
    """
    if rows:
        message = Message.of("cli.rows-refused", rows=number(rows))
        console().print(say(message), markup=False)


def print_findings(findings: Iterable[Finding]) -> None:
    """Print each finding on a line of standard error: where, what is wrong, what is right."""
    for finding in findings:
        sys.stderr.write(sentence_of(finding) + "\n")


def sentence_of(finding: Finding) -> str:
    """One line: ``FILE:LINE:COLUMN:``, what is wrong, what would be right, an example."""
    place = str(finding.location)
    parts = (f"{place}:" if place else "", say(finding.message), advice(finding.message, current()))
    return visible(" ".join(part for part in parts if part))


def finding_as_json(finding: Finding) -> dict[str, Plain]:
    """A finding for a program: where, its code, and the whole sentence as the reason."""
    where = finding.location
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "code": finding.code,
        "reason": f"{say(finding.message)} {advice(finding.message, current())}".strip(),
    }


def number(value: Decimal | int) -> str:
    """A number in the language of this run."""
    return shown_number(value, current())


def say(message: Message) -> str:
    """The message in the language of this run."""
    return render(message, current())


def label(code: str) -> str:
    """A fixed text, such as a heading, in the language of this run."""
    return text(code, current())


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[int] = ()
) -> Table:
    """A table whose headings are codes; the columns in ``numeric`` are set flush right.

    A figure is never cut or broken: on a narrow terminal the other columns give way. Cells are
    rich markup, so that text from outside is escaped by whoever puts it there; what no reader
    can see in it is spelled here.
    """
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for index, heading in enumerate(headings):
        is_figure = index in numeric
        justify: JustifyMethod = "right" if is_figure else "left"
        drawn.add_column(label(heading), justify=justify, no_wrap=is_figure)
    for row in rows:
        drawn.add_row(*(visible(cell) for cell in row))
    return drawn


def leave(findings: Iterable[Finding] = (), *, needs_a_person: bool = False) -> None:
    """End the command with the exit code that its findings ask for.

    Args:
        findings: what was found.
        needs_a_person: whether a person must look at the answer whatever was found.

    Raises:
        typer.Exit: with 0, 1 or 2.
    """
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        raise typer.Exit(WRONG_INPUT)
    needs_a_person = needs_a_person or Severity.ATTENTION in severities
    raise typer.Exit(NEEDS_A_PERSON if needs_a_person else NOTHING_FOUND)
