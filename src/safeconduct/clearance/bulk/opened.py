"""A folder opened for a question: its tables as known at the moment, and all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from safeconduct.agreement import Agreement, Condition
from safeconduct.agreement.floor import Floor, floor
from safeconduct.agreement.frameworks import frameworks_of
from safeconduct.clearance.asking import Question, rules_of, tables_read
from safeconduct.clearance.bulk.checks import create_held_back, find
from safeconduct.clearance.bulk.folder import Folder, rows_in, unknown_files
from safeconduct.clearance.bulk.known import make_known, make_readable, recorded_later
from safeconduct.clearance.bulk.raw import make_raw
from safeconduct.clearance.bulk.rows import GENERAL_ORDERS, rows_of
from safeconduct.clearance.bulk.together import (
    answers,
    codes_of_no_state,
    not_covered,
    order_faults,
    out_of_our_hands,
    outside_the_parties,
    references,
)
from safeconduct.clearance.bundle.known import Known
from safeconduct.clearance.bundle.problems import EVERYBODY, Problem
from safeconduct.clearance.bundle.reading import Bundle
from safeconduct.clearance.bundle.references import asked_ahead
from safeconduct.clearance.bundle.seal import CONTENTS, held_against
from safeconduct.clearance.classes import classes_of
from safeconduct.clearance.offices import not_vouched_for, offices_known
from safeconduct.clearance.orders import OrderBook, order_book
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.tables import create_offices, load_offices
from safeconduct.clearance.terms import floor_problems, terms_alone
from safeconduct.clearance.world import Moment
from safeconduct.facts import TABLES, create_table

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle of Parquet files in a session.

    Attributes:
        folder: the files.
        question: what is asked.
        floor: what no agreement can switch off.
        above: the conventions that the agreement stands under.
        rules: the conditions, and of each whether it is one of the floor.
        book: the orders that are not on one person.
        empty: the tables without a file, which have no row.
        problems: everything that is wrong; of a fault of many rows, the first ones.
    """

    folder: Folder
    question: Question
    floor: Floor
    above: tuple[Agreement, ...]
    rules: tuple[tuple[Condition, bool], ...]
    book: OrderBook
    empty: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def holds_everybody(self) -> bool:
        """Whether something keeps everybody undetermined at best."""
        return any(problem.concerns(EVERYBODY) for problem in self.problems)


def open_folder(
    connection: duckdb.DuckDBPyConnection, folder: Folder, question: Question
) -> Opened:
    """Make the tables of a question, and ask what is wrong with them.

    Raises:
        WrongInput: if a file cannot be read.
    """
    laid, above = floor(), frameworks_of(question.agreement)
    rules = rules_of(question.agreement, laid, above)
    create_held_back(connection)
    problems = [
        *unknown_files(folder),
        *_tables(connection, folder, question),
        *asked_ahead(question.now, question.computed_at),
        *_contents(connection, folder, tables_read(rule for rule, _ in rules)),
        *floor_problems(laid),
    ]
    for terms in (question.agreement, *above):
        problems += terms_alone(terms, question.law_as_of)
        checks = (
            *outside_the_parties(terms),
            *codes_of_no_state(terms, frozenset(folder.files)),
            *not_covered(terms),
        )
        problems += find(connection, checks, folder)
    book, told = _offices_and_orders(connection, folder, question.moment)
    empty = frozenset(TABLES.keys() - folder.files.keys())
    return Opened(folder, question, laid, above, rules, book, empty, (*problems, *told))


def _tables(
    connection: duckdb.DuckDBPyConnection, folder: Folder, question: Question
) -> Iterator[Problem]:
    latest = Moment(question.computed_at, question.computed_at.date())
    for table in TABLES.values():
        if table.name not in folder.files:
            connection.execute(create_table(table, with_line=True))
            continue
        yield from make_raw(connection, table, folder)
        yield from find(connection, make_readable(connection, table), folder)
        yield from find(connection, (recorded_later(table, latest),), folder)
        yield from find(connection, make_known(connection, table, question.moment), folder)
    filled = frozenset(folder.files)
    checks = (
        *references(filled),
        *(order_faults() if "orders" in filled else ()),
        *answers(filled),
        *out_of_our_hands(question.moment),
    )
    yield from find(connection, checks, folder)


def _contents(
    connection: duckdb.DuckDBPyConnection, folder: Folder, needed: set[str]
) -> Iterator[Problem]:
    """Hold rows and digests of the files against what the contents state."""
    stated = None
    if CONTENTS in folder.files:
        query = 'SELECT "table", CAST("rows" AS VARCHAR), sha256 FROM rows_contents'
        found = connection.execute(query).fetchall()
        stated = {table: (rows or "", digest or "") for table, rows, digest in found}

    def counted(table: str) -> tuple[int, str]:
        if table not in folder.files:
            return 0, ""
        return rows_in(connection, folder.files[table]), folder.digests[table]

    def file_of(table: str) -> str:
        return str(folder.files.get(table, folder.path))

    yield from held_against(stated, needed, counted, file_of, str(folder.path))


def _offices_and_orders(
    connection: duckdb.DuckDBPyConnection, folder: Folder, moment: Moment
) -> tuple[OrderBook, tuple[Problem, ...]]:
    offices_listed = rows_of(connection, "offices")
    offices = offices_known(offices_listed)
    create_offices(connection)
    load_offices(connection, offices)
    orders = rows_of(connection, "orders", GENERAL_ORDERS)
    bundle, known = _small({"offices": offices_listed, "orders": orders}, folder)
    classes, problems = classes_of(bundle, known)
    book = order_book(orders, offices, moment, classes)
    return book, (*problems, *not_vouched_for(bundle, known))


def _small(tables: Mapping[str, Sequence[Row]], folder: Folder) -> tuple[Bundle, Known]:
    """A few rows as the questions on rows want them."""
    held = {name: tuple(rows) for name, rows in tables.items()}
    files = {name: str(folder.at(name).file) for name in held}
    by_key = {
        name: {row.text(TABLES[name].key): row for row in rows} for name, rows in held.items()
    }
    bundle = Bundle(MappingProxyType(held), files, ())
    return bundle, Known(MappingProxyType(held), {}, by_key, ())
