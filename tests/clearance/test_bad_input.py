"""Bad input leaves somebody undetermined with a reason and a place, or is refused."""

from __future__ import annotations

import time

import pytest

from safeconduct.basics import WrongInput
from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import Tables, asked, changed, judged, nothing_missing

BASE = nothing_missing()


def with_row(table: str, **cells: str) -> Tables:
    return changed(BASE, table, row=99, **cells)


STAY = {
    "order": "D1", "kind": "stay", "scope": "person", "person": "P1", "issued_by": "court",
    "issued_at": "2017-03-14T09:00Z", "verification": "verified", "attested_by": "court",
}  # fmt: skip

CASES = {
    "an unknown column": (changed(BASE, "persons", shoe_size="43"), "clearance.unknown-column"),
    "a misspelt column": (changed(BASE, "places", recognized="yes"), "clearance.unknown-column"),
    "an unknown table": ({**BASE, "ordres": []}, "clearance.unknown-table"),
    "a person who is not there": (
        with_row("notices", notice="N9", person="P7"),
        "clearance.reference-to-nothing",
    ),
    "a transfer that is not there": (
        changed(BASE, "persons", transfer="T9"),
        "clearance.reference-to-nothing",
    ),
    "an office that is not there": (
        changed(BASE, "legal_bases", issued_by="nowhere"),
        "clearance.reference-to-nothing",
    ),
    "contradictory legal bases": (
        with_row(
            "legal_bases", basis="B1", person="P1", state="quashed", attested_by="court",
        ),
        "clearance.row-twice",
    ),
    "an order lifted before it was issued": (
        changed(
            changed(BASE, "orders", row=99, **STAY),
            "orders", row=99, order="D2", kind="lift", lifts="D1", scope="person", person="P1",
            issued_by="court", issued_at="2017-03-14T08:00Z", verification="verified",
            verified_by="court", second_by="registry", attested_by="court",
        ),
        "clearance.lifted-before-issued",
    ),
    "a time without a zone": (
        changed(BASE, "notices", served_at="2017-03-01T08:00"),
        "clearance.cell-without-offset",
    ),
    "a date in another notation": (
        changed(BASE, "persons", born_on="1/1/1990"),
        "clearance.cell-not-a-day",
    ),
    "a day that does not exist": (
        changed(BASE, "persons", born_on="1990-02-30"),
        "clearance.cell-no-such-day",
    ),
    "an examination after its own recording": (
        changed(BASE, "examinations", examined_at="2017-03-14T16:00Z"),
        "clearance.told-before-it-happened",
    ),
    "a row recorded in the future": (
        with_row("orders", **{**STAY, "recorded_at": "2117-03-14T12:00Z"}),
        "clearance.recorded-in-future",
    ),
    "an unknown jurisdiction": (
        changed(BASE, "transfers", receiving="YY"),
        "clearance.cell-no-jurisdiction",
    ),
    "a fictitious State under a real agreement": (
        changed(BASE, "nationalities", state="XQ"),
        "clearance.code-of-no-state",
    ),
    "an order on a fictitious State under a real agreement": (
        with_row("orders", **{**STAY, "person": "", "scope": "destination", "destination": "XA"}),
        "clearance.code-of-no-state",
    ),
    "a code that is not on the list": (
        changed(BASE, "legal_bases", kind="gang-membership"),
        "clearance.cell-not-a-code",
    ),
    "a person twice": (
        {**BASE, "persons": [*BASE["persons"], BASE["persons"][0]]},
        "clearance.row-twice",
    ),
    "a person twice, with another birth": (
        with_row("persons", **{**BASE["persons"][0], "born_on": "2005-01-01"}),
        "clearance.row-twice",
    ),
    "a row without the moment of recording": (
        changed(BASE, "counsel", recorded_at=""),
        "clearance.row-refused",
    ),
    "a transfer between others than the parties": (
        changed(BASE, "transfers", receiving="SV"),
        "clearance.not-a-party",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_it_never_clears_and_says_what_is_wrong(case: str) -> None:
    tables, code = CASES[case]
    found = asked(tables)
    assert code in {problem.message.code for problem in found.problems}
    assert {person.outcome for person in judged(tables)} <= {Outcome.UNDETERMINED, Outcome.BARRED}


@pytest.mark.parametrize("case", CASES)
def test_it_says_where(case: str) -> None:
    tables, code = CASES[case]
    places = [p.location for p in asked(tables).problems if p.message.code == code]
    assert all(place.file for place in places)
    if code != "clearance.unknown-table":
        assert all(place.line and place.column for place in places), places


def test_an_age_disputed_minor_is_barred() -> None:
    assert judged(changed(BASE, "persons", age_disputed="yes"))[0].outcome is Outcome.BARRED


def test_an_order_lifted_before_it_was_issued_stands() -> None:
    assert judged(CASES["an order lifted before it was issued"][0])[0].outcome is Outcome.BARRED


@pytest.mark.parametrize("table", [name for name in BASE if name != "persons"])
def test_a_missing_table_never_clears(table: str) -> None:
    """Written anew, the contents of a bundle without the table say that it has no rows."""
    smaller = {name: rows for name, rows in BASE.items() if name != table}
    without_rows = not BASE[table] or table == "opinions"
    expected = {Outcome.NO_BAR_FOUND} if without_rows else {Outcome.UNDETERMINED}
    assert {person.outcome for person in judged(smaller)} == expected


def test_a_bundle_without_contents_clears_nobody() -> None:
    assert judged(BASE, sealed=False)[0].outcome is Outcome.UNDETERMINED


def test_a_bundle_without_persons_is_refused() -> None:
    with pytest.raises(WrongInput) as refused:
        asked({name: rows for name, rows in BASE.items() if name != "persons"})
    assert [finding.code for finding in refused.value.findings] == ["clearance.no-persons"]


@pytest.mark.parametrize("column", ["gang_score", "points", "threat_level", "risk_rating"])
def test_a_score_is_dropped_and_said(column: str) -> None:
    tables = changed(BASE, "persons", row=0, **{column: "8"})
    problems = [p for p in asked(tables).problems if p.message.code == "clearance.score-dropped"]
    assert [problem.location.column for problem in problems] == [column]
    assert column not in judged(tables)[0].case.person.values


def test_ten_thousand_orders_on_one_person_are_all_asked() -> None:
    released = {**STAY, "verification": "refuted", "verified_by": "court"}
    stamped = {**released, "recorded_at": "2017-03-14T12:00Z", "source": "file"}
    many = [{**stamped, "order": f"D{number}"} for number in range(10_000)]
    tables = changed({**BASE, "orders": many}, "searches", found="10000")
    begun = time.perf_counter()
    assert judged(tables)[0].outcome is Outcome.NO_BAR_FOUND
    tables["orders"][-1]["verification"] = "verified"
    assert judged(tables)[0].outcome is Outcome.BARRED
    assert time.perf_counter() - begun < 20
