"""Building an index: one pass over the rows, then the arrays are sorted."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from safeconduct.screening.dates import PartialDate
from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Edition, Index, Records, Words
from safeconduct.screening.index.postings import Lists, Postings, lists_of, post
from safeconduct.screening.index.vocabulary import Vocabulary, file_words
from safeconduct.screening.keys.dates import filed_dates
from safeconduct.screening.keys.identifiers import identifier_keys
from safeconduct.screening.keys.register import FAMILIES
from safeconduct.screening.names import Name, Part
from safeconduct.screening.person import Person, is_unreadable, read_person, telling
from safeconduct.screening.rules import LAYOUT, rules_version

Number = TypeVar("Number", bound=np.generic)

BATCH = 20_000
PARTS = {Part.UNKNOWN: 0, Part.GIVEN: 1, Part.SURNAME: 2}
"""The numbers of the parts of a name in an index."""


def edition_of(register: str) -> Edition:
    """The edition of an index made now of the register with this digest."""
    return Edition(register, rules_version(), FAMILIES, LAYOUT)


def build_index(rows: pa.Table, register: str, refused: tuple[int, ...] = ()) -> Index:
    """Build the index of a register.

    Args:
        rows: the register: ``ref``, ``line``, and the columns of
            `safeconduct.screening.person.COLUMNS` that it has, all but ``line`` as text; further
            columns are kept.
        register: the digest of its file.
        refused: lines of the file that could not be read.
    """
    gathering = _Gathering()
    for person in persons_of(rows):
        gathering.add(person)
    return gathering.index(rows, register, refused)


def persons_of(rows: pa.Table) -> Iterator[Person]:
    """The persons of a table, in its order."""
    for batch in rows.to_batches(max_chunksize=BATCH):
        columns = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        refs, lines = columns.pop("ref"), columns.pop("line")
        headings = tuple(columns)
        for ref, line, *cells in zip(refs, lines, *columns.values(), strict=True):
            written = {name: text for name, text in zip(headings, cells, strict=True) if text}
            yield read_person(ref, written, line)


class _Gathering:
    """Columns that grow by one record at a time."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.unread: list[tuple[int, str]] = []
        self.name_counts = array("i")
        self.word_counts = array("i")
        self.words = array("i")
        self.parts = array("B")
        self.dates = array("h")
        self.sex = array("B")
        self.nationality = array("i")
        self.flags: tuple[bytearray, bytearray, bytearray] = (bytearray(), bytearray(), bytearray())
        self.date_keys: tuple[array[int], array[int]] = (array("Q"), array("i"))
        self.identifier_keys: tuple[array[int], array[int]] = (array("Q"), array("i"))
        self.place_keys: tuple[array[int], array[int]] = (array("Q"), array("i"))
        self.nationalities: dict[str, int] = {"": 0}
        self.of_nationality: Counter[str] = Counter()

    def add(self, person: Person) -> None:
        number = len(self.sex)
        self.unread.extend((person.line, column) for column, _ in person.unread)
        self.name_counts.append(len(person.names))
        for name in person.names:
            self._add_name(name)
        first = person.dates[0] if person.dates else PartialDate(0)
        self.dates.extend((first.year, first.month, first.day))
        self.sex.append(int(person.sex or 0))
        states = ";".join(sorted(person.nationalities))
        self.nationality.append(self.nationalities.setdefault(states, len(self.nationalities)))
        self.of_nationality.update(person.nationalities)
        self._add_flags(person)
        for date in person.dates:
            _add_keys(self.date_keys, filed_dates(date), number)
        for identifier in person.identifiers:
            hashes = (key_hash("identifier", key) for key in identifier_keys(identifier))
            _add_keys(self.identifier_keys, hashes, number)
        for column, places in person.places.items():
            _add_keys(self.place_keys, (key_hash(column, place) for place in places), number)

    def _add_name(self, name: Name) -> None:
        words = telling(name)
        self.word_counts.append(len(words))
        for word in words:
            self.words.append(self.vocabulary.number(word))
            self.parts.append(PARTS[word.part])

    def _add_flags(self, person: Person) -> None:
        words = [word for name in person.names for word in telling(name)]
        unread = sum(is_unreadable(word) for word in words)
        apart, undated, unnamed = self.flags
        apart.append(len(person.dates) > 1 or unread > 0 or not words)
        undated.append(not person.dates)
        unnamed.append(unread == len(words))

    def index(self, rows: pa.Table, register: str, refused: tuple[int, ...]) -> Index:
        word_lists = Lists(_starts(self.word_counts), _array(self.words, np.int32))
        name_starts = _starts(self.name_counts)
        names = Lists(name_starts, np.arange(int(name_starts[-1]), dtype=np.int32))
        return Index(
            edition_of(register),
            self._words(names, word_lists),
            self._records(names, word_lists),
            _posted(self.date_keys),
            _posted(self.identifier_keys),
            _posted(self.place_keys),
            tuple(self.nationalities),
            dict(self.of_nationality),
            rows,
            tuple(self.unread),
            refused,
        )

    def _words(self, names: Lists, words: Lists) -> Words:
        record_of_name = np.repeat(np.arange(len(self.sex), dtype=np.int32), names.lengths())
        record_of_word = np.repeat(record_of_name, words.lengths())
        records = lists_of(words.values, record_of_word, len(self.vocabulary.tokens))
        return file_words(self.vocabulary, records)

    def _records(self, names: Lists, words: Lists) -> Records:
        apart, undated, unnamed = (np.frombuffer(bytes(flag), np.bool_) for flag in self.flags)
        return Records(
            names,
            words,
            _array(self.parts, np.uint8),
            _array(self.dates, np.int16).reshape(-1, 3),
            _array(self.sex, np.uint8),
            _array(self.nationality, np.int32),
            apart,
            undated,
            unnamed,
        )


def _add_keys(held: tuple[array[int], array[int]], keys: Iterator[int], number: int) -> None:
    for key in keys:
        held[0].append(key)
        held[1].append(number)


def _posted(held: tuple[array[int], array[int]]) -> Postings:
    return post(_array(held[0], np.uint64), _array(held[1], np.int32))


def _array(held: array[int], kind: type[Number]) -> NDArray[Number]:
    return np.frombuffer(held, dtype=kind) if len(held) else np.empty(0, dtype=kind)


def _starts(counts: array[int]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(_array(counts, np.int32)))).astype(np.int64)
