"""Pairs of rows that a native reader has labelled: the same person, or another with a like name."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from safeconduct.screening import Screening, read_person
from safeconduct.screening.evidence.evidence import compare
from tests.screening.register import screening_of

CASES = Path(__file__).parent / "names" / "cases"
FILES = [CASES / "spanish-two-surnames.csv", *sorted((CASES / "people").glob("*.csv"))]
Pair = tuple[str, str, dict[str, str], dict[str, str]]
"""Label, case, and the two rows."""


def pairs(file: Path) -> list[Pair]:
    with file.open(encoding="utf-8", newline="") as opened:
        return [_pair(row) for row in csv.DictReader(opened)]


def _pair(row: dict[str, str]) -> Pair:
    sides = (
        {key.removesuffix(end): text for key, text in row.items() if key.endswith(end) and text}
        for end in ("_a", "_b")
    )
    one, other = sides
    return row["label"], row["case"], one, other


def shows(screening: Screening, asked: dict[str, str], record: str) -> bool:
    shown = screening.screen(read_person("P", asked)).candidates
    return record in {one.record.ref for one in shown}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("turned", [False, True], ids=["a in b", "b in a"])
def test_the_same_person_is_always_found(file: Path, turned: bool) -> None:
    rows = [(label, case, *((b, a) if turned else (a, b))) for label, case, a, b in pairs(file)]
    screening = screening_of(*({"record": f"R{n}", **b} for n, (*_, b) in enumerate(rows)))
    missed = [
        (case, a, b)
        for n, (label, case, a, b) in enumerate(rows)
        if label == "same" and not shows(screening, a, f"R{n}")
    ]
    assert missed == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_same_person_outweighs_another_with_a_like_name(file: Path) -> None:
    """Twins, and siblings of one name, are shown too; what they weigh is less, nearly always."""
    rows = pairs(file)
    counts = screening_of(*({"record": f"R{n}", **b} for n, (*_, b) in enumerate(rows))).counts
    scores = [
        (label, compare(read_person("A", a), read_person("B", b), counts).score)
        for label, _, a, b in rows
    ]
    same = [score for label, score in scores if label == "same"]
    other = [score for label, score in scores if label != "same"]
    ordered = sum(one > two for one in same for two in other)
    assert ordered / (len(same) * len(other)) >= 0.95
