"""Scenarios: facts and a moment in, expected outcome and finding out."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from safeconduct.facts import TABLES
from tests.clearance.bundles import Tables

HERE = Path(__file__).parent
AGREEMENT = "us-sv-2025"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a scenario.

    Attributes:
        scenario: the scenario's title, with the variant's.
        tables: the facts.
        at: the moment.
        expect: by person, what must come out.
        problems: codes of what must be said of the bundle.
    """

    scenario: str
    tables: Tables
    at: datetime
    expect: dict[str, dict[str, str]]
    problems: list[str]


def read(path: Path) -> Any:
    """A scenario or given facts. Every value is text, as in a file of the bundle."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


def questions(path: Path) -> list[Asked]:
    """Every question of a scenario and its variants."""
    written = read(path)
    if "ask" not in written:
        return []
    tables = given(written["given"], written.get("facts", {}), written.get("without", {}))
    asked = [_question(written["title"], tables, one) for one in written["ask"]]
    for variant in written.get("variants", []):
        fewer = without(tables, variant.get("without", {}))
        title = f"{written['title']}: {variant['title']}"
        asked += [_question(title, fewer, one) for one in variant["ask"]]
    return asked


def _question(title: str, tables: Tables, one: dict[str, Any]) -> Asked:
    at = datetime.fromisoformat(one["at"])
    return Asked(title, tables, at, one["expect"], one.get("problems", []))


def given(name: str, facts: dict[str, Any], less: dict[str, Any]) -> Tables:
    """The given facts with a scenario's own laid over them."""
    start = read(HERE / "given" / f"{name}.yaml")
    recorded_at = start.pop("recorded_at")
    tables: Tables = {
        table: [{"recorded_at": recorded_at, "source": "public record", **row} for row in rows]
        for table, rows in start.items()
    }
    for table, rows in facts.items():
        for row in rows:
            _lay_over(tables.setdefault(table, []), table, dict(row), recorded_at)
    return without(tables, less)


def _lay_over(rows: list[dict[str, str]], table: str, row: dict[str, str], recorded: str) -> None:
    """A row with a known key changes that row, later if it says so; any other is added."""
    key = TABLES[table].key
    old = next((r for r in rows if key and r.get(key) == row.get(key)), {})
    replaced = row.pop("replaces", "")
    adds = bool(row.pop("add", ""))
    if replaced:
        rows[:] = [r for r in rows if r.get("person") != replaced]
    laid = {"source": "public record", **old, **row}
    laid.setdefault("recorded_at", recorded)
    if old and not adds and "recorded_at" not in row:
        rows.remove(old)
    rows.append(laid)


def without(tables: Tables, less: dict[str, list[str]]) -> Tables:
    """The tables without the rows that are named by key, register or person."""
    fewer = deepcopy(tables)
    for table, names in less.items():
        fewer[table] = [
            row
            for row in fewer.get(table, [])
            if not {row.get(TABLES[table].key), row.get("register"), row.get("person")} & set(names)
        ]
    return fewer
