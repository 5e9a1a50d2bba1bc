"""``safeconduct count``: the contract's options, keys and exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Ran, safeconduct
from tests.house.project import ROOT

NWDC = ROOT.parent / "shared" / "data" / "bookings-nwdc-2013-2020.csv"
BOOKINGS = """booking,place,arrived_at,departed_at,person
A,North,2025-01-30T10:00,2025-02-02T09:00,N1
B,South,2025-01-31,2025-02-03,N2
C,North,2025-02-01,,N3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bookings.csv").write_text(BOOKINGS, "utf-8")
    return tmp_path


def count(
    capsys: pytest.CaptureFixture[str], folder: Path, *options: str, rule: str = "both-ends"
) -> Ran:
    file = folder / "bookings.csv"
    return safeconduct(capsys, "count", file, "--rule", rule, *options)


def test_json_has_the_keys_of_the_contract(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = count(capsys, folder, "--json", "--by", "month,place", "--until", "2025-02-04")
    assert ran.code == 0
    assert ran.told == {
        "rule": "both-ends",
        "bookings": 3,
        "open": 1,
        "days": 11,
        "refused": [],
        "findings": [],
        "rows": [
            {"month": "2025-01", "place": "North", "days": 2, "peak": 1},
            {"month": "2025-01", "place": "South", "days": 1, "peak": 1},
            {"month": "2025-02", "place": "North", "days": 5, "peak": 2},
            {"month": "2025-02", "place": "South", "days": 3, "peak": 1},
        ],
    }


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("month", {"month"}),
        ("day", {"day"}),
        ("place", {"place"}),
        ("month,place", {"month", "place"}),
        ("booking", {"booking"}),
    ],
)
def test_rows_are_named_by_what_they_are_summed_by(
    by: str, keys: set[str], capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    told = count(capsys, folder, "--json", "--by", by).told
    assert {frozenset(row) for row in told["rows"]} == {frozenset(keys | {"days", "peak"})}
    assert sum(row["days"] for row in told["rows"]) == told["days"] == 8


def test_a_window_and_absences(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "away.csv").write_text(
        "booking,left_at,returned_at\nB,2025-01-31,2025-02-02\n", "utf-8"
    )
    options = ["--from", "2025-02-01", "--to", "2025-02-03", "--absences", str(folder / "away.csv")]
    assert count(capsys, folder, "--json", *options).told["days"] == 5
    options += ["--absence-nights", "1"]
    assert count(capsys, folder, "--json", *options).told["days"] == 5
    options[-1] = "2"
    assert count(capsys, folder, "--json", *options).told["days"] == 6


def test_a_window_may_be_open_on_either_side(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    """Without an end, an open booking still counts nothing."""
    assert count(capsys, folder, "--json", "--from", "2025-02-01").told["days"] == 5
    assert count(capsys, folder, "--json", "--to", "2025-02-01").told["days"] == 3


def test_refused_rows_are_listed_and_need_a_person(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    file = folder / "bookings.csv"
    file.write_text(BOOKINGS + "A,North,2025-01-01,,\nD,North,2025-02-30,,\nE,North\n", "utf-8")
    ran = count(capsys, folder, "--json")
    assert ran.code == 1
    assert [(row["line"], row["column"]) for row in ran.told["refused"]] == [
        (5, "booking"),
        (6, "arrived_at"),
        (7, "arrived_at"),
    ]
    assert "2025-02-30" in ran.told["refused"][1]["reason"]
    assert f"{file}:6:arrived_at: “2025-02-30” names a day" in ran.err
    assert "Example: 2024-02-29T23:59." in ran.err
    assert ran.told["days"] == 8


def test_two_bookings_of_one_person_at_once_need_a_person(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    with (folder / "bookings.csv").open("a", encoding="utf-8") as file:
        file.write("D,South,2025-02-01,2025-02-05,N1\n")
    ran = count(capsys, folder, "--json")
    assert ran.code == 1
    assert [(told["line"], told["code"]) for told in ran.told["findings"]] == [
        (5, "custody.person-twice")
    ]


def test_the_table_shows_what_json_holds(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    ran = count(capsys, folder, "--by", "place")
    assert ran.code == 0
    lines = [line.split() for line in ran.out.splitlines()]
    assert lines[0] == ["Place", "Days", "Peak"]
    assert lines[1:3] == [["North", "4", "1"], ["South", "4", "1"]]
    assert "8 days under both-ends: 3 bookings, 1 of them open." in ran.out


def test_it_speaks_spanish(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    ran = count(capsys, folder, "--lang", "es")
    assert ran.out.splitlines()[0].split() == ["Mes", "Días", "Máximo"]
    assert "3 períodos de custodia" in ran.out


@pytest.mark.parametrize(
    "options",
    [
        ("--from", "2025-02-30"),
        ("--until", "soon"),
        ("--from", "2025-02-01", "--to", "2025-02-01"),
        ("--zone", "Mars/Olympus"),
        ("--by", "week"),
        ("--absence-nights", "-1"),
        ("--absences", "none.csv"),
    ],
)
def test_wrong_options_are_wrong_input(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = count(capsys, folder, *options)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_wrong_file_is_wrong_input(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "bookings.csv").write_text("booking;place\n", "utf-8")
    ran = count(capsys, folder, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "bookings.csv:1: The headings are not separated by commas" in ran.err


def test_the_zone_of_the_option_is_the_places_own(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "bookings.csv").write_text(
        "booking,place,arrived_at,departed_at\nA,P,2025-01-02T04:00Z,2025-01-03T04:00Z\n", "utf-8"
    )
    by_day = ["--json", "--by", "day"]
    told = count(capsys, folder, *by_day, "--zone", "America/New_York").told
    assert [row["day"] for row in told["rows"]] == ["2025-01-01", "2025-01-02"]
    ran = count(capsys, folder, *by_day)
    assert (ran.code, [row["day"] for row in ran.told["rows"]]) == (1, ["2025-01-02", "2025-01-03"])


@pytest.mark.skipif(not NWDC.exists(), reason=f"{NWDC.name} is not beside the project")
def test_a_real_register(capsys: pytest.CaptureFixture[str]) -> None:
    ran = safeconduct(
        capsys, "count", NWDC, "--rule", "arrival-not-departure-min-one", "--from", "2016-01-01",
        "--to", "2017-01-01", "--json",
    )  # fmt: skip
    assert (ran.code, ran.told["bookings"], ran.told["days"]) == (0, 3433, 5478)
    assert len(ran.told["rows"]) == 12
