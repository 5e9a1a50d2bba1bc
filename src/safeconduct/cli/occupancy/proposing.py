"""Proposing which names mean one place, for a person to confirm in a file."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

import csv
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.basics import Period, PlaceId, RoundingMode, round_decimal
from safeconduct.cli.written_files import writing
from safeconduct.custody import NamedPlace, Proposal, propose_names
from safeconduct.engine import literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.tables import Table


def proposals(
    connection: duckdb.DuckDBPyConnection, population: str, limits: Table, days: Period
) -> Sequence[Proposal]:
    """Pairs of names, from a population's own averages over the days and the stated ones."""
    named = [
        NamedPlace(
            str(row.get("place") or row.get("facility")),
            str(row.get("state") or ""),
            average,
        )
        for row in limits.rows(connection)
        if (average := _decimal(row.get("average_daily_population"))) is not None
    ]
    return propose_names(_averages(connection, population, days), named)


def _averages(
    connection: duckdb.DuckDBPyConnection, population: str, days: Period
) -> dict[PlaceId, Decimal]:
    rows = connection.execute(f"""
        SELECT place, sum(held)::BIGINT, count(*) FROM {population}
        WHERE day >= {literal(days.start)} AND day < {literal(days.end)}
        GROUP BY place""").fetchall()
    return {
        place: round_decimal(Decimal(held) / Decimal(known), 2, RoundingMode.HALF_UP)
        for place, held, known in rows
    }


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def write_proposals(file: Path, found: Sequence[Proposal]) -> None:
    """Write a file that ``--names`` reads; the averages stand beside the names for the reader.

    Raises:
        WrongInput: if the file cannot be written.
    """
    with writing(file), file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("place", "facility", "own_average", "stated_average"))
        for pair in found:
            writer.writerow((pair.place, pair.facility, pair.own_average, pair.stated_average))
