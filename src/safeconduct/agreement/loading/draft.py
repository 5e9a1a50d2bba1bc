"""What has been read of a file, with the place of everything: what the checks look at."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from dataclasses import dataclass
from typing import Generic, TypeVar

from safeconduct.agreement.loading.findings import MOST_FINDINGS, error
from safeconduct.agreement.loading.tree import Mapping, Node
from safeconduct.basics import AgreementId, Finding, Location, Message

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """A value and the part of the file that it was read from."""

    value: T
    node: Node
    file: str

    def at(self, key: str = "") -> Location:
        """Where the value of the key stands, or else the whole."""
        entry = self.node.entry(key) if isinstance(self.node, Mapping) else None
        mark = self.node.mark if entry is None else entry.value.mark
        return Location(self.file, mark.line, mark.column)

    def error(self, message: Message, key: str = "") -> Finding:
        """A finding at the value of the key, or at the whole."""
        return error(message, self.at(key))


@dataclass(frozen=True, slots=True)
class Parts:
    """What could be read of a record, whether or not all of it could.

    Attributes:
        record: the record's name.
        values: by parameter; what is wrong or missing in the file is missing here.
    """

    record: str
    values: Lookup[str, object]


class Draft:
    """The sheet on which reading notes what it read and what it found.

    A section that cannot be read leaves the rest to be read and checked, so that one run shows
    every error of a file.

    Attributes:
        file: the file as the person named it.
        frameworks: the agreements that one may stand under.
        findings: what was found while reading.
    """

    def __init__(self, file: str, frameworks: frozenset[AgreementId] = frozenset()) -> None:
        self.file = file
        self.frameworks = frameworks
        self.findings: list[Finding] = []
        self._written: list[Written[object]] = []

    @property
    def is_full(self) -> bool:
        """Whether so much was found that looking further helps nobody."""
        return len(self.findings) >= MOST_FINDINGS

    def note(self, value: object, node: Node) -> None:
        """Keep where a value was read."""
        self._written.append(Written(value, node, self.file))

    def find(self, message: Message, node: Node) -> None:
        """Keep an error found while reading."""
        location = Location(self.file, node.mark.line, node.mark.column)
        self.findings.append(error(message, location))

    def each(self, kind: type[T]) -> Iterator[Written[T]]:
        """Every value of a kind, in the order of reading."""
        for written in self._written:
            if isinstance(written.value, kind):
                yield Written(written.value, written.node, written.file)

    def parts_of(self, record: str) -> Iterator[Written[Parts]]:
        """What could be read of every record of a name."""
        return (parts for parts in self.each(Parts) if parts.value.record == record)

    def where(self, value: object) -> Written[object]:
        """Where this very value was read.

        Raises:
            LookupError: for a value that was not read from the file.
        """
        for written in self._written:
            if written.value is value:
                return written
        raise LookupError(value)
