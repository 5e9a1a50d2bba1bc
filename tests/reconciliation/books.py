"""Two little books as a person writes them down, and what comes out of holding them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from safeconduct.agreement import Agreement, DayCountRule
from safeconduct.basics import Period, read_period
from safeconduct.engine import literal, session
from safeconduct.reconciliation import BookFile, Difference, Inputs, Reconciliation, Side, reconcile
from tests.compensation.terms import item, terms

if TYPE_CHECKING:
    import duckdb

COLUMNS = (
    "booking",
    "person",
    "place",
    "arrived_at",
    "departed_at",
    "stated_days",
    "stated_amount",
)
BLANK = "-"

AMENDED = """\
- id: days
  shape: per-diem
  label: {en: Day, es: Día}
  clause: "2"
  rates:
    - {value: "50.00", until: 2025-03-14}
    - {value: "60.00", from: 2025-03-15, clause: "7"}
"""
BANDED = """\
- id: first
  shape: per-diem
  label: {en: First two, es: Los dos primeros}
  clause: "2"
  up_to: 2
  rates: [{value: "100.00"}]
- id: beyond
  shape: per-diem
  label: {en: Beyond, es: Los demás}
  clause: "3"
  above: 2
  rates: [{value: "40.00"}]
"""
GUARANTEED = """\
- id: days
  shape: per-diem
  label: {en: Day, es: Día}
  clause: "2"
  rates: [{value: "100.00"}]
- id: shortfall
  shape: guaranteed-minimum
  label: {en: Shortfall, es: Diferencia}
  clause: "3"
  measured: month
  places: [{value: 1, clause: "3"}]
  rates: [{value: "100.00"}]
"""
FIXED = item("fixed-per-month", "1000.00", more='part_month: {clause: "2"}')

TARIFFS: Mapping[str, Agreement] = {
    "fifty a day": terms(item("per-diem", "50.00")),
    "fifty, sixty from 15 March": terms(AMENDED),
    "a third of a cent over, rounded by line": terms(item("per-diem", "33.333")),
    "a third of a cent over, rounded by booking": terms(
        item("per-diem", "33.333"), rounding="booking"
    ),
    "a third of a cent over, rounded by statement": terms(
        item("per-diem", "33.333"), rounding="statement"
    ),
    "hundred for the first two of a day, forty beyond": terms(BANDED),
    "hundred a day, one place guaranteed": terms(GUARANTEED),
    "thousand a month": terms(FIXED),
}
"""The agreements that case tables name."""


def agreement(tariff: str = "fifty a day", rule: str = "arrival-not-departure") -> Agreement:
    """A small agreement; clause 4 counts days, 5 absences, 2 and 3 are prices, 7 an amendment."""
    whole = TARIFFS[tariff]
    assert whole.day_count is not None
    return replace(whole, day_count=replace(whole.day_count, rule=DayCountRule(rule)))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a book as text."""

    booking: str = ""
    person: str = ""
    place: str = ""
    arrived_at: str = ""
    departed_at: str = ""
    stated_days: str = ""
    stated_amount: str = ""


def row(text: str) -> Row:
    """Read ``B1 P1 jail 2025-03-01 2025-03-10 days=9 amount=450.00``; ``-`` is a blank."""
    words = text.split()
    options = dict(word.split("=") for word in words if "=" in word)
    cells = [cell.replace("_", " ") if cell != BLANK else "" for cell in words if "=" not in cell]
    named = dict(zip(COLUMNS, cells, strict=False))
    return Row(
        **named,
        stated_days=options.get("days", ""),
        stated_amount=options.get("amount", "").replace("_", " "),
    )


@contextmanager
def in_session(
    ours: Sequence[Row],
    theirs: Sequence[Row],
    away: Sequence[str] = (),
    their_away: Sequence[str] = (),
) -> Iterator[tuple[duckdb.DuckDBPyConnection, BookFile, BookFile]]:
    """Both books in a session of their own."""
    with session() as connection:
        files = []
        for side, rows, nights in ((Side.OURS, ours, away), (Side.THEIRS, theirs, their_away)):
            cells = [[getattr(one, column) for column in COLUMNS] for one in rows]
            write(connection, side.value, COLUMNS, cells)
            absences = ""
            if nights:
                absences = f"{side.value}_away"
                listed = [[("" if c == BLANK else c) for c in one.split()] for one in nights]
                write(connection, absences, ["booking", "left_at", "returned_at"], listed)
            name = f"{side.value}.csv"
            files.append(
                BookFile(side, name, side.value, "", (), absences, f"{side.value}-away.csv")
            )
        yield connection, files[0], files[1]


def write(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> None:
    """A table of text as a file loads into the session, blank cells as such."""
    listed = ", ".join(f"{column} VARCHAR" for column in columns)
    connection.execute(f"CREATE TABLE {name} (line BIGINT, {listed})")
    for number in range(0, len(rows), 500):
        values = ", ".join(
            f"({line}, {', '.join(literal(cell or None) for cell in cells)})"
            for line, cells in enumerate(rows[number : number + 500], start=number + 2)
        )
        connection.execute(f"INSERT INTO {name} VALUES {values}")  # noqa: S608 - test data


def reconciled(
    ours: Sequence[Row],
    theirs: Sequence[Row],
    *,
    terms: Agreement | None = None,
    period: Period | None = None,
    away: Sequence[str] = (),
    their_away: Sequence[str] = (),
    inputs: Inputs | None = None,
) -> Reconciliation:
    """Hold two books against each other."""
    with in_session(ours, theirs, away, their_away) as (connection, mine, other):
        return reconcile(connection, terms or agreement(), mine, other, period, inputs)


def line(difference: Difference) -> str:
    """A difference as case tables write it: ``departure B1 +1 +50.00``."""
    booking = (difference.booking or BLANK).replace(" ", "")
    return f"{difference.kind.value} {booking} {difference.days:+} {difference.amount.amount:+}"


def month(text: str) -> Period:
    """A period as people write it."""
    return read_period(text)


def day(text: str) -> date:
    """A day as people write it."""
    return date.fromisoformat(text)
