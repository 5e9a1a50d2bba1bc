"""A second opinion: what Splink, a model of record linkage that others wrote, says of the pairs.

Splink estimates by itself how often fields agree by chance. It blocks on the date, on the name and
on the identifier, so that it sees other pairs than the keys of this package do. Its opinion decides
nothing: pairs that it alone finds are listed for a person to look at.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from types import MappingProxyType

import duckdb
import pyarrow as pa

from safeconduct.screening.index.building import persons_of
from safeconduct.screening.index.index import Index
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.person import Person, telling

LEAST_WEIGHT = 2.0
"""Bits of Splink's match weight from which it is heard: four to one that it is one person."""

SEED, PAIRS = 1, 1_000_000


@dataclass(frozen=True, slots=True)
class Opinions:
    """Splink's weights.

    Attributes:
        weights: by the numbers of two records, left and right, in hundredths of a bit.
    """

    weights: Mapping[tuple[int, int], int]


def second_opinion(left: Index, right: Index) -> Opinions | None:
    """Splink's opinion of two registers, or of one against itself; None if it is not installed."""
    if find_spec("splink") is None:
        return None
    from splink import Linker, SettingsCreator, block_on  # noqa: PLC0415 - an optional extra
    from splink import comparison_library as compare  # noqa: PLC0415
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    within = left is right
    settings = SettingsCreator(
        link_type="dedupe_only" if within else "link_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("name", [0.95, 0.88]),
            compare.LevenshteinAtThresholds("born_on", [1, 2]),
            compare.LevenshteinAtThresholds("document_no", [1]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("born_on"),
            block_on("name"),
            block_on("document_no"),
        ],
    )
    with duckdb.connect() as connection:
        api = DuckDBAPI(connection)
        sides = [api.register(_table(index)) for index in ([left] if within else [left, right])]
        linker = Linker(sides, settings, log_level=logging.ERROR)
        linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEED)
        found = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT)
        rows = connection.execute(
            f"SELECT unique_id_l, unique_id_r, match_weight FROM {found.physical_name}"  # noqa: S608
        ).fetchall()
    return Opinions(MappingProxyType({(one, other): round(100 * w) for one, other, w in rows}))


def _table(index: Index) -> pa.Table:
    rows = [_row(number, person) for number, person in enumerate(persons_of(index.rows))]
    names = ("unique_id", "name", "born_on", "document_no")
    return pa.table({name: [row[place] for row in rows] for place, name in enumerate(names)})


def _row(number: int, person: Person) -> tuple[int, str | None, str | None, str | None]:
    words = telling(person.names[0]) if person.names else ()
    plain = sorted(next(iter(readings(word.strict)), word.strict) for word in words)
    date = str(person.dates[0]) if person.dates else None
    return number, " ".join(plain) or None, date, next(iter(person.identifiers), None)
