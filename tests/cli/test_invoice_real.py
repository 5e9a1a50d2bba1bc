"""Real placements, billed: every row's days are those that the facility itself stated."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from safeconduct.agreement import load
from tests.cli.terminal import safeconduct
from tests.house.project import ROOT

PLACEMENTS = ROOT.parent / "shared" / "data" / "bookings-nwdc-2013-2020.csv"

pytestmark = pytest.mark.skipif(
    not PLACEMENTS.is_file(), reason="the public placements lie beside the project, not in it"
)

RATE_OF_IRWIN = 45
"""US dollars a day. An agreement that names no place and prices days alike serves as well."""


def test_each_placement_is_billed_for_the_days_that_the_facility_stated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load("us-usms-2007-irwin").places == ()
    evidence = tmp_path / "lines.csv"
    ran = safeconduct(
        capsys,
        *("invoice", PLACEMENTS, "--agreement", "us-usms-2007-irwin"),
        *("--period", "2013-01-01..2020-12-31", "--lines", evidence, "--json"),
    )
    assert ran.told["days"] == 34_250
    assert ran.told["total"] == f"{34_250 * RATE_OF_IRWIN}.00"
    with PLACEMENTS.open(encoding="utf-8") as stream:
        stated = {row["booking"]: int(row["stated_days"]) for row in csv.DictReader(stream)}
    with evidence.open(encoding="utf-8") as stream:
        billed = {row["booking"]: int(row["days"]) for row in csv.DictReader(stream)}
    assert billed == {booking: days for booking, days in stated.items() if days}


def test_the_months_of_2016_are_the_year(capsys: pytest.CaptureFixture[str]) -> None:
    def days(period: str) -> int:
        terms = ("--agreement", "us-usms-2007-irwin", "--json", "--period", period)
        counted = safeconduct(capsys, "invoice", PLACEMENTS, *terms).told["days"]
        assert isinstance(counted, int)
        return counted

    assert days("2016") == 5_390
    assert sum(days(f"2016-{month:02}") for month in range(1, 13)) == 5_390
