"""What can be wrong with rows: a question in SQL, and the sentence on each row that it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.basics import Message
from safeconduct.clearance.bundle.problems import EVERYBODY, Problem
from safeconduct.engine import literal
from safeconduct.facts import Subject, Table

if TYPE_CHECKING:
    import duckdb

    from safeconduct.clearance.bulk.folder import Folder

MOST_TOLD = 3
"""So many rows of a fault are told one by one; of the others, how many there are."""

Say = Callable[[str], Message]


@dataclass(frozen=True, slots=True)
class Check:
    """A fault that rows can have.

    Attributes:
        table: in which table.
        column: in which column; empty for the whole row.
        query: finds ``person`` (NULL where it may concern anybody), ``line`` and ``told``, a text
            of the row for the sentence.
        say: the sentence.
    """

    table: str
    column: str
    query: str
    say: Say


def whose(table: Table, row: str = "t") -> str:
    """The person of a row; NULL for a table that stands around persons."""
    return "CAST(NULL AS VARCHAR)" if table.subject is Subject.FRAME else f"{row}.person"


def plain(code: str, **parameters: str) -> Say:
    """A sentence that says the same of every row."""
    return lambda told: Message(code, parameters)  # noqa: ARG005 - a Say's shape


def create_held_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table of persons who are undetermined at best, each with the codes that say why."""
    connection.execute("CREATE TABLE faults (person VARCHAR, code VARCHAR)")


def find(
    connection: duckdb.DuckDBPyConnection, checks: Iterable[Check], folder: Folder
) -> Iterator[Problem]:
    """Put the questions, note whom each fault holds back, and tell of the first rows."""
    for check in checks:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS {check.query}")
        counted = connection.execute("SELECT count(*) FROM found").fetchone()
        number = int(counted[0]) if counted else 0
        if not number:
            continue
        rows = connection.execute(
            f"SELECT line, told, person FROM found ORDER BY line LIMIT {MOST_TOLD}"  # noqa: S608 - a number
        ).fetchall()
        code = check.say(rows[0][1] or "").code
        connection.execute(
            f"INSERT INTO faults SELECT DISTINCT person, {literal(code)} FROM found"  # noqa: S608 - a literal
        )
        for line, told, person in rows:
            where = folder.at(check.table, line, check.column)
            yield Problem(check.say(told or ""), where, person or EVERYBODY)
        if number > MOST_TOLD:
            more = Message.of("clearance.and-as-many", count=number - MOST_TOLD)
            yield Problem(more, folder.at(check.table, None, check.column), holds=False)
