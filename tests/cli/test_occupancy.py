"""``safeconduct occupancy``: populations and bookings against guarantees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Ran, safeconduct
from tests.house.project import ROOT

DATA = ROOT.parent / "shared" / "data"
POPULATION = DATA / "daily-population-us-2022-2026.parquet"
FACILITIES = DATA / "facilities-us-fy24.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "people.csv": "place,day,held\nP1,2025-01-01,8\nP1,2025-01-02,10\nP1,2025-02-01,4\n"
        "P9,2025-01-01,1\n",
        "limits.csv": "facility,guaranteed_minimum\nP1,10\nP2,5\n",
        "bookings.csv": "booking,place,arrived_at,departed_at\nA,P1,2025-01-02,2025-01-05\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def occupancy(
    capsys: pytest.CaptureFixture[str], folder: Path, *options: object, file: str = "people.csv"
) -> Ran:
    limits = folder / "limits.csv"
    return safeconduct(capsys, "occupancy", folder / file, "--minimum", limits, *options)


def test_json_holds_the_months_and_what_found_no_partner(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = occupancy(capsys, folder, "--json")
    assert ran.code == 1
    assert ran.told["unmatched"] == {"places": ["P9"], "facilities": ["P2"]}
    january, february = ran.told["rows"]
    assert january == {
        "place": "P1",
        "month": "2025-01",
        "known_days": 2,
        "bed_days": 18,
        "average": "9.00",
        "peak": 10,
        "guaranteed_minimum": 10,
        "days_below": 1,
        "unused_bed_days": 2,
        "capacity": None,
        "days_above": 0,
    }
    assert (february["average"], february["unused_bed_days"]) == ("4.00", 6)
    assert "P2: nothing says how many persons were held" in ran.err


def test_the_table_has_a_bar_for_each_month(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = occupancy(capsys, folder)
    assert "█████████░ 90 %" in ran.out
    assert "████░░░░░░ 40 %" in ran.out


def test_bookings_are_counted_by_their_rule(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    options = ["--json", "--rule", "both-ends", "--from", "2025-01-01", "--to", "2025-02-01"]
    (month,) = occupancy(capsys, folder, *options, file="bookings.csv").told["rows"]
    assert (month["known_days"], month["bed_days"], month["days_below"]) == (31, 4, 31)


def test_without_a_window_bookings_run_from_the_first_to_the_last_day(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    options = ["--json", "--rule", "both-ends"]
    (month,) = occupancy(capsys, folder, *options, file="bookings.csv").told["rows"]
    assert (month["known_days"], month["bed_days"]) == (4, 4)


@pytest.mark.parametrize(
    ("options", "known"),
    [
        (["--from", "2025-01-01"], 5),
        (["--to", "2025-01-11"], 9),
        (["--from", "2025-01-03", "--to", "2025-01-11"], 8),
    ],
)
def test_a_window_open_on_one_side_ends_with_the_register(
    options: list[str], known: int, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = occupancy(capsys, folder, "--json", "--rule", "both-ends", *options, file="bookings.csv")
    assert [row["known_days"] for row in ran.told["rows"]] == [known]


def test_bookings_that_nothing_ends_are_told(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    with (folder / "bookings.csv").open("a", encoding="utf-8") as book:
        book.write("B,P1,2025-01-03T22:00Z,\n")
    rule = ["--json", "--rule", "midnights"]
    ran = occupancy(capsys, folder, *rule, file="bookings.csv")
    assert ran.code == 1
    codes = [finding["code"] for finding in ran.told["findings"]]
    assert codes == ["custody.zone-assumed", "cli.occupancy-open"]
    assert "1 bookings have no departure" in ran.err
    ended = occupancy(capsys, folder, *rule, "--until", "2025-01-09", file="bookings.csv")
    assert "no departure" not in ended.err


def test_no_two_places_become_one_facility(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "names.csv").write_text("place,facility\nP9,P1\n", "utf-8")
    ran = occupancy(capsys, folder, "--json", "--names", folder / "names.csv")
    assert [row["code"] for row in ran.told["refused"]] == ["cli.names-taken"]
    january, _ = ran.told["rows"]
    assert (january["known_days"], january["bed_days"]) == (2, 18)


def test_the_table_says_that_rows_were_refused(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    with (folder / "people.csv").open("a", encoding="utf-8") as people:
        people.write("P1,2025-02-30,4\n")
    assert "Rows refused, which count nothing: 1." in occupancy(capsys, folder).out


def test_names_bring_two_files_together(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "names.csv").write_text("place,facility\nP9,P2\nP9,P3\n", "utf-8")
    ran = occupancy(capsys, folder, "--json", "--names", folder / "names.csv")
    assert {row["place"] for row in ran.told["rows"]} == {"P1", "P2"}
    assert [(row["line"], row["file"]) for row in ran.told["refused"]] == [
        (3, str(folder / "names.csv"))
    ]


def test_one_place_alone(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    told = occupancy(capsys, folder, "--json", "--place", "P1", "--from", "2025-02-01").told
    assert [(row["place"], row["month"]) for row in told["rows"]] == [("P1", "2025-02")]


def test_a_chart_is_drawn(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    occupancy(capsys, folder, "--chart", folder / "chart.svg")
    assert (folder / "chart.svg").read_text("utf-8").startswith("<svg")


def test_proposals_are_written_for_a_person_to_confirm(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "limits.csv").write_text(
        "facility,state,guaranteed_minimum,average_daily_population\nPINE,ST,9,9.1\n", "utf-8"
    )
    (folder / "people.csv").write_text("place,day,held\nPNST,2025-01-01,9\n", "utf-8")
    file = folder / "names.csv"
    options = ["--propose-names", file, "--average-over", "2025-01"]
    ran = occupancy(capsys, folder, "--json", *options)
    assert (ran.code, [pair["place"] for pair in ran.told]) == (0, ["PNST"])
    assert file.read_text("utf-8").splitlines()[1] == "PNST,PINE,9.00,9.1"
    assert len(occupancy(capsys, folder, "--json", "--names", file).told["rows"]) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--held", "heads"], "Missing: heads"),
        (["--place", "P7"], "The place P7 is not among those"),
        (["--from", "2031-01-01"], "No place stands in both files"),
        (["--propose-names", "x.csv"], "only beside --average-over"),
        (["--propose-names", "x.csv", "--average-over", "x"], "is no period"),
        (["--average-over", "2025"], "only beside --propose-names"),
        (["--until", "2025-02-01"], "only beside --rule"),
        (["--zone", "Europe/Oslo"], "only beside --rule"),
        (["--rule", "both-ends", "--held", "heads"], "--held and --rule do not go together"),
        (["--propose-names", "none/x.csv", "--average-over", "2025"], "cannot be written"),
        (["--chart", "none/x.svg"], "cannot be written"),
        (["--rule", "both-ends"], "Missing: booking"),
    ],
)
def test_wrong_options_are_wrong_input(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = occupancy(capsys, folder, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.skipif(not POPULATION.exists(), reason=f"{POPULATION.name} is not beside the project")
def test_the_public_population_against_the_public_guarantees(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = ["occupancy", POPULATION, "--minimum", FACILITIES, "--held", "held_at_midnight"]
    names = tmp_path / "names.csv"
    fiscal_2024 = "2023-10-01..2024-09-30"
    proposed = safeconduct(
        capsys, *files, "--propose-names", names, "--average-over", fiscal_2024, "--json"
    ).told
    assert {"place": "ADAMSMS", "facility": "ADAMS COUNTY DET CENTER"}.items() <= proposed[
        0
    ].items()
    told = safeconduct(capsys, *files, "--names", names, "--json").told
    places = {row["place"] for row in told["rows"]}
    assert len(places) + len(told["unmatched"]["facilities"]) == 48
    september = next(
        row
        for row in told["rows"]
        if (row["place"], row["month"]) == ("BLUEBONNET DETENTION FACILITY", "2024-09")
    )
    assert (september["known_days"], september["guaranteed_minimum"]) == (30, 750)
    assert 0 < september["unused_bed_days"] == 30 * 750 - september["bed_days"]
