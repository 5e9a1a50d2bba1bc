"""``safeconduct count``: how many days do these bookings count, under which rule?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.books import Book, located, open_book
from safeconduct.cli.days import read_day, read_window
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import (
    JsonOption,
    console,
    finding_as_json,
    leave,
    number,
    print_findings,
    print_refused,
    say,
    table,
)
from safeconduct.cli.progress import Steps, progress
from safeconduct.cli.record.recording import RecordOption
from safeconduct.custody import (
    RULES,
    By,
    Counting,
    DayCounts,
    Row,
    Zones,
    count_days,
    days_by,
    gaps,
    is_zone,
    overlaps,
)
from safeconduct.engine import session

if TYPE_CHECKING:
    import duckdb

BookingsArgument = Annotated[str, typer.Argument(metavar="BOOKINGS", help="cli.count-bookings")]
RuleOption = Annotated[DayCountRule, typer.Option("--rule", help="cli.count-rule")]
AbsencesOption = Annotated[
    str | None, typer.Option("--absences", metavar="FILE", help="cli.count-absences")
]
NightsOption = Annotated[
    int, typer.Option("--absence-nights", metavar="N", min=0, help="cli.count-absence-nights")
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DAY", help="cli.count-from")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DAY", help="cli.count-to")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DAY", help="cli.count-until")]
ByOption = Annotated[By, typer.Option("--by", help="cli.count-by")]
ZoneOption = Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="cli.count-zone")]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct count``."""
    app.command("count", help="cli.count-help")(count)


def count(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    bookings: BookingsArgument,
    rule: RuleOption,
    absences: AbsencesOption = None,
    absence_nights: NightsOption = 0,
    first: FromOption = None,
    end: ToOption = None,
    until: UntilOption = None,
    by: ByOption = By.MONTH,
    zone: ZoneOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Count the days of a file of bookings and print them."""
    del lang
    counting = Counting(rule, absence_nights, read_window(first, end), read_day("--until", until))
    files = Path(bookings), Path(absences) if absences else None
    with session() as connection, progress(steps=4) as steps:
        book, counts, rows = _counted(connection, files, _zones(zone), counting, by, steps)
        steps.begin("cli.step-persons")
        found = book.findings + _of_persons(connection, book, bookings)
    decided = Decided(
        "count",
        lambda: _as_json(counts, book.refused, found, rows, by),
        lambda: _print(counts, rows, by, len(book.refused)),
        {"bookings": bookings, "absences": absences},
    )
    findings = (*book.refused, *found, *tell(decided, as_json=as_json, record=record))
    print_findings(findings)
    leave(findings)


def _counted(
    connection: duckdb.DuckDBPyConnection,
    files: tuple[Path, Path | None],
    zones: Zones,
    counting: Counting,
    by: By,
    steps: Steps,
) -> tuple[Book, DayCounts, Sequence[Row]]:
    steps.begin("cli.step-reading")
    needs_instants = RULES[counting.rule].needs_instants
    book = open_book(connection, *files, zones, needs_instants=needs_instants)
    steps.begin("cli.step-counting")
    counts = count_days(connection, book.bookings, book.absences, counting)
    steps.begin("cli.step-summing")
    return book, counts, days_by(counts, by)


def _zones(zone: str | None) -> Zones:
    if zone is not None and not is_zone(zone):
        message = Message.of("custody.zone-unknown", text=zone)
        raise WrongInput(Finding(message, Severity.ERROR))
    return Zones(default=zone)


def _of_persons(
    connection: duckdb.DuckDBPyConnection, book: Book, file: str
) -> tuple[Finding, ...]:
    found = (*overlaps(connection, book.bookings), *gaps(connection, book.bookings))
    return located(found, file)


def _as_json(
    counts: DayCounts,
    refused: Sequence[Finding],
    found: Sequence[Finding],
    rows: Sequence[Row],
    by: By,
) -> Plain:
    return {
        "rule": counts.counting.rule.value,
        "bookings": counts.bookings,
        "open": counts.open,
        "days": counts.days,
        "refused": [finding_as_json(finding) for finding in refused],
        "findings": [
            {**finding_as_json(finding), "severity": finding.severity.value} for finding in found
        ],
        "rows": [{**_key(row, by), "days": row.days, "peak": row.peak} for row in rows],
    }


def _key(row: Row, by: By) -> dict[str, Plain]:
    """What tells the row apart, under the names that ``--by`` uses."""
    whole: dict[str, Plain] = {
        "month": row.month.strftime("%Y-%m") if row.month else None,
        "day": row.day.isoformat() if row.day else None,
        "place": row.place,
        "booking": row.booking,
    }
    return {name: whole[name] for name in by.value.split(",")}


def _print(counts: DayCounts, rows: Sequence[Row], by: By, refused: int) -> None:
    headings = [f"cli.heading-{name}" for name in by.value.split(",")]
    printed = [
        [
            *(escape(str(value)) for value in _key(row, by).values()),
            number(row.days),
            number(row.peak),
        ]
        for row in rows
    ]
    numeric = (len(headings), len(headings) + 1)
    message = Message.of(
        "cli.count-total",
        days=number(counts.days),
        rule=counts.counting.rule.value,
        bookings=number(counts.bookings),
        open=number(counts.open),
    )
    screen = console()
    screen.print(table([*headings, "cli.heading-days", "cli.heading-peak"], printed, numeric))
    screen.print(say(message), markup=False)
    print_refused(refused)
