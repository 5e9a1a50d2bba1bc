"""One person's bookings against each other: two at once, and nights between two custodians."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.register import Register


def overlaps(connection: duckdb.DuckDBPyConnection, register: Register) -> tuple[Finding, ...]:
    """Bookings that begin while an earlier one of the same person still runs.

    A departure and an arrival on one day do not overlap, unless their instants do. The days of
    both bookings stay counted.
    """
    rows = connection.execute(f"""
        SELECT line, person, booking, before.booking, before.line
        FROM {_beside_the_one_before(register)}
        WHERE before IS NOT NULL AND coalesce(arrived_us < before.departed_us,
            before.departed_day IS NULL OR arrived_day < before.departed_day)
        ORDER BY line""").fetchall()
    return tuple(
        Finding(
            Message.of(
                "custody.person-twice", person=person, booking=booking, other=other, line=other_line
            ),
            location=Location(line=line, column="arrived_at"),
        )
        for line, person, booking, other, other_line in rows
    )


def gaps(connection: duckdb.DuckDBPyConnection, register: Register) -> tuple[Finding, ...]:
    """Nights on which nobody held a person who went from one place to another.

    Between two bookings at the same place no gap is seen: the person may have been released, and
    nobody was to hand anybody over.
    """
    rows = connection.execute(f"""
        SELECT line, person, before.place, before.departed_day, place, arrived_day,
            arrived_day - before.departed_day
        FROM {_beside_the_one_before(register)}
        WHERE before.place <> place AND arrived_day > before.departed_day
        ORDER BY line""").fetchall()
    return tuple(
        Finding(
            Message.of(
                "custody.person-nowhere",
                person=person,
                left=left,
                left_on=left_on,
                reached=reached,
                reached_on=reached_on,
                nights=nights,
            ),
            location=Location(line=line, column="arrived_at"),
        )
        for line, person, left, left_on, reached, reached_on, nights in rows
    )


def _beside_the_one_before(register: Register) -> str:
    """SQL for the bookings, each with that earlier one of its person that ends last."""
    return f"""(
        SELECT *, arg_max(
            {{'booking': booking, 'line': line, 'place': place, 'departed_day': departed_day,
              'departed_us': departed_us}},
            {{'day': coalesce(departed_day, DATE '9999-12-31'),
              'us': coalesce(departed_us, 0), 'line': line}}) OVER (
            PARTITION BY person ORDER BY arrived_day, arrived_us, departed_day, line
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM {register.relation} WHERE person IS NOT NULL)"""
