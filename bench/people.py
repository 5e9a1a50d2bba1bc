"""A register of generated persons, and a manifest of some of them, each with one thing gone wrong.

Names are drawn from lists of common given names and surnames by country (CC0), which lie beside the
project; no person is anybody.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

NAMES = Path(__file__).parents[1].parent / "shared" / "data" / "names"
TWO_SURNAMES = frozenset({"AR", "CL", "CO", "DO", "ES", "MX", "PE", "PY", "SV"})
COLUMNS = (
    "record",
    "given_names",
    "surnames",
    "born_on",
    "sex",
    "nationality",
    "document_no",
)
BATCH = 100_000


def write_register(file: Path, records: int) -> Path:
    """Write the register unless it is there already."""
    if file.exists():
        return file
    chance = random.Random(1)  # noqa: S311 - test data
    given, surnames = _given_names(), _surnames()
    countries = sorted(given.keys() & surnames.keys())
    with pq.ParquetWriter(file, pa.schema([(name, pa.string()) for name in COLUMNS])) as writer:
        for start in range(0, records, BATCH):
            rows = [
                _person(chance, place, chance.choice(countries), given, surnames)
                for place in range(start, min(start + BATCH, records))
            ]
            columns = zip(*rows, strict=True)
            writer.write_table(pa.table(dict(zip(COLUMNS, map(list, columns), strict=True))))
    return file


def write_manifest(file: Path, register: Path, persons: int) -> Path:
    """Write a manifest of persons of the register; ``truth`` names each one's record."""
    if file.exists():
        return file
    chance = random.Random(2)  # noqa: S311 - test data
    table = pq.read_table(register)
    rows = table.take(sorted(chance.sample(range(table.num_rows), persons))).to_pylist()
    found = [_damaged(chance, place, row) for place, row in enumerate(rows)]
    pq.write_table(pa.Table.from_pylist(found), file)
    return file


def _person(
    chance: random.Random,
    place: int,
    country: str,
    given: dict[str, dict[str, list[str]]],
    surnames: dict[str, list[str]],
) -> tuple[str | None, ...]:
    sex = chance.choice(sorted(given[country]))
    first = [chance.choice(given[country][sex]) for _ in range(chance.choice((1, 1, 2)))]
    last = [chance.choice(surnames[country]) for _ in range(1 + (country in TWO_SURNAMES))]
    born = f"{chance.randint(1945, 2006)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    number = f"{country}{chance.randint(10**6, 10**7 - 1)}"
    return (
        f"R{place:07}",
        " ".join(first),
        " ".join(last),
        born if chance.random() < 0.97 else None,
        sex,
        country,
        number if chance.random() < 0.7 else None,
    )


def _damaged(
    chance: random.Random, place: int, row: dict[str, str | None]
) -> dict[str, str | None]:
    found = {**row, "person": f"P{place}", "truth": row["record"]}
    del found["record"]
    if chance.random() < 0.6:
        found["document_no"] = None
    surnames, given, born = row["surnames"] or "", row["given_names"] or "", row["born_on"]
    match chance.randrange(6):
        case 0:
            found["surnames"] = surnames.split()[0]
        case 1 if born is not None and int(born[8:]) <= 12:
            found["born_on"] = f"{born[:4]}-{born[8:]}-{born[5:7]}"
        case 2:
            found["given_names"], found["surnames"] = surnames, given
        case 3:
            at = chance.randrange(len(surnames))
            found["surnames"] = f"{surnames[:at]}x{surnames[at + 1 :]}"
        case 4:
            found["given_names"] = given.split()[0]
        case _:
            found["born_on"] = None if chance.random() < 0.3 else born
    return found


def _given_names() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _read("common-forenames-by-country"):
        if row["Gender"] in {"F", "M"}:
            name = row["Romanized Name"] or row["Localized Name"]
            found[row["Country"]][row["Gender"]].append(name)
    return found


def _surnames() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in _read("common-surnames-by-country"):
        found[row["Country"]].append(row["Romanized Name"] or row["Localized Name"])
    return {country: names for country, names in found.items() if len(names) >= 10}


def _read(name: str) -> list[dict[str, str]]:
    with (NAMES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))
