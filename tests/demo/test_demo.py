"""The demonstration tells what really happens."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from safeconduct.cli.demo.story import STORY

SEPTEMBER = [date(2026, 9, day) for day in range(1, 31)]


def run(*arguments: str, lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "safeconduct.cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SAFECONDUCT_LANG": lang},
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo") / "files"
    finished = run("demo", "--into", str(folder))
    assert finished.returncode == 0, finished.stderr
    return folder, finished.stdout


def test_each_step_ends_as_it_is_told(told: tuple[Path, str]) -> None:
    _, printed = told
    for step in STORY:
        assert f"$ safeconduct {step.command}" in printed
    assert printed.count("Exit code") == len(STORY)


def test_the_statement_is_what_a_plain_walk_over_the_days_gives(told: tuple[Path, str]) -> None:
    folder, _ = told
    statement = json.loads((folder / "statement.json").read_text(encoding="utf-8"))
    held = _held_each_day(folder, {"L26-060", "L26-061", "L26-062"})
    owed = sum(
        held[day] * (Decimal("142.50") if day < date(2026, 9, 16) else Decimal("147.25"))
        + max(0, 30 - held[day]) * Decimal(98)
        for day in SEPTEMBER
    )
    assert Decimal(_find(statement, "total")) == owed + 4 * Decimal(610)


def _held_each_day(folder: Path, refused: set[str]) -> Counter[date]:
    """Persons held on each day, day by day: no departure day, three nights of an absence."""
    away: set[tuple[str, date]] = set()
    for row in _rows(folder / "absences.csv"):
        nights = _days(row["left_at"], row["returned_at"])
        away |= {(row["booking"], night) for night in nights[3:]}
    held: Counter[date] = Counter()
    for booking, row in {row["booking"]: row for row in _rows(folder / "register.csv")}.items():
        if booking not in refused:
            days = _days(row["arrived_at"], row["departed_at"] or "2026-10-01")
            held.update(day for day in days if (booking, day) not in away)
    return held


def _days(first: str, end: str) -> list[date]:
    start, stop = date.fromisoformat(first[:10]), date.fromisoformat(end[:10])
    return [start + timedelta(days=number) for number in range((stop - start).days)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_files_are_left_for_the_reader(told: tuple[Path, str]) -> None:
    folder, printed = told
    assert (folder / "statement.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "evidence.csv").exists()
    assert str(folder) in printed


def test_it_speaks_spanish() -> None:
    finished = run("demo", lang="es")
    assert finished.returncode == 0
    assert "¿Qué acordaron?" in finished.stdout
    assert "Código de salida 0." in finished.stdout


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    finished = run("demo", "--into", str(tmp_path))
    assert finished.returncode == 2
    assert "overwrites nothing" in finished.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_json_reports_each_command(tmp_path: Path) -> None:
    finished = run("demo", "--json", "--into", str(tmp_path / "files"))
    steps = json.loads(finished.stdout)["steps"]
    assert [step["as_told"] for step in steps] == [True] * len(STORY)


def _find(value: object, key: str) -> str:
    if isinstance(value, dict):
        if key in value and isinstance(value[key], str):
            return str(value[key])
        return next((found for item in value.values() if (found := _find(item, key))), "")
    if isinstance(value, list):
        return next((found for item in value if (found := _find(item, key))), "")
    return ""
