"""A real register: against itself no difference, against a both-ends count one day each."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from safeconduct.agreement import load as load_agreement
from safeconduct.engine import session
from safeconduct.reconciliation import BookFile, Reconciliation, Side, reconcile
from safeconduct.tables import STATED_BOOKINGS, load
from tests.house.project import ROOT

PLACEMENTS = ROOT.parent / "shared" / "data" / "bookings-nwdc-2013-2020.csv"

pytestmark = pytest.mark.skipif(
    not PLACEMENTS.exists(), reason="the public records are not beside the project"
)


def held_together(ours: Path, theirs: Path) -> Reconciliation:
    with session() as connection:
        tables = [load(connection, path, STATED_BOOKINGS) for path in (ours, theirs)]
        books = [
            BookFile(side, table.file, table.relation, refused=table.refused)
            for side, table in zip(Side, tables, strict=True)
        ]
        return reconcile(connection, load_agreement("us-usms-2007-irwin"), books[0], books[1])


@pytest.fixture
def both_ends(tmp_path: Path) -> Path:
    """The register with the day of departure counted in every row."""
    file = tmp_path / "both-ends.csv"
    with PLACEMENTS.open(newline="") as source, file.open("w", newline="") as target:
        reader = csv.DictReader(source)
        writer = csv.DictWriter(target, reader.fieldnames or [])
        writer.writeheader()
        for row in reader:
            writer.writerow({**row, "stated_days": int(row["stated_days"]) + 1})
    return file


def test_the_register_against_itself_has_no_difference() -> None:
    found = held_together(PLACEMENTS, PLACEMENTS)
    assert found.differences == ()
    assert (found.ours.totals.days, found.ours.totals.own_days) == (34_250, 34_250)
    assert not found.needs_a_person


def test_against_a_both_ends_count_each_row_differs_by_its_departure_day(both_ends: Path) -> None:
    found = held_together(PLACEMENTS, both_ends)
    assert Counter((one.kind.value, one.days, one.amount.amount) for one in found.differences) == {
        ("departure", 1, Decimal("45.00")): 3_433
    }
    assert (found.theirs.totals.days, found.theirs.totals.own_days) == (37_683, 34_250)
    assert (found.days, found.amount.amount) == (3_433, 3_433 * Decimal("45.00"))
