"""The same question by RapidFuzz over the whole register, by Splink 5, and by logic-v2.

Each says how many of the persons' own records it finds, and how many records a person gets. None
of them answers what the others do, so that only times, memory and recall stand side by side.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

CHUNK = 50_000
NOMENKLATURA = Path(__file__).parents[1] / ".oracles" / "nomenklatura" / "bin" / "python"
FIELDS = ("given_names", "surnames", "born_on", "document_no")
Answer = list[float]


def jaro_winkler(manifest: str, register: str, _: str) -> Iterator[Answer]:
    """Every name against every name by Jaro-Winkler, 0.85 and above."""
    yield from _full_scan(manifest, register, JaroWinkler.normalized_similarity, 0.85)


def token_sort(manifest: str, register: str, _: str) -> Iterator[Answer]:
    """Every name against every name, words sorted, 80 of 100 and above."""
    yield from _full_scan(manifest, register, fuzz.token_sort_ratio, 80)


def _full_scan(manifest: str, register: str, scorer: Any, cut: float) -> Iterator[Answer]:
    mine, truth = _names(manifest), _column(manifest, "truth")
    theirs, refs = _names(register), np.array(_column(register, "record"))
    yield []
    counts, found = np.zeros(len(mine)), np.zeros(len(mine), bool)
    for start in range(0, len(theirs), CHUNK):
        chunk = theirs[start : start + CHUNK]
        alike = process.cdist(mine, chunk, scorer=scorer, score_cutoff=cut, workers=-1) > 0
        counts += alike.sum(axis=1)
        for row, column in np.argwhere(alike).tolist():
            found[row] |= refs[start + column] == truth[row]
    yield _summary(counts, found)


def splink(manifest: str, register: str, _: str) -> Iterator[Answer]:
    """Splink 5 with six blocking rules, chance agreement estimated, default match weights."""
    import duckdb
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    settings = _splink_settings()
    truth = _column(manifest, "truth")
    tables = [
        pq.read_table(file, columns=[key, *FIELDS]).rename_columns(["unique_id", *FIELDS])
        for file, key in ((manifest, "person"), (register, "record"))
    ]
    yield []
    with duckdb.connect() as connection:
        api = DuckDBAPI(connection)
        sides = [api.register(table) for table in tables]
        linker = Linker(sides, settings, log_level=logging.ERROR)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
        predicted = linker.inference.predict()
        pairs = connection.execute(
            f"SELECT unique_id_l, unique_id_r FROM {predicted.physical_name}"
        ).fetchall()
    counts, found = np.zeros(len(truth)), np.zeros(len(truth), bool)
    for pair in pairs:
        person, record = sorted(pair)  # "P…" sorts before "R…"
        place = int(person[1:])
        counts[place] += 1
        found[place] |= record == truth[place]
    yield _summary(counts, found)


def _splink_settings() -> Any:
    from splink import SettingsCreator, block_on
    from splink import comparison_library as compare

    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("given_names", [0.92, 0.8]),
            compare.JaroWinklerAtThresholds("surnames", [0.92, 0.8]),
            compare.LevenshteinAtThresholds("born_on", [1, 2]),
            compare.LevenshteinAtThresholds("document_no", [1]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("document_no"),
            block_on("born_on"),
            block_on("given_names", "surnames"),
            block_on("surnames", "substr(born_on, 1, 4)"),
            block_on("given_names", "substr(born_on, 1, 4)"),
            block_on("substr(given_names, 1, 3)", "substr(surnames, 1, 3)"),
        ],
    )


def logic_v2(manifest: str, register: str, _: str) -> Answer:
    """Nomenklatura's logic-v2 on 2,000 pairs, in an environment of its own."""
    script = Path(__file__).with_name("logic_v2.py")
    run = subprocess.run(
        [NOMENKLATURA, script, manifest, register],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    seconds, pairs = json.loads(run.stdout.splitlines()[-1])
    return [float(seconds), float(pairs)]


def _summary(counts: np.ndarray[Any, Any], found: np.ndarray[Any, Any]) -> Answer:
    return [round(float(found.mean()), 4), float(np.median(counts)), round(float(counts.mean()), 1)]


def _names(file: str) -> list[str]:
    given, surnames = _column(file, "given_names"), _column(file, "surnames")
    return [f"{a} {b}".casefold() for a, b in zip(given, surnames, strict=True)]


def _column(file: str, name: str) -> list[str]:
    column: list[str] = pq.read_table(file, columns=[name]).column(name).to_pylist()
    return column
