"""Two programs, one answer: what closures said of a bundle is asked again by SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.agreement import Condition
from safeconduct.basics import CrossCheckFailed, Message
from safeconduct.clearance.asking import Asked
from safeconduct.clearance.findings import Clearing
from safeconduct.clearance.outcomes import Verdict
from safeconduct.clearance.sql.statement import VERDICTS, write_statement
from safeconduct.clearance.sql.tables import create_tables, load_tables
from safeconduct.engine import session

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One person's verdicts, in the order of the conditions."""

    person: str
    verdicts: tuple[Verdict, ...]


def verdicts_in(
    connection: duckdb.DuckDBPyConnection, conditions: Sequence[Condition], asked: Asked
) -> list[Verdicts]:
    """Ask the tables of a session the conditions of a question."""
    statement = write_statement(
        conditions, asked.question.moment, asked.docket.book, asked.question.law_as_of
    )
    answered = connection.execute(statement.text).fetchall()
    number = len(statement.columns)
    return [
        Verdicts(row[0], tuple(VERDICTS[code] for code in row[2 : 2 + number])) for row in answered
    ]


def cross_check(asked: Asked, clearing: Clearing) -> None:
    """Ask the same facts by SQL, and hold the two answers together.

    Raises:
        CrossCheckFailed: where the two programs disagree on a condition of a person.
    """
    conditions = [condition for condition, _ in asked.rules]
    with session() as connection:
        create_tables(connection)
        load_tables(connection, asked.docket.known.tables, asked.docket.offices)
        by_sql = {one.person: one.verdicts for one in verdicts_in(connection, conditions, asked)}
    for person in clearing.persons:
        for finding, verdict in zip(person.findings, by_sql.get(person.person, ()), strict=True):
            if finding.verdict is not verdict:
                message = Message.of(
                    "clearance.two-programs-disagree",
                    person=person.person,
                    condition=finding.condition.id,
                    one=finding.verdict.value,
                    other=verdict.value,
                )
                raise CrossCheckFailed(message)
