"""A statement from the node's own register, as it is known at this instant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from safeconduct.agreement import Agreement
from safeconduct.basics import Period, digest
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.compensation import (
    Flags,
    InputFile,
    Inputs,
    Row,
    Statement,
    bill,
    period_in_term,
    read_flags,
)
from safeconduct.custody import Counting, DayCounts, Zones, count_days, take_in, take_in_absences
from safeconduct.engine import session

if TYPE_CHECKING:
    import duckdb

_BOOKINGS = "booking VARCHAR, place VARCHAR, arrived_at VARCHAR, departed_at VARCHAR"
_ABSENCES = "booking VARCHAR, left_at VARCHAR, returned_at VARCHAR"
_REGISTER = "register"


def statement_now(view: View, terms: Agreement, period: Period) -> Statement:
    """The statement of a period from the bookings and absences that are known.

    Persons are no part of it: days are counted by booking.

    Args:
        view: what is known.
        terms: the agreement's terms; its rule counts the days, its tariff prices them.
        period: the days, half-open.

    Raises:
        WrongInput: the agreement has no tariff, or no day of the period lies in its term.
        CrossCheckFailed: two counts of the register disagree.
    """
    counted = period_in_term(terms, period).period
    bookings, absences = view.rows("bookings"), view.rows("absences")
    with session() as connection:
        counts = _counts(connection, terms, counted, bookings, absences)
        inputs = Inputs(
            counts=counts,
            absences=True,
            flags=_flags(view, bookings, counted),
            files=(InputFile(_REGISTER, _REGISTER, _digest_of(bookings, absences)),),
        )
        return bill(terms, period, inputs)


def _counts(
    connection: duckdb.DuckDBPyConnection,
    terms: Agreement,
    period: Period,
    bookings: Sequence[KeptRow],
    absences: Sequence[KeptRow],
) -> DayCounts | None:
    rule = terms.day_count
    if rule is None:
        return None
    zones = Zones({place.id: place.zone for place in terms.places})
    _load(connection, "kept_bookings", _BOOKINGS,
          (_cells(row, "place", "arrived_at", "departed_at") for row in bookings))  # fmt: skip
    _load(connection, "kept_absences", _ABSENCES,
          (_cells(row, "left_at", "returned_at") for row in absences))  # fmt: skip
    register = take_in(connection, "kept_bookings", zones)
    away = take_in_absences(connection, "kept_absences", register)
    counting = Counting(rule.rule, rule.absence_nights, period, None)
    return count_days(connection, register, away, counting)


def _load(
    connection: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Iterable[tuple[str, ...]]
) -> None:
    connection.execute(f"CREATE TABLE {name} (line BIGINT, {columns})")
    listed = [(line, *cells) for line, cells in enumerate(rows, 1)]
    if listed:
        marks = ", ".join("?" * len(listed[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", listed)  # noqa: S608


def _cells(row: KeptRow, *columns: str) -> tuple[str, ...]:
    booking = row.key if row.table == "bookings" else row.text("booking")
    return (booking, *(_text(row, column) for column in columns))


def _text(row: KeptRow, column: str) -> str:
    value = row.values.get(column)
    return value.isoformat() if isinstance(value, datetime) else row.text(column)


def _flags(view: View, bookings: Sequence[KeptRow], period: Period) -> Flags:
    """The days that stand in a dispute, and those of somebody held without an order."""
    raised = {(one.text("booking"), "disputed"): one.text("ground")
              for one in view.rows("disputes", open_only=True) if one.text("booking")}  # fmt: skip
    raised |= {(row.key, "unregistered"): "without-order" for row in bookings
               if row.text("title") == "without-order" and _meets(row, period)}  # fmt: skip
    days = {"from": period.start.isoformat(), "to": period.last.isoformat()}
    return read_flags(
        Row("", line, {"booking": booking, "kind": kind, "why": why, **days})
        for line, ((booking, kind), why) in enumerate(raised.items(), 1)
    )


def _meets(row: KeptRow, period: Period) -> bool:
    arrived, departed = row.instant("arrived_at"), row.instant("departed_at")
    if arrived is None or arrived.date() >= period.end:
        return False
    return departed is None or departed.date() >= period.start


def _digest_of(*tables: Sequence[KeptRow]) -> str:
    """A digest of the versions of all rows that were counted."""
    return digest(sorted(f"{r.table}/{r.key}/{r.version}/{r.entry}" for t in tables for r in t))
