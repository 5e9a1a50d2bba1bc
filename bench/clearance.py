"""May they board?  A million persons by SQL, one person by closures, beside CEL and Cedar.

The flat contest asks twelve conditions on facts that have one row a person; the relational one asks
the whole floor and the Norgerhaven conditions of a bundle with five related tables. The floor of a
contest sums every column that is read.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from bench.case_bundle import write_bundle
from bench.contest import Contender, Contest, hold
from safeconduct.agreement import Condition, OnUnknown, Predicate, Words, load
from safeconduct.agreement.floor import floor as laid_floor
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.marks import read_marks
from safeconduct.agreement.loading.predicates import read_predicate
from safeconduct.agreement.vocabulary import (
    AttestedOutside,
    Every,
    Exists,
    NoneOpen,
    NoOrderStands,
)
from safeconduct.agreement.vocabulary.walk import every_fact, every_node
from safeconduct.clearance.asking import Question
from safeconduct.clearance.bulk import ask_folder
from safeconduct.clearance.bulk.folder import read_folder
from safeconduct.clearance.bulk.raw import make_raw
from safeconduct.clearance.bulk.rows import rows_of
from safeconduct.clearance.offices import offices_known
from safeconduct.clearance.orders import order_book
from safeconduct.clearance.sql.statement import Statement, write_statement
from safeconduct.clearance.sql.tables import create_offices, load_offices
from safeconduct.clearance.sql.writer import instant
from safeconduct.clearance.world import Moment
from safeconduct.engine import column_types, session
from safeconduct.facts import STATE_SUFFIX, TABLES

PERSONS = int(os.environ.get("BENCH_PERSONS", "1000000"))
NOW = datetime(2017, 3, 14, 18, 0, tzinfo=UTC)
MOMENT = Moment(NOW, NOW.date())
DAY = date(2017, 3, 14)
MEMORY = "1500MB"

FLAT = (
    "{in: {fact: persons.legal_status, values: [sentenced, administrative]}}",
    "{is: {fact: persons.age_disputed, value: no}}",
    "{age_of: {fact: persons.born_on, at: transfers.departs_at_day, at_least: 18 years}}",
    "{not: {is: {fact: persons.residence, same_as: transfers.receiving}}}",
    "{is: {fact: persons.sex, value: '1'}}",
    "{in: {fact: persons.residence, values: [NO, LT, SE]}}",
    "{before: {fact: persons.held_since, than: transfers.departs_at, same_counts: false}}",
    "{age_of: {fact: persons.held_since, at: transfers.departs_at, at_least: 24 hours}}",
    (
        "{any: [{is: {fact: transfers.manifest_open, value: yes}}, {before: {fact: "
        "persons.added_to_manifest_at, than: transfers.manifest_closed_at, same_counts: true}}]}"
    ),
    "{age_of: {fact: persons.held_since, at: now, at_most: 20000 hours}}",
    (
        "{all: [{is: {fact: persons.age_disputed, value: no}}, "
        "{in: {fact: persons.sex, values: ['1', '2']}}]}"
    ),
    (
        "{any: [{is: {fact: persons.legal_status, value: sentenced}}, "
        "{age_of: {fact: persons.born_on, at: transfers.departs_at_day, at_most: 60 years}}]}"
    ),
)


def main() -> None:
    """Hold the contests over the same generated files."""
    folder = Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "safeconduct-bench"
    folder.mkdir(exist_ok=True)
    case = str(write_bundle(folder, PERSONS))
    hold(_contest("flat: 12 conditions", case, "flat", "at most 3 x the floor"))
    hold(_contest("five related tables, floor and agreement", case, "relational",
                  "at most 12 x the floor, at most 2048 MiB"))  # fmt: skip
    hold(_contest("findings of the same to Parquet", case, "findings", "at most 15 x the floor"))
    hold(_contest("the whole command: files checked too, a sample asked again, findings to Parquet",
                  case, "command", "none stated; at most 2048 MiB"))  # fmt: skip
    one_person()
    peers(case)


def peers(case: str) -> None:
    """Ask CEL and Cedar the flat conditions, where they are installed."""
    from bench.clearance_peers import beside

    beside(case)


def _contest(question: str, case: str, name: str, goal: str) -> Contest:
    return Contest(
        question=f"{PERSONS:,} persons, {question}",
        arguments=(case,),
        floor=Contender(
            "floor: sum of every column read",
            f"bench.clearance:floor_{'flat' if name == 'flat' else 'relational'}",
            answers=False,
        ),
        ours=Contender("safeconduct", f"bench.clearance:ours_{name}"),
        peers=(),
        goal=goal,
    )


def predicate(text: str) -> Predicate:
    """A predicate of the vocabulary."""
    tree, findings = read_marks(text.encode(), "bench")
    draft = Draft("bench")
    read = None if tree is None else read_predicate(tree, Context(draft))
    if read is None:
        raise ValueError([*findings, *draft.findings])
    return read


def flat_conditions() -> list[Condition]:
    """The twelve flat conditions."""
    citation = laid_floor().conditions[0].citation
    words = Words("flat", "plana")
    return [
        Condition(f"flat-{n}", words, predicate(text), OnUnknown.HOLD, citation)
        for n, text in enumerate(FLAT)
    ]


def relational_conditions() -> list[Condition]:
    """The floor's conditions and those of Norgerhaven."""
    return [*laid_floor().conditions, *load("no-nl-2015-norgerhaven").conditions]


def opened(
    connection: duckdb.DuckDBPyConnection, case: str, conditions: list[Condition]
) -> Statement:
    """The statement for a generated bundle whose files stand as views in the session.

    The checks of the files are left out: they belong to the command, which has a contest of its
    own.
    """
    folder = read_folder(Path(case))
    for table in TABLES.values():
        if table.name in folder.files:
            list(make_raw(connection, table, folder))
            connection.execute(
                f"CREATE VIEW {table.name} AS SELECT * FROM raw_{table.name} "
                f"WHERE recorded_at <= {instant(NOW)}"
            )
    offices = offices_known(rows_of(connection, "offices"))
    create_offices(connection)
    load_offices(connection, offices)
    empty = frozenset(TABLES.keys() - folder.files.keys())
    return write_statement(
        conditions, MOMENT, order_book((), offices, MOMENT, {}), DAY, empty=empty
    )


def ours_flat(case: str) -> Iterator[dict[str, int]]:
    """Outcome and one column a condition, as a table; the terms are read before."""
    conditions = flat_conditions()
    yield {}
    yield _ours(case, conditions)


def ours_relational(case: str) -> Iterator[dict[str, int]]:
    """Outcome and one column a condition, as a table; the terms are read before."""
    conditions = relational_conditions()
    yield {}
    yield _ours(case, conditions)


def _ours(case: str, conditions: list[Condition]) -> dict[str, int]:
    with session(memory_limit=MEMORY) as connection:
        statement = opened(connection, case, conditions)
        connection.execute(f"CREATE TABLE answered AS {statement.text}")
        counted = connection.execute("SELECT outcome, count(*) FROM answered GROUP BY 1 ORDER BY 1")
        return dict(counted.fetchall())


def ours_findings(case: str) -> Iterator[int]:
    """Every finding in columns, one a condition under its id, written to Parquet."""
    conditions = relational_conditions()
    yield 0
    with session(memory_limit=MEMORY) as connection, tempfile.TemporaryDirectory() as folder:
        statement = opened(connection, case, conditions)
        target = Path(folder) / "findings.parquet"
        named = zip(statement.columns, conditions, strict=True)
        columns = ", ".join(f'{column} AS "{condition.id}"' for column, condition in named)
        connection.execute(
            f"COPY (SELECT person, transfer, outcome, {columns} FROM ({statement.text})) "
            f"TO '{target}' (FORMAT parquet)"
        )
        found = connection.execute(f"SELECT count(*) FROM '{target}'").fetchone()
        yield int(found[0]) if found else 0


def ours_command(case: str) -> dict[str, int]:
    """What the command does: check the files, ask, hold a sample together, write the findings."""
    question = Question(load("no-nl-2015-norgerhaven"), NOW, DAY, NOW)
    with tempfile.TemporaryDirectory() as folder:
        answered = ask_folder(Path(case), question, Path(folder) / "findings.parquet")
    return {outcome.value: number for outcome, number in answered.outcomes.items()}


def floor_flat(case: str) -> Iterator[str]:
    """Sum every column that the flat conditions read."""
    conditions = flat_conditions()
    yield ""
    yield _floor(case, conditions)


def floor_relational(case: str) -> Iterator[str]:
    """Sum every column that the relational conditions read."""
    conditions = relational_conditions()
    yield ""
    yield _floor(case, conditions)


_SUMS = {
    "BOOLEAN": "sum({}::INT)",
    "DATE": "sum({} - DATE '2000-01-01')",
    "TIMESTAMP": "sum(epoch_us({}))",
    "BIGINT": "sum({})",
    "VARCHAR": "sum(strlen({}))",
    "VARCHAR[]": "sum(len({}))",
}


def _floor(case: str, conditions: list[Condition]) -> str:
    summed = []
    with session(memory_limit=MEMORY) as connection:
        for table, columns in sorted(columns_read(conditions).items()):
            path = Path(case) / f"{table}.parquet"
            if path.is_file():
                connection.execute(f"CREATE OR REPLACE VIEW file AS SELECT * FROM '{path}'")
                held = column_types(connection, "file")
                read = sorted(columns & held.keys())
                sums = ", ".join(_SUMS[held[name]].format(f'"{name}"') for name in read)
                summed.append(connection.execute(f"SELECT {sums} FROM file").fetchone())
    return str(summed)


def columns_read(conditions: list[Condition]) -> dict[str, set[str]]:
    """The stored columns that a statement of these conditions reads, by table."""
    read: dict[str, set[str]] = defaultdict(set)
    read["persons"] |= {"person", "transfer", "recorded_at"}
    read["transfers"] |= {"transfer", "proposed_by", "recorded_at"}
    trees = [c.require for c in conditions]
    trees += [c.applies_when for c in conditions if c.applies_when is not None]
    for tree in trees:
        for fact in every_fact(tree):
            column = fact.column.replace("issuer_empowered", "issued_by")
            read[fact.table].add(column.removesuffix(STATE_SUFFIX))
        for node in every_node(tree):
            if isinstance(node, AttestedOutside):
                read[node.table].add("attested_by")
            if isinstance(node, Every | NoneOpen | NoOrderStands):
                read["searches"] |= {"register", "searched_at", "complete", "found", "attested_by"}
            if isinstance(node, Exists | Every | NoneOpen):
                read[node.table] |= {"person", "recorded_at"}
    if "places" in read:
        read["places"] |= {"place", "recorded_at"}
        read["transfers"].add("destination")
    if "searches" in read:
        read["searches"] |= {"person", "recorded_at"}
    return read


def one_person() -> None:
    """One person against the floor and an agreement, with every finding and its evidence."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from safeconduct.clearance.cases import cases_of
    from safeconduct.clearance.judging import compiled, judged
    from tests.clearance.bundles import asked, nothing_missing

    question: Any = asked(nothing_missing())
    several = (*question.rules, *question.rules)[:40]
    rules = [compiled(condition, DAY, from_floor=laid) for condition, laid in several]
    case = next(cases_of(question.docket))
    times = []
    for _ in range(200):
        begun = time.perf_counter()
        judged(case, rules, ())
        times.append(time.perf_counter() - begun)
    milliseconds = statistics.median(times) * 1000
    print(
        f"one person, {len(rules)} conditions, full findings: {milliseconds:.3f} ms "
        "(median of 200; goal: at most 1 ms)"
    )
