"""Registers and persons of a test, from rows as a register has them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from safeconduct.screening import Index, Person, Screening, build_index, read_person

CASES = Path(__file__).parent / "cases"
DIGEST = "sha256:test"


def cases(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def yaml_cases(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))


def rows_of(records: Iterable[Mapping[str, object]]) -> pa.Table:
    """A register's rows as they come out of a file: text, each with its line."""
    listed = [{name: str(value) for name, value in record.items()} for record in records]
    headings = sorted({name for record in listed for name in record} - {"record"})
    columns = {
        name: pa.array([record.get(name) or None for record in listed], pa.string())
        for name in headings
    }
    refs = [record.get("record", f"R{place}") for place, record in enumerate(listed)]
    lines = pa.array(range(2, len(listed) + 2), pa.int64())
    return pa.table({"ref": pa.array(refs, pa.string()), "line": lines, **columns})


def index_of(*records: Mapping[str, object], refused: tuple[int, ...] = ()) -> Index:
    return build_index(rows_of(records), DIGEST, refused)


def screening_of(*records: Mapping[str, object], refused: tuple[int, ...] = ()) -> Screening:
    return Screening(index_of(*records, refused=refused))


def person(**cells: object) -> Person:
    return read_person("P", {name: str(value) for name, value in cells.items()}, 2)


def found(screening: Screening, **cells: object) -> list[str]:
    """The records that are shown, best first."""
    return [one.record.ref for one in screening.screen(person(**cells)).candidates]
