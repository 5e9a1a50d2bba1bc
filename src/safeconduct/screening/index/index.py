"""The index of a register: its words, dates and numbers, and the rows as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from safeconduct.screening.index.postings import Integers, Lists, Postings

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Edition:
    """What an index was made of. Any difference makes it another index.

    Attributes:
        register: the digest of the register's file.
        rules: the version of the rules that read and file names, dates and numbers.
        families: the families of keys under which records are filed.
        layout: the version of the arrays.
    """

    register: str
    rules: str
    families: tuple[str, ...]
    layout: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a register, each once, by number.

    Attributes:
        texts: all words in strict form, end to end, UTF-8.
        starts: where each begins, and at last where all end.
        common: records that have the word in any spelling that is written alike.
        filed: words by the key of a family of words.
        records: by word, the records that have it.
    """

    texts: Bytes
    starts: NDArray[np.int64]
    common: Integers
    filed: Postings
    records: Lists

    def text(self, word: int) -> str:
        """A word's letters."""
        return self.texts[self.starts[word] : self.starts[word + 1]].tobytes().decode("utf-8")


@dataclass(frozen=True, slots=True)
class Records:
    """What each record says, in the order of the file.

    Attributes:
        names: by record, the numbers of its names.
        words: by name, its telling words in order.
        parts: the part of a name that each word in ``words`` was given as.
        dates: year, month and day of the first date, a row a record; 0 where unknown.
        sex: 0 not known, 1 male, 2 female.
        nationality: number of the set of nationalities in ``nationalities``; 0 for none.
        is_apart: whether the record is compared one at a time: it has several dates of birth, no
            name, or a word in a script that no rule reads.
        is_undated: whether it has no date.
        is_unnamed: whether its names cannot be compared with others: none, or of unknown script.
    """

    names: Lists
    words: Lists
    parts: Bytes
    dates: NDArray[np.int16]
    sex: Bytes
    nationality: Integers
    is_apart: NDArray[np.bool_]
    is_undated: NDArray[np.bool_]
    is_unnamed: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Index:
    """A register made ready.

    Attributes:
        edition: what it was made of.
        words: its words.
        records: its records.
        by_date: records by the keys of dates.
        by_identifier: records by the keys of identifiers.
        by_place: records by the keys of places.
        nationalities: the sets of nationalities that occur, joined by ``;``; the first is empty.
        of_nationality: records with each nationality.
        rows: the rows as they were written: ``ref``, ``line`` and every column as text.
        unread: line and column of every cell that could not be read and counts as missing.
        refused: lines of the file that could not be read at all; they are not among the rows.
    """

    edition: Edition
    words: Words
    records: Records
    by_date: Postings
    by_identifier: Postings
    by_place: Postings
    nationalities: tuple[str, ...]
    of_nationality: Mapping[str, int]
    rows: pa.Table
    unread: tuple[tuple[int, str], ...] = ()
    refused: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """The number of records."""
        return int(self.rows.num_rows)
