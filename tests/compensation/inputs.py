"""What tests write down of a period, as the files of an office would say it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import duckdb

from safeconduct.agreement.agreement import Agreement
from safeconduct.basics import Period, read_period
from safeconduct.compensation.acts import Acts, read_acts
from safeconduct.compensation.billing import Inputs, bill
from safeconduct.compensation.indices import Indices, read_indices
from safeconduct.compensation.places import PlacesAvailable, read_places
from safeconduct.compensation.rows import Row
from safeconduct.compensation.statement import Line, Statement
from safeconduct.custody import (
    Counting,
    DayCounts,
    Zones,
    count_days,
    take_in,
    take_in_absences,
)
from safeconduct.engine import session


def rows(text: str, file: str = "file.csv") -> list[Row]:
    """The rows of a CSV text; its first line names the columns."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [
        Row(file, number, cells)
        for number, cells in enumerate(csv.DictReader(io.StringIO("\n".join(lines))), start=2)
    ]


def spaced(columns: str, text: str, file: str = "file.csv") -> list[Row]:
    """Rows whose cells are set apart by blanks, under the columns named."""
    return [
        Row(file, number, dict(zip(columns.split(), line.split(), strict=False)))
        for number, line in enumerate(text.strip().splitlines(), start=2)
    ]


def places(text: str) -> PlacesAvailable:
    """``FROM..TO PLACES`` a line; without ``..TO`` the number still holds."""
    table = ["from,to,places"]
    for line in text.strip().splitlines():
        span, number = line.split()
        first, _, last = span.partition("..")
        table.append(f"{first},{last},{number}")
    return read_places(rows("\n".join(table)))


def acts(text: str, known: str) -> Acts:
    """``ACT DAY QUANTITY`` a line."""
    return read_acts(spaced("act on quantity", text), frozenset(known.split()))


def indices(text: str) -> Indices:
    """``SERIES PERIOD VALUE`` a line."""
    return read_indices(spaced("series period value", text))


def statement(
    agreement: Agreement,
    period: str,
    *,
    at: str = "",
    done: Acts | None = None,
    index: str = "",
    counts: DayCounts | None = None,
    absences: bool = False,
) -> Statement:
    """The statement of a period, from texts as above."""
    inputs = Inputs(
        counts=counts,
        absences=absences,
        places=places(at) if at else None,
        acts=done,
        indices=indices(index) if index else Indices(),
    )
    return bill(agreement, read_period(period), inputs)


BOOKINGS = "booking place arrived_at departed_at"
ABSENCES = "booking left_at returned_at"


@contextmanager
def counted(
    agreement: Agreement, bookings: str, period: str, absences: str = ""
) -> Iterator[DayCounts]:
    """A register counted by the agreement's rule.

    Args:
        agreement: the agreement.
        bookings: ``BOOKING PLACE ARRIVED [DEPARTED]`` a line.
        period: the window.
        absences: ``BOOKING LEFT [RETURNED]`` a line.
    """
    with session() as connection:
        _write(connection, "given", BOOKINGS, bookings)
        connection.execute("ALTER TABLE given ADD COLUMN person VARCHAR")
        connection.execute("UPDATE given SET person = 'p-' || booking")
        zones = Zones({place.id: place.zone for place in agreement.places})
        register = take_in(connection, "given", zones)
        away = None
        if absences:
            _write(connection, "away", ABSENCES, absences)
            away = take_in_absences(connection, "away", register)
        rule = agreement.day_count
        assert rule is not None
        counting = Counting(rule.rule, rule.absence_nights, read_period(period))
        yield count_days(connection, register, away, counting)


def _write(connection: duckdb.DuckDBPyConnection, name: str, columns: str, text: str) -> None:
    named = columns.split()
    typed = ", ".join(f"{column} VARCHAR" for column in named)
    connection.execute(f"CREATE TABLE {name} (line BIGINT, {typed})")
    for row in spaced(columns, text):
        connection.table(name).insert([row.line, *(row.cell(column) for column in named)])


def line(found: Statement, item: str) -> Line:
    """The only line of an item."""
    (one,) = [line for line in found.lines if line.item == item]
    return one


def amounts(found: Statement) -> dict[str, str]:
    """Each item's amount; of an item with several lines, their sum."""
    totals = {one.item: found.currency.zero() for one in found.lines}
    for one in found.lines:
        totals[one.item] += one.amount
    return {item: str(amount) for item, amount in totals.items()}


def codes(found: Statement) -> list[str]:
    """The codes of the statement's findings."""
    return [finding.code for finding in found.findings]


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(text: str) -> Period:
    return read_period(text)
