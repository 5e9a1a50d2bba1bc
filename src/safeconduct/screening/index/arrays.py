"""The arrays of an index by name: taken apart for a folder, and put together again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa
from numpy.typing import NDArray

from safeconduct.screening.index.index import Edition, Index, Records, Words
from safeconduct.screening.index.postings import Lists, Postings

Array = NDArray[Any]


def arrays_of(index: Index) -> dict[str, Array]:
    """Every array of an index, by the name of its file."""
    words, records = index.words, index.records
    return {
        "word-texts": words.texts,
        "word-starts": words.starts,
        "word-common": words.common,
        "word-key": words.filed.keys,
        "word-key-word": words.filed.rows,
        "word-record-starts": words.records.starts,
        "word-record": words.records.values,
        "record-name-starts": records.names.starts,
        "record-name": records.names.values,
        "name-word-starts": records.words.starts,
        "name-word": records.words.values,
        "name-part": records.parts,
        "record-date": records.dates,
        "record-sex": records.sex,
        "record-nationality": records.nationality,
        "record-apart": records.is_apart,
        "record-undated": records.is_undated,
        "record-unnamed": records.is_unnamed,
        "date-key": index.by_date.keys,
        "date-key-record": index.by_date.rows,
        "identifier-key": index.by_identifier.keys,
        "identifier-key-record": index.by_identifier.rows,
        "place-key": index.by_place.keys,
        "place-key-record": index.by_place.rows,
    }


def index_of(
    array: Callable[[str], Array], edition: Edition, contents: Mapping[str, Any], rows: pa.Table
) -> Index:
    """Put an index together.

    Args:
        array: gives the array of a name.
        edition: what it was made of.
        contents: what its contents say beside.
        rows: the rows as they were written.

    Raises:
        KeyError, TypeError, ValueError: if the contents lack something, or hold something else.
    """
    return Index(
        edition,
        _words(array),
        _records(array),
        Postings(array("date-key"), array("date-key-record")),
        Postings(array("identifier-key"), array("identifier-key-record")),
        Postings(array("place-key"), array("place-key-record")),
        tuple(contents["nationalities"]),
        dict(contents["of_nationality"]),
        rows,
        tuple((int(line), str(column)) for line, column in contents["unread"]),
        tuple(int(line) for line in contents["refused"]),
    )


def _words(array: Callable[[str], Array]) -> Words:
    return Words(
        array("word-texts"),
        array("word-starts"),
        array("word-common"),
        Postings(array("word-key"), array("word-key-word")),
        Lists(array("word-record-starts"), array("word-record")),
    )


def _records(array: Callable[[str], Array]) -> Records:
    return Records(
        Lists(array("record-name-starts"), array("record-name")),
        Lists(array("name-word-starts"), array("name-word")),
        array("name-part"),
        array("record-date"),
        array("record-sex"),
        array("record-nationality"),
        array("record-apart"),
        array("record-undated"),
        array("record-unnamed"),
    )
