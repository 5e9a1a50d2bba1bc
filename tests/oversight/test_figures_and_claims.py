"""What is published, and what somebody said in public beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import Lang, Period, render
from safeconduct.facts import KEPT
from safeconduct.oversight import (
    NEVER_SUPPRESSED,
    TESTABLE,
    TOTAL,
    Claim,
    ClaimTest,
    Counted,
    Inspected,
    OfficialVisit,
    Share,
    count_inspections,
    hold_against,
    public_figures,
    visit_findings,
)
from safeconduct.oversight.figures import minutes_between, most_in_an_hour

NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
YEAR = Period.year(2026)
LATE_BEGUN = Period(date(2026, 10, 2), date(2027, 1, 1))


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize("figure", sorted(NEVER_SUPPRESSED))
def test_deaths_force_and_defied_orders_are_said_however_few(figure: str) -> None:
    figures = public_figures([Counted(figure, "2026-10", "lindmoor")])
    assert figures.open_counts[figure] == 1
    assert figure not in figures.tables


def test_that_there_was_none_is_said_too() -> None:
    assert public_figures([]).open_counts == dict.fromkeys(NEVER_SUPPRESSED, 0)


def test_few_arrivals_are_left_out_and_many_are_said() -> None:
    few = [Counted("arrivals", "2026-10", "lindmoor")] * 3
    many = [Counted("held", "2026-10", "lindmoor")] * 30
    tables = public_figures([*few, *many]).tables
    assert tables["arrivals"].cells == {}
    assert tables["held"].cells[TOTAL, TOTAL] == 30


def test_minutes_from_notice_to_boarding() -> None:
    pairs = [(at(0), at(minutes)) for minutes in (90, 30, 60, 600, 45)]
    spread = minutes_between(pairs)
    assert (spread.cases, spread.least, spread.middle, spread.most) == (5, 30, 60, 600)


def test_the_extremes_of_few_cases_point_at_persons_and_are_left_out() -> None:
    assert minutes_between([(at(0), at(30))] * 4).middle is None


@pytest.mark.parametrize(
    ("signed", "most"),
    [
        ([], 0),
        ([("anna", 0)], 1),
        ([("anna", 0), ("anna", 59), ("anna", 60)], 2),
        ([("anna", 0), ("bruno", 1), ("anna", 2)], 2),
        ([("anna", n) for n in range(100)], 60),
    ],
)
def test_most_signatures_of_one_officer_in_an_hour(
    signed: list[tuple[str, float]], most: int
) -> None:
    assert most_in_an_hour([(who, at(minute)) for who, minute in signed]) == most


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["anna", "bruno"]), st.integers(0, 300)), max_size=25))
def test_no_window_of_an_hour_holds_more(signed: list[tuple[str, int]]) -> None:
    windows = [
        sum(who == officer and start <= minute < start + 60 for who, minute in signed)
        for officer, start in signed
    ]
    found = most_in_an_hour([(who, at(minute)) for who, minute in signed])
    assert found == max(windows, default=0)


@pytest.mark.parametrize(
    ("part", "whole", "per_cent"), [(0, 0, None), (1, 3, 33), (2, 3, 67), (1, 200, 1), (5, 5, 100)]
)
def test_a_share_in_whole_per_cent(part: int, whole: int, per_cent: int | None) -> None:
    assert Share(part, whole).per_cent == per_cent


def test_the_share_of_facts_on_the_proposer_s_word_alone() -> None:
    figures = public_figures([], attested=[True, False, False, True])
    assert figures.self_asserted == Share(2, 4)


def beside(
    figure: str, claimed: int | None, recorded: int | None, covered: Period | None = YEAR
) -> ClaimTest:
    october = Period.month(2026, 10)
    return hold_against(Claim(figure, claimed, october, date(2026, 11, 2)), recorded, covered)


@pytest.mark.parametrize(
    ("figure", "claimed", "recorded", "covered", "verdict", "difference", "shown"),
    [
        ("transferred", 252, 252, YEAR, "agrees", 0, 252),
        ("transferred", 300, 252, YEAR, "differs", 48, 252),
        ("transferred", 200, 252, YEAR, "differs", -52, 252),
        ("transferred", 0, 3, YEAR, "differs", None, None),
        ("deaths", 0, 3, YEAR, "differs", -3, 3),
        ("orders-defied", 0, 1, YEAR, "differs", -1, 1),
        ("transferred", 0, 0, YEAR, "agrees", 0, 0),
        ("none", 12, 12, YEAR, "cannot-be-tested", None, None),
        ("held", None, 12, YEAR, "cannot-be-tested", None, None),
        ("held", 12, None, YEAR, "cannot-be-tested", None, None),
        ("held", 12, 12, None, "cannot-be-tested", None, None),
        ("held", 12, 12, Period.month(2026, 9), "cannot-be-tested", None, None),
        ("held", 12, 12, LATE_BEGUN, "cannot-be-tested", None, None),
    ],
)
def test_a_claim_beside_the_record(
    figure: str, claimed: int | None, recorded: int | None, covered: Period | None,
    verdict: str, difference: int | None, shown: int | None,
) -> None:  # fmt: skip
    found = beside(figure, claimed, recorded, covered)
    assert (found.verdict.value, found.difference, found.recorded) == (verdict, difference, shown)


def test_the_public_reads_it_in_both_languages() -> None:
    said = beside("transferred", 300, 252).because
    assert render(said, Lang("en")) == "The claim says 300, the record 252: 48 apart."
    assert render(said, Lang("es")) == "La declaración dice 300, el registro 252: 48 de diferencia."


def test_the_figures_are_those_that_a_claim_can_name() -> None:
    column = KEPT["official_claims"].column("figure")
    assert column is not None
    assert TESTABLE | {"none"} == set(column.codes)


def test_a_visit_is_no_inspection_and_an_announced_one_is_counted_apart() -> None:
    day = date(2026, 10, 5)
    inspected = [
        Inspected("i1", "lindmoor", day, announced=False, access_full=True),
        Inspected("i2", "lindmoor", day, announced=True, access_full=True),
        Inspected("i3", "lindmoor", day, announced=False, access_full=None),
    ]
    visits = [OfficialVisit("v1", "lindmoor", "government", day, images_made=None)]
    counted = count_inspections(inspected, visits)
    assert (counted.unannounced, counted.others, counted.visits) == (1, 2, 1)


def test_images_of_detained_persons_are_a_finding() -> None:
    tour = OfficialVisit("v1", "lindmoor", "press", date(2026, 10, 5), images_made=True)
    assert [f.code for f in visit_findings([tour])] == ["oversight.images-made"]
