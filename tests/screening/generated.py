"""Generated registers: names that are common in each country, dates and numbers by chance.

Only names of persons whom nobody knows: each is put together from lists of given names and
surnames, which lie beside the project and are read there.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

import pytest

NAMES = Path(__file__).parents[2].parent / "shared" / "data" / "names"
TWO_SURNAMES = frozenset({"AR", "CL", "CO", "DO", "ES", "MX", "PE", "PY", "SV"})
Row = dict[str, str]


def need_names() -> None:
    if not NAMES.is_dir():
        pytest.skip(f"the lists of names are not there: {NAMES}")


def by_chance(seed: object) -> Random:
    """A source of chance that gives the same again for the same seed."""
    return Random(str(seed))  # noqa: S311 - nothing is kept secret by it


def register(size: int, seed: int = 1, countries: frozenset[str] | None = None) -> list[Row]:
    """Records by chance; the same for the same seed."""
    chance = by_chance(seed)
    given, surnames = _lists()
    chosen = sorted((given.keys() & surnames.keys()) if countries is None else countries)
    return [_row(chance, place, chance.choice(chosen)) for place in range(size)]


def _row(chance: Random, place: int, country: str) -> Row:
    given, surnames = _lists()
    sex = chance.choice(sorted(given[country]))
    first = [chance.choice(given[country][sex])]
    if chance.random() < 0.5:
        first.append(chance.choice(given[country][sex]))
    last = [chance.choice(surnames[country])]
    if country in TWO_SURNAMES:
        last.append(chance.choice(surnames[country]))
    day = f"{chance.randint(1945, 2006)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "record": f"R{place}",
        "given_names": " ".join(first),
        "surnames": " ".join(last),
        "born_on": day,
        "sex": sex,
        "nationality": country,
        "document_no": f"{country}{chance.randint(10**6, 10**7 - 1)}",
    }


@cache
def _lists() -> tuple[dict[str, dict[str, list[str]]], dict[str, list[str]]]:
    given: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _read("common-forenames-by-country"):
        name = row["Romanized Name"] or row["Localized Name"]
        if row["Gender"] in {"F", "M"}:
            given[row["Country"]][row["Gender"]].append(name)
    surnames: dict[str, list[str]] = defaultdict(list)
    for row in _read("common-surnames-by-country"):
        surnames[row["Country"]].append(row["Romanized Name"] or row["Localized Name"])
    return given, {country: names for country, names in surnames.items() if len(names) >= 10}


def _read(name: str) -> list[Row]:
    with (NAMES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))
