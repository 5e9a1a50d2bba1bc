"""Asking a folder of Parquet files: a row a person, a column a condition, and the counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.agreement import Condition
from safeconduct.agreement.floor import floor_hash
from safeconduct.basics import CrossCheckFailed, Message
from safeconduct.clearance.asking import Asked, Question, judge
from safeconduct.clearance.bulk.folder import read_folder
from safeconduct.clearance.bulk.one_by_one import asked_of
from safeconduct.clearance.bulk.opened import Opened, open_folder
from safeconduct.clearance.evaluator import evaluator
from safeconduct.clearance.outcomes import Outcome, Verdict
from safeconduct.clearance.sql.statement import CODES, VERDICTS, write_statement
from safeconduct.clearance.terms import terms_asked
from safeconduct.engine import identifier, literal, session

if TYPE_CHECKING:
    import duckdb

MEMORY = "1500MB"
SAMPLE = 8
"""So many persons of each outcome are asked again one by one."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How often each verdict came of a condition."""

    condition: Condition
    from_floor: bool
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer for a folder.

    Attributes:
        opened: the question and all that was read for it.
        outcomes: how many persons there are of each outcome.
        counted: for each condition, how often each verdict came.
        hashes: ``terms_hash``, ``floor_hash`` and ``facts_hash``; ``evaluator``.
    """

    opened: Opened
    outcomes: Mapping[Outcome, int]
    counted: tuple[Counted, ...]
    hashes: Mapping[str, str]


@contextmanager
def opened_folder(
    path: Path, question: Question
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Opened]]:
    """A session with the tables of the folder."""
    with session(memory_limit=MEMORY) as connection:
        yield connection, open_folder(connection, read_folder(path), question)


def ask_folder(path: Path, question: Question, findings: Path | None = None) -> Answered:
    """Ask everybody.

    Args:
        path: the folder.
        question: what is asked.
        findings: where to write what came of each condition for each person; a Parquet file.

    Raises:
        WrongInput: if a file cannot be read.
        CrossCheckFailed: where closures say something else of a person of the sample.
    """
    with opened_folder(path, question) as (connection, opened):
        columns = answer_all(connection, opened)
        _hold_together(connection, opened, columns)
        answered = Answered(
            opened, _outcomes(connection), _counted(connection, opened, columns), _hashes(opened)
        )
        if findings is not None:
            _write(connection, answered, columns, findings)
        return answered


def ask_persons(path: Path, question: Question, persons: tuple[str, ...]) -> Asked:
    """The question on a few persons of the folder, with every finding to come.

    Raises:
        WrongInput: if a file cannot be read.
    """
    with opened_folder(path, question) as (connection, opened):
        return asked_of(connection, opened, persons)


def answer_all(connection: duckdb.DuckDBPyConnection, opened: Opened) -> tuple[str, ...]:
    """Make the table ``answered``; the names of its condition columns."""
    question = opened.question
    statement = write_statement(
        [condition for condition, _ in opened.rules],
        question.moment,
        opened.book,
        question.law_as_of,
        held_back=opened.holds_everybody,
        empty=opened.empty,
    )
    connection.execute(
        "CREATE TABLE held_back AS SELECT person, list_sort(list(DISTINCT code)) AS because "
        "FROM faults WHERE person IS NOT NULL GROUP BY person"
    )
    best, held = literal(Outcome.NO_BAR_FOUND.value), literal(Outcome.UNDETERMINED.value)
    connection.execute(
        f"CREATE TABLE answered AS SELECT s.* REPLACE (CASE WHEN s.outcome = {best} "  # noqa: S608 - literals
        f"AND h.person IS NOT NULL THEN {held} ELSE s.outcome END AS outcome), h.because "
        f"FROM ({statement.text}) s LEFT JOIN held_back h ON s.person = h.person"
    )
    return statement.columns


def _hold_together(
    connection: duckdb.DuckDBPyConnection, opened: Opened, columns: tuple[str, ...]
) -> None:
    listed = ", ".join(columns)
    rows = connection.execute(
        f"SELECT person, outcome, [{listed}] FROM answered "  # noqa: S608 - names
        f"QUALIFY row_number() OVER (PARTITION BY outcome ORDER BY hash(person)) <= {SAMPLE}"
    ).fetchall()
    said = {person: (outcome, verdicts) for person, outcome, verdicts in rows}
    for found in judge(asked_of(connection, opened, said)):
        if found.person not in said:
            continue
        outcome, codes = said[found.person]
        by_sql = [VERDICTS[code] for code in codes]
        for finding, verdict in zip(found.findings, by_sql, strict=True):
            if finding.verdict is not verdict:
                raise _disagreement(
                    found.person, finding.condition.id, finding.verdict.value, verdict.value
                )
        if found.outcome.value != outcome:
            raise _disagreement(found.person, "outcome", found.outcome.value, outcome)


def _disagreement(person: str, condition: str, one: str, other: str) -> CrossCheckFailed:
    return CrossCheckFailed(
        Message.of(
            "clearance.two-programs-disagree",
            person=person,
            condition=condition,
            one=one,
            other=other,
        )
    )


def _outcomes(connection: duckdb.DuckDBPyConnection) -> Mapping[Outcome, int]:
    query = "SELECT outcome, count(*) FROM answered GROUP BY outcome"
    found = dict(connection.execute(query).fetchall())
    return {outcome: found.get(outcome.value, 0) for outcome in Outcome}


def _counted(
    connection: duckdb.DuckDBPyConnection, opened: Opened, columns: tuple[str, ...]
) -> tuple[Counted, ...]:
    counts = [
        f"count(*) FILTER ({column} = {code})" for column in columns for code in CODES.values()
    ]
    row = connection.execute(f"SELECT {', '.join(counts) or '0'} FROM answered").fetchone() or ()  # noqa: S608 - names
    return tuple(
        Counted(
            condition,
            from_floor,
            dict(zip(CODES, row[number * len(CODES) :], strict=False)),
        )
        for number, (condition, from_floor) in enumerate(opened.rules)
    )


def _hashes(opened: Opened) -> Mapping[str, str]:
    return {
        "terms_hash": terms_asked(opened.question.agreement, opened.above),
        "floor_hash": floor_hash(opened.floor),
        "facts_hash": opened.folder.facts_hash,
        "evaluator": evaluator(),
    }


def _write(
    connection: duckdb.DuckDBPyConnection,
    answered: Answered,
    columns: tuple[str, ...],
    file: Path,
) -> None:
    """A row a person, a column a condition under its id; on which it rests, in the file's notes."""
    question, rules = answered.opened.question, answered.opened.rules
    words = ", ".join(
        f"{_in_words(column)} AS {identifier(condition.id)}"
        for column, (condition, _) in zip(columns, rules, strict=True)
    )
    notes = {
        "agreement": str(question.agreement.id),
        **answered.hashes,
        "facts_as_of": question.now.isoformat(),
        "law_as_of": question.law_as_of.isoformat(),
        "computed_at": question.computed_at.isoformat(),
    }
    noted = ", ".join(f"{name}: {literal(value)}" for name, value in notes.items())
    connection.execute(
        f"COPY (SELECT person, transfer, outcome, because, {words} FROM answered) "  # noqa: S608 - names, literals
        f"TO {literal(str(file))} "
        f"(FORMAT parquet, KV_METADATA {{{noted}}})"
    )


def _in_words(column: str) -> str:
    """The verdict's name; of a type that holds one byte and stands for it in the file."""
    names = ", ".join(literal(verdict.value) for verdict in CODES)
    cases = " ".join(
        f"WHEN {code} THEN CAST({literal(verdict.value)} AS ENUM ({names}))"
        for verdict, code in CODES.items()
    )
    return f"CASE {column} {cases} END"
