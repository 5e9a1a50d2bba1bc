"""A screening for a person to read: one line a person, and below it one line a candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.markup import escape

from safeconduct.basics import Message, shown_number
from safeconduct.cli.language import current
from safeconduct.cli.output import console, label, say, table
from safeconduct.screening import Index, Screened
from safeconduct.screening.explanation import sentence_of


def print_screened(screened: Sequence[Screened], index: Index) -> None:
    """Print the verdict of each person, and the candidates with one sentence each."""
    headings = [
        "cli.heading-person",
        "cli.heading-verdict",
        "cli.heading-record",
        "cli.heading-weight",
        "cli.heading-why",
    ]
    screen = console()
    screen.print(table(headings, (row for one in screened for row in _rows(one)), (3,)))
    message = Message.of(
        "cli.screen-covered",
        persons=len(screened),
        records=index.size,
        register=index.edition.register,
        rules=index.edition.rules,
    )
    screen.print(say(message), markup=False)


def _rows(screened: Screened) -> Iterator[Sequence[str]]:
    verdict = label(f"screening.verdict-{screened.verdict}")
    lacks = " ".join(say(message) for message in screened.lacks)
    yield escape(screened.person.ref), verdict, "", "", escape(lacks)
    for candidate in screened.candidates:
        # Hundredths of a bit tell a reader nothing; whole bits order the list.
        weight = shown_number(round(candidate.score / 100), current())
        why = escape(say(sentence_of(candidate)))
        yield "", "", escape(candidate.record.ref), weight, why
