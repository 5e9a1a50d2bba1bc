"""A desk with files and a record, for the specifications of ``--record``."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.cli.terminal import Ran

Run = Callable[..., Ran]

OURS = """\
booking,place,arrived_at,departed_at,person
b1,irwin,2009-01-03T10:00,2009-01-05T09:00,p1
b2,irwin,2009-01-20T10:00,2009-01-25T09:00,p2
"""
FILES = {
    "ours.csv": OURS,
    "theirs.csv": OURS.replace("2009-01-25", "2009-01-24"),
    "absences.csv": "booking,left_at,returned_at\nb2,2009-01-21T10:00,2009-01-22T10:00\n",
    "population.csv": "place,day,held\nNorth House,2025-01-01,97\nNorth House,2025-01-02,104\n",
    "minimum.csv": "place,guaranteed_minimum,capacity\nNorth House,100,120\n",
    "postings.csv": "on,kind,amount,reference\n2009-02-10,payment,100.00,R1\n",
    "order.yaml": """\
order: D-17
kind: stay
scope: person
person: P1
issued_by: court
form: oral
issued_at: 2017-03-15T09:00Z
known_at: 2017-03-15T09:20Z
verification: unverified
""",
}
IRWIN = ("--agreement", "us-usms-2007-irwin", "--period", "2009-01")


def write_bundle(folder: Path, tables: Mapping[str, list[dict[str, str]]]) -> None:
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        headings = list(dict.fromkeys(name for row in rows for name in row)) or ["recorded_at"]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, headings)
            writer.writeheader()
            writer.writerows(rows)


def verifies(run: Run) -> bool:
    ran = run("record", "verify", "log", "--policy", "policy", "--json")
    return ran.code == 0 and ran.told["verified"]
