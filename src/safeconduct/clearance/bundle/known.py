"""What was known at a moment: rows recorded by then, the last version of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from safeconduct.basics import Message
from safeconduct.clearance.bundle.problems import EVERYBODY, Problem
from safeconduct.clearance.bundle.reading import Bundle
from safeconduct.clearance.rows import Cell, Row, UnknownKind
from safeconduct.clearance.world import Moment
from safeconduct.facts import DAY_SUFFIX, STATE_SUFFIX, TABLES, Subject, Table

Tables = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """The facts at a moment.

    Attributes:
        tables: rows by table, one version of each.
        of_person: by table, the rows of each person.
        by_key: by table, the row of each key.
        problems: rows that contradict one another.
    """

    tables: Tables
    of_person: Mapping[str, Mapping[str, tuple[Row, ...]]]
    by_key: Mapping[str, Mapping[str, Row]]
    problems: tuple[Problem, ...]


def known_at(bundle: Bundle, moment: Moment) -> Known:
    """The bundle as it was known at the moment."""
    problems: list[Problem] = []
    tables = {
        name: tuple(_versions(_recorded_by(rows, moment), TABLES[name], bundle, problems))
        for name, rows in bundle.tables.items()
    }
    of_person = {name: _by_person(rows) for name, rows in tables.items()}
    by_key = {
        name: {row.text(TABLES[name].key): row for row in rows}
        for name, rows in tables.items()
        if TABLES[name].key
    }
    return Known(MappingProxyType(tables), of_person, by_key, tuple(problems))


def _recorded_by(rows: Iterable[Row], moment: Moment) -> list[Row]:
    recorded = ((row, row.instant("recorded_at")) for row in rows)
    return [row for row, at in recorded if at is not None and at <= moment.now]


def _by_person(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    sorted_out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sorted_out[row.text("person")].append(row)
    return {person: tuple(of_one) for person, of_one in sorted_out.items()}


def _versions(
    rows: list[Row], table: Table, bundle: Bundle, problems: list[Problem]
) -> Iterator[Row]:
    if not table.key:
        yield from rows
        return
    by_key: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_key[row.text(table.key)].append(row)
    for key, versions in by_key.items():
        latest = max(row.instant("recorded_at") for row in versions)  # type: ignore[type-var]
        last = [row for row in versions if row.instant("recorded_at") == latest]
        problems += rewritten(versions, table, key, bundle)
        if len(last) == 1:
            yield last[0]
            continue
        yield _merged(last)
        message = Message.of("clearance.row-twice", table=table.name, key=key)
        where = bundle.at(last[1], table.key)
        problems += [Problem(message, where, person) for person in _persons(last, table)]


def _persons(rows: Iterable[Row], table: Table) -> tuple[str, ...]:
    """Whom rows of the table concern: each person whom they name, or everybody."""
    if table.subject is Subject.FRAME:
        return (EVERYBODY,)
    return tuple(sorted({row.text("person") for row in rows}))


LASTING = ("kind", "scope", "person", "transfer", "destination", "class", "lifts", "ends_at")
"""What an order says of its reach and its end. No later entry about it says something else."""


def rewritten(rows: list[Row], table: Table, key: str, bundle: Bundle) -> Iterator[Problem]:
    """Versions of a row by which somebody would lose it: no correction does that.

    Args:
        rows: the versions.
        table: their table.
        key: their key.
        bundle: the bundle, for the place.
    """
    if len(rows) == 1 or table.subject is not Subject.PERSON:
        return
    persons = _persons(rows, table)
    if len(persons) > 1:
        message = Message.of("clearance.row-changes-person", key=key)
        where = bundle.at(rows[-1], "person")
        yield from (Problem(message, where, person) for person in persons)
    if table.name != "orders":
        return
    changed = [c for c in LASTING if len({row.values.get(c) for row in rows}) > 1]
    if changed:
        message = Message.of("clearance.order-rewritten", order=key, columns=", ".join(changed))
        of_one = len(persons) == 1 and all(row.text("scope") == "person" for row in rows)
        yield Problem(message, bundle.at(rows[-1], changed[0]), persons[0] if of_one else EVERYBODY)


def _merged(rows: list[Row]) -> Row:
    """One row that holds what all of them say; where they differ, nobody knows."""
    values: dict[str, Cell] = {}
    unknown: dict[str, UnknownKind] = {}
    for column in sorted({name for row in rows for name in row.values}):
        said = {row.values.get(column) for row in rows}
        if len(said) == 1:
            values[column] = said.pop()
        else:
            unknown[column] = UnknownKind.CONTRADICTORY
            for suffix in (DAY_SUFFIX, STATE_SUFFIX):
                unknown[column + suffix] = UnknownKind.CONTRADICTORY
    return Row(rows[0].table, MappingProxyType(values), MappingProxyType(unknown), rows[0].line)
