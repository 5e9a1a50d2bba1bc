"""The plain rows of a book: the columns that a reconciliation reads, blanks and sums cleared up."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.custody import Refused
from safeconduct.custody.moments import FIRST_YEAR, LAST_YEAR
from safeconduct.engine import column_types, fresh, identifier, literal

if TYPE_CHECKING:
    import duckdb

MISSING = ("unknown", "n/a", "na", "none", "null", "-", "–", "?", "desconocido", "desconocida")
"""Words that stand for a person whom nobody named; never evidence that two are the same."""

TOTAL = r"^(grand |sub-? ?)?(total|sum|suma|summe|summa|totaal|totale)(s|es)?( general)?:?$"
"""What names a line of totals, in the languages in which such workbooks are kept."""

_FIRST, _END = f"DATE '{FIRST_YEAR}-01-01'", f"DATE '{LAST_YEAR + 1}-01-01'"
ODD_DAYS = f"""(arrived_day IS NULL OR arrived_day < {_FIRST} OR arrived_day >= {_END}
    OR coalesce(departed_day < arrived_day OR departed_day >= {_END}, false))"""
"""SQL over stored days that cannot be counted."""

_SURVEY = f"""count(*) FILTER {ODD_DAYS.replace("(arrived", "(WHERE arrived", 1)},
    min(arrived_day), max(coalesce(departed_day, arrived_day))"""


@dataclass(frozen=True, slots=True)
class Survey:
    """What one look at stored days shows.

    Attributes:
        has_odd: whether a row has days that cannot be counted.
        first: the first day of arrival.
        last: the last day of departure, or of arrival of somebody still held.
    """

    has_odd: bool
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PlainRows:
    """Rows as they stand in the file, identifiers trimmed.

    Attributes:
        relation: view ``line, booking, person, place, zone`` with both moments and, as text or
            number, ``stated_days, stated_amount, currency``.
        arrived: name of the column of the arrival: ``arrived_at``, or ``arrived_day`` where the
            file stores days.
        departed: name of the column of the departure.
        rows: how many.
        set_aside: rows that are no booking, such as a line of totals; each is listed.
        survey: what one look at stored days shows; None for other files.
    """

    relation: str
    arrived: str
    departed: str
    rows: int
    set_aside: tuple[Refused, ...]
    survey: Survey | None = None

    @property
    def stores_days(self) -> bool:
        """Whether both dates are stored as days of the place."""
        return self.arrived == "arrived_day"


def plain_rows(connection: duckdb.DuckDBPyConnection, source: str, file: str) -> PlainRows:
    """Read the rows of a book.

    Raises:
        WrongInput: if a column is missing.
    """
    types = column_types(connection, source)
    _require_columns(types, file)
    stored = types.get("arrived_day") == types.get("departed_day") == "DATE"
    arrived, departed = ("arrived_day", "departed_day") if stored else ("arrived_at", "departed_at")
    relation = fresh("plain")
    connection.execute(f"""
        CREATE VIEW {relation} AS
        SELECT line, {_text("booking", types)} AS booking,
            {_person(types)} AS person, {_text("place", types)} AS place,
            {_text("zone", types)} AS zone,
            {_moment("arrived", types, stored)} AS {arrived},
            {_moment("departed", types, stored)} AS {departed},
            {_claim("stated_days", types)} AS stated_days,
            {_claim("stated_amount", types)} AS stated_amount,
            upper({_text(_currency_column(types), types)}) AS currency
        FROM {identifier(source)}""")
    found = connection.execute(f"""
        SELECT count(*), count(*) FILTER ({arrived} IS NULL AND {departed} IS NULL),
            {_SURVEY if stored else "NULL, NULL, NULL"}
        FROM {relation}""").fetchall()[0]
    rows, dateless, odd, first, last = found
    set_aside = _set_aside(connection, relation, arrived, departed) if dateless else ()
    if set_aside:
        relation = _without(connection, relation, [row.line for row in set_aside])
    survey = Survey(odd > 0, first, last) if stored and first else None
    return PlainRows(relation, arrived, departed, rows - len(set_aside), set_aside, survey)


def _without(connection: duckdb.DuckDBPyConnection, relation: str, lines: Sequence[int]) -> str:
    """The rows without those that were set aside."""
    kept = fresh("plain")
    listed = ", ".join(str(line) for line in lines)
    connection.execute(f"""
        CREATE VIEW {kept} AS SELECT * FROM {relation} WHERE line NOT IN ({listed})""")
    return kept


def _require_columns(types: dict[str, str], file: str) -> None:
    missing = [name for name in ("booking", "place") if name not in types] + [
        f"{side}_at"
        for side in ("arrived", "departed")
        if f"{side}_at" not in types and f"{side}_day" not in types
    ]
    if missing:
        found = ", ".join(name for name in types if name != "line")
        message = Message.of(
            "reconciliation.columns-missing", columns=", ".join(missing), found=found
        )
        raise WrongInput(Finding(message, Severity.ERROR, Location(file, 1)))


def _text(column: str, types: dict[str, str]) -> str:
    if column not in types:
        return "NULL::VARCHAR"
    return f"nullif(trim({identifier(column)}::VARCHAR), '')"


def _person(types: dict[str, str]) -> str:
    person = _text("person", types)
    # A list of this length would become a join; a pattern is read along with the column.
    words = literal("|".join(re.escape(word) for word in MISSING))
    nobody = f"regexp_matches({person}, '(?i)^(' || {words} || ')$')"
    return f"CASE WHEN {nobody} THEN NULL ELSE {person} END"


def _moment(side: str, types: dict[str, str], stored: bool) -> str:
    column = f"{side}_day" if stored or f"{side}_at" not in types else f"{side}_at"
    if types[column] == "VARCHAR":
        return f"nullif(trim({identifier(column)}), '')"
    return identifier(column)


def _claim(column: str, types: dict[str, str]) -> str:
    if column not in types:
        return "NULL::VARCHAR"
    return identifier(column) if types[column] != "VARCHAR" else _text(column, types)


def _currency_column(types: dict[str, str]) -> str:
    return "stated_currency" if "stated_currency" in types else "currency"


def _set_aside(
    connection: duckdb.DuckDBPyConnection, relation: str, arrived: str, departed: str
) -> tuple[Refused, ...]:
    """Take out what is no booking: a line of totals left in a workbook, a line without a stay."""
    total = " OR ".join(
        f"coalesce(regexp_matches(lower({column}), '{TOTAL}'), false)"
        for column in ("booking", "person", "place")
    )
    states = "(stated_days IS NOT NULL OR stated_amount IS NOT NULL)"
    nothing = f"{arrived} IS NULL AND {departed} IS NULL"
    no_booking = f"{nothing} AND (place IS NULL OR (booking IS NULL AND person IS NULL) OR {total})"
    rows = connection.execute(f"""
        SELECT line, {states} OR {total} AS is_total, coalesce(booking, place, person, ''),
            coalesce(stated_days::VARCHAR, '–'), coalesce(stated_amount::VARCHAR, '–')
        FROM {relation} WHERE {no_booking} ORDER BY line""").fetchall()
    return tuple(
        Refused(
            line,
            "booking",
            Message(
                f"reconciliation.row-{'of-totals' if is_total else 'without-stay'}",
                {"text": text, "days": days, "amount": amount},
            ),
        )
        for line, is_total, text, days, amount in rows
    )
