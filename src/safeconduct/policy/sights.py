"""What can be seen of a table: which columns, and of which rows by a code that they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from safeconduct.facts import KEPT, TABLES, Personal, Table


@dataclass(frozen=True, slots=True)
class Sight:
    """Some columns of a table.

    Attributes:
        table: the declared table.
        columns: the columns that are seen.
        only: by column, the codes that a row must hold to be seen at all; a row in which nobody
            filled that column is not seen.
    """

    table: str
    columns: frozenset[str]
    only: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def sees(self, values: Mapping[str, object]) -> bool:
        """Whether the row is one of those seen."""
        return all(values.get(column) in codes for column, codes in self.only.items())


def table_named(name: str) -> Table:
    """The declared table, of a case bundle or of what a node keeps."""
    return TABLES[name] if name in TABLES else KEPT[name]


def every_table() -> tuple[str, ...]:
    """The names of all declared tables."""
    return (*TABLES, *KEPT)


def whole(names: Iterable[str]) -> Iterator[Sight]:
    """All columns of the tables."""
    for name in names:
        yield Sight(name, frozenset(c.name for c in table_named(name).written_columns))


def impersonal(names: Iterable[str]) -> Iterator[Sight]:
    """The columns that say nothing of a person, and the key that names the row."""
    for name in names:
        table = table_named(name)
        seen = {c.name for c in table.written_columns if c.personal is Personal.NO}
        named = {table.key} - {"", "person"}
        yield Sight(name, frozenset(seen | named) - {"person"})


def columns(name: str, *seen: str) -> Sight:
    """Some columns of one table."""
    return Sight(name, frozenset(seen))


def coded(name: str, column: str, codes: Collection[str]) -> Sight:
    """All columns of the rows that hold one of the codes."""
    (seen,) = whole([name])
    return Sight(name, seen.columns, MappingProxyType({column: frozenset(codes)}))
