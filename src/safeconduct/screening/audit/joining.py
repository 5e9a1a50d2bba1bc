"""Joining two registers by their keys: two words together, a word and a date, or an identifier.

One word alone joins nobody in bulk. Two words, of any family but slips, are one key; so are a word
and any two parts of a date. A block that is too large to be compared is split by its dates, which
the second kind of key does already, and counted.
"""

# ruff: noqa: S608 - statements hold our own names and numbers only

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from safeconduct.engine import session
from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Index
from safeconduct.screening.index.postings import Integers, Postings
from safeconduct.screening.keys.kinship import KINSHIP
from safeconduct.screening.keys.skeleton import SKELETON
from safeconduct.screening.keys.spelling import SPELLING
from safeconduct.screening.names import Part, Token, forms
from safeconduct.screening.names.scripts import script_of

if TYPE_CHECKING:
    import duckdb

LARGEST_BLOCK = 1_000_000
"""Pairs of one block of two words beyond which it is split by dates."""

_FAMILIES = (SPELLING, KINSHIP, SKELETON)


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of records that share a key of two fields.

    Attributes:
        left: numbers of records on the left.
        right: the number on the right of each, in the same order; sorted by left, then right.
        blocks: how many blocks were joined.
        split: how many were too large and were joined with a date only.
    """

    left: Integers
    right: Integers
    blocks: int
    split: int


def join(left: Index, right: Index) -> Joined:
    """Join two registers; one with itself if both are the same index."""
    with session(memory_limit="1GB") as connection:
        for side, index in (("l", left), ("r", right)):
            _write_keys(connection, side, index)
        blocks, split = _choose_blocks(connection)
        within = "AND l.record < r.record" if left is right else ""
        found = connection.sql(f"""
            SELECT DISTINCT l.record AS mine, r.record AS theirs
            FROM l_key l JOIN r_key r USING (key) SEMI JOIN block USING (key)
            WHERE true {within} ORDER BY ALL""").to_arrow_table()
    columns = (found.column(name).to_numpy() for name in ("mine", "theirs"))
    mine, theirs = (column.astype(np.int32) for column in columns)
    return Joined(mine, theirs, blocks, split)


def _choose_blocks(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    connection.execute("""
        CREATE TABLE size AS
        SELECT key, any_value(l.is_split_by_date) AS dated, l.n * r.n AS pairs
        FROM (SELECT key, any_value(dated) AS is_split_by_date, count(*) AS n
              FROM l_key GROUP BY key) l
        JOIN (SELECT key, count(*) AS n FROM r_key GROUP BY key) r USING (key)
        GROUP BY key, l.n, r.n""")
    limit = f"dated OR pairs <= {LARGEST_BLOCK}"
    connection.execute(f"CREATE TABLE block AS SELECT key FROM size WHERE {limit}")
    rows = connection.execute(f"SELECT count(*), count(*) FILTER (NOT ({limit})) FROM size")
    blocks, split = rows.fetchall()[0]
    return int(blocks), int(split)


def _write_keys(connection: duckdb.DuckDBPyConnection, side: str, index: Index) -> None:
    """Write the keys of two fields of every record: ``key, record, dated``."""
    connection.register("words", _words(index))
    connection.register("dates", _postings(index.by_date))
    connection.register("identifiers", _postings(index.by_identifier))
    connection.execute(f"""
        CREATE TABLE {side}_key AS
        SELECT DISTINCT hash(a.key, b.key) AS key, a.record, false AS dated
        FROM words a JOIN words b ON a.record = b.record AND a.key < b.key AND a.word <> b.word
        UNION ALL SELECT DISTINCT hash(w.key, d.key, 'date'), w.record, true
        FROM words w JOIN dates d USING (record)
        UNION ALL SELECT hash(key, 'identifier'), record, true FROM identifiers""")
    for name in ("words", "dates", "identifiers"):
        connection.unregister(name)


def _words(index: Index) -> pa.Table:
    """``record, word, key`` of every telling word under every family that joins."""
    keys: list[int] = []
    words: list[int] = []
    for number in range(len(index.words.common)):
        strict = index.words.text(number)
        token = Token(strict, strict, Part.UNKNOWN, script_of(strict))
        for family in _FAMILIES:
            for key in family.keys(token, forms(strict)).filed:
                keys.append(key_hash("word", key))
                words.append(number)
    lists = index.words.records
    record_words = np.repeat(np.arange(len(index.words.common), dtype=np.int32), lists.lengths())
    by_word = pa.table({"word": pa.array(words, pa.int64()), "key": pa.array(keys, pa.uint64())})
    of_record = pa.table({"record": lists.values, "word": pa.array(record_words, pa.int64())})
    return of_record.join(by_word, "word", join_type="inner")


def _postings(postings: Postings) -> pa.Table:
    return pa.table({"key": postings.keys, "record": postings.rows})
