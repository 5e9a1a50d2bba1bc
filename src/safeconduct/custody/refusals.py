"""Refusing rows: each row against the reasons in order, and the first that holds is listed."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.basics import Message
from safeconduct.custody.register import Refused
from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import duckdb


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row may be refused.

    Attributes:
        column: the column at fault.
        code: the message.
        test: SQL over the row that is true where the reason holds.
        text: SQL for what the message shows as ``{text}``.
        other: SQL for what the message shows as ``{other}``.
    """

    column: str
    code: str
    test: str
    text: str = "''"
    other: str = "''"


@dataclass(frozen=True, slots=True)
class Once:
    """What may occur once among the rows that no reason refuses; the first line has it.

    Attributes:
        column: the column at fault.
        code: the message; it shows the value as ``{text}`` and the first line as ``{other}``.
        key: SQL for what may occur once; the column itself unless told.
    """

    column: str
    code: str
    key: str = ""


def judged(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    reasons: Sequence[Reason],
    once: Once | None = None,
) -> str:
    """Replace a table by one with ``reason, fault, shown, other`` beside its rows.

    The four are NULL where no reason holds.

    Args:
        connection: the session.
        relation: the table.
        reasons: in the order in which they are tried.
        once: what may occur once; None for nothing.
    """
    verdicts = fresh("judged")
    once = once or Once("line", "")
    first_line = f"min(line) OVER (PARTITION BY {once.key or once.column}, reason IS NULL)"
    connection.execute(f"""
        CREATE TABLE {verdicts} AS
        WITH tried AS (SELECT *, {first_reason(reasons)} FROM {relation}),
        counted AS (
            SELECT *, {first_line if once.code else "line"} AS first_line FROM tried)
        SELECT * EXCLUDE (first_line) REPLACE (
            coalesce(reason, CASE WHEN line > first_line THEN {literal(once.code)} END) AS reason,
            coalesce(fault, {literal(once.column)}) AS fault,
            coalesce(shown, {once.column}::VARCHAR) AS shown,
            coalesce(other, first_line::VARCHAR) AS other)
        FROM counted""")
    connection.execute(f"DROP TABLE {relation}")
    return verdicts


def first_reason(reasons: Sequence[Reason]) -> str:
    """SQL for the columns ``reason, fault, shown, other`` of the first reason that holds."""
    return ", ".join(
        f"{_first(reasons, part)} AS {column}"
        for part, column in (
            ("code", "reason"),
            ("column", "fault"),
            ("text", "shown"),
            ("other", "other"),
        )
    )


def _first(reasons: Sequence[Reason], part: str) -> str:
    """SQL for a part of the first reason that holds."""
    is_constant = part in {"code", "column"}
    cases = " ".join(
        f"WHEN {reason.test} THEN "
        + (literal(getattr(reason, part)) if is_constant else f"({getattr(reason, part)})::VARCHAR")
        for reason in reasons
    )
    return f"CASE {cases} END"


def write_faults(
    connection: duckdb.DuckDBPyConnection, rows: str, reasons: Sequence[Reason]
) -> str:
    """A table ``line, fault, reason, shown, other`` of the rows that are refused, each once.

    Unlike ``judged`` it copies no sound row. Each reason has a query of its own: one that reads a
    single column of a Parquet file is mostly answered from the file's statistics.
    """
    faults = fresh("faults")
    connection.execute(f"""
        CREATE TABLE {faults}
            (line BIGINT, fault VARCHAR, reason VARCHAR, shown VARCHAR, other VARCHAR)""")
    for reason in reasons:
        connection.execute(f"""
            INSERT INTO {faults}
            SELECT line, {literal(reason.column)}, {literal(reason.code)}, {reason.text}::VARCHAR,
                {reason.other}::VARCHAR
            FROM {rows} WHERE ({reason.test}) AND line NOT IN (SELECT line FROM {faults})""")
    return faults


def refused_rows(connection: duckdb.DuckDBPyConnection, verdicts: str) -> tuple[Refused, ...]:
    """The refused rows of a judged table, in the order of their lines."""
    rows = connection.execute(f"""
        SELECT line, fault, reason, shown, other FROM {verdicts}
        WHERE reason IS NOT NULL ORDER BY line""").fetchall()
    return tuple(
        Refused(line, column, Message.of(reason, text=shorten(text or ""), other=other or ""))
        for line, column, reason, text, other in rows
    )


def shorten(text: str, most: int = 60) -> str:
    """The beginning of a text that a message shows."""
    return text if len(text) <= most else text[: most - 1] + "…"


def one_of(value: str, listed: Collection[str]) -> str:
    """SQL that is true where the value is one of those listed, and false for NULL."""
    written = ", ".join(literal(one) for one in sorted(listed))
    return f"coalesce({value} IN ({written}), false)" if written else "false"
