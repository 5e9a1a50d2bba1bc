"""What a book states: numbers of days and amounts, read exactly or listed as unreadable."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.basics import Currency, Finding, Location, Message, Severity, WrongInput
from safeconduct.custody import Refused
from safeconduct.engine import column_types
from safeconduct.reconciliation.reading.plain import PlainRows

if TYPE_CHECKING:
    import duckdb

_WHOLE_TYPES = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_WHOLE = r"[+-]?[0-9]{1,7}([.]0*)?"
_CODE = r"[A-Z]{3}"
SHOWN = 20
"""So many rows of another currency are named; the rest is as wrong."""


@dataclass(frozen=True, slots=True)
class Stated:
    """SQL over the plain rows for what they state.

    Attributes:
        days: the number of days, NULL where none is stated.
        units: the amount in the smallest unit of the currency, NULL likewise.
        unreadable: rows that state something else; it is taken as not stated, and each is listed.
    """

    days: str
    units: str
    unreadable: tuple[Refused, ...]


def stated(
    connection: duckdb.DuckDBPyConnection, plain: PlainRows, currency: Currency, file: str
) -> Stated:
    """Read what the rows state.

    Raises:
        WrongInput: if an amount is in another currency than the agreement's.
    """
    types = column_types(connection, plain.relation)
    days, no_days = _days(types["stated_days"])
    units, no_amount, code = _units(types["stated_amount"], currency)
    _require_currency(connection, plain, currency, code, file)
    unreadable = (
        *_unreadable(connection, plain, "stated_days", no_days, "reconciliation.days-unreadable"),
        *_unreadable(
            connection, plain, "stated_amount", no_amount, "reconciliation.amount-unreadable"
        ),
    )
    return Stated(days, units, unreadable)


def _days(kind: str) -> tuple[str, str]:
    """SQL for the number, and for whether something stands there that is none."""
    if kind in _WHOLE_TYPES:
        return "stated_days::BIGINT", "false"
    text = "stated_days::VARCHAR"
    fits = f"regexp_full_match({text}, '{_WHOLE}')"
    return (
        f"CASE WHEN {fits} THEN split_part({text}, '.', 1)::BIGINT END",
        f"stated_days IS NOT NULL AND NOT {fits}",
    )


def _units(kind: str, currency: Currency) -> tuple[str, str, str]:
    """SQL for the amount in units, for whether it is none, and for the currency it names."""
    scale, factor = currency.scale, 10**currency.scale
    if kind in _WHOLE_TYPES:
        return f"stated_amount::BIGINT * {factor}", "false", "''"
    exact = re.fullmatch(r"DECIMAL\(\d+,(\d+)\)", kind)
    if exact and int(exact[1]) <= scale:
        return f"(stated_amount * {factor})::BIGINT", "false", "''"
    text = "upper(stated_amount::VARCHAR)"
    number = rf"[+-]?[0-9]{{1,13}}([.][0-9]{{0,{scale}}}0*)?"
    pattern = rf"({_CODE} ?)?({number})( ?{_CODE})?"
    fits = f"regexp_full_match({text}, '{pattern}')"
    figure = f"regexp_extract({text}, '{number}')::DECIMAL(18, {scale})"
    return (
        f"CASE WHEN {fits} THEN ({figure} * {factor})::BIGINT END",
        f"stated_amount IS NOT NULL AND NOT {fits}",
        f"regexp_extract({text}, '{_CODE}')",
    )


def _require_currency(
    connection: duckdb.DuckDBPyConnection,
    plain: PlainRows,
    currency: Currency,
    code: str,
    file: str,
) -> None:
    named = f"coalesce(nullif({code}, ''), currency)"
    rows = connection.execute(f"""
        SELECT line, {named} FROM {plain.relation}
        WHERE stated_amount IS NOT NULL AND {named} <> '{currency.code}'
        ORDER BY line LIMIT {SHOWN}""").fetchall()
    if rows:
        raise WrongInput(
            *(
                Finding(
                    Message.of(
                        "reconciliation.another-currency", found=found, currency=currency.code
                    ),
                    Severity.ERROR,
                    Location(file, line, "stated_amount"),
                )
                for line, found in rows
            )
        )


def _unreadable(
    connection: duckdb.DuckDBPyConnection, plain: PlainRows, column: str, test: str, code: str
) -> list[Refused]:
    if test == "false":
        return []
    rows = connection.execute(
        f"SELECT line, {column}::VARCHAR FROM {plain.relation} WHERE {test} ORDER BY line"
    ).fetchall()
    return [Refused(line, column, Message(code, {"text": text[:60]})) for line, text in rows]
