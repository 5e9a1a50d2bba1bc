"""An office counts as what it is said to be when somebody who may vouches for it."""

from __future__ import annotations

import pytest

from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import Tables, asked, changed, judged, nothing_missing, verdict

BASE = nothing_missing()
COURT, REGISTRY, CLINIC = 2, 3, 4


def vouched(row: int, by: str, tables: Tables = BASE) -> Tables:
    return changed(tables, "offices", row=row, attested_by=by)


INVENTED = {"office": "own-court", "kind": "court", "empowered_to": "detain", "empowered_by": "law"}

CASES: list[tuple[str, Tables, str, str]] = [
    ("the registry vouches for the court", BASE, "floor-legal-basis", "true"),
    ("a court may vouch for itself", vouched(COURT, "court"), "floor-legal-basis", "true"),
    ("the proposer vouches for the court", vouched(COURT, "kdi"), "floor-legal-basis", "unknown"),
    ("a part of the proposer does", vouched(COURT, "kdi-oslo"), "floor-legal-basis", "unknown"),
    ("nobody vouches for it", vouched(COURT, ""), "floor-legal-basis", "unknown"),
    ("an office that is not listed does", vouched(COURT, "elsewhere"), "floor-legal-basis",
     "unknown"),
    ("an office that vouches for no offices does", vouched(COURT, "clinic"), "floor-legal-basis",
     "unknown"),
    ("a clinic vouches for itself", vouched(CLINIC, "clinic"), "floor-fit-to-travel", "unknown"),
    ("an inspectorate vouches for itself", vouched(9, "inspectorate"),
     "floor-place-open-to-inspection", "unknown"),
    ("court and registry vouch for one another and nobody for both",
     vouched(REGISTRY, "court", vouched(COURT, "registry")), "floor-legal-basis", "unknown"),
    ("the registry is a part of the proposer", changed(BASE, "offices", row=REGISTRY,
     part_of="kdi"), "floor-legal-basis", "unknown"),
    ("a court that the proposer invented issued the title",
     changed(changed(BASE, "offices", row=99, **INVENTED, attested_by="kdi"), "legal_bases",
             issued_by="own-court"), "floor-legal-basis", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "condition", "expected"), [pytest.param(*rest, id=what) for what, *rest in CASES]
)
def test_who_may_say_that_an_office_is_a_court(
    tables: Tables, condition: str, expected: str
) -> None:
    assert verdict(tables, condition) == expected


def test_nobody_is_free_of_a_bar_on_the_word_of_offices_that_nobody_vouches_for() -> None:
    unvouched = {**BASE, "offices": [{**row, "attested_by": ""} for row in BASE["offices"]]}
    assert judged(unvouched)[0].outcome is not Outcome.NO_BAR_FOUND


def test_an_office_without_a_voucher_is_named_at_its_line() -> None:
    found = asked(vouched(COURT, "kdi")).problems
    [problem] = [p for p in found if p.message.code == "clearance.office-not-vouched-for"]
    assert str(problem.location) == "offices.csv:4:attested_by"
    assert problem.message.parameters["office"] == "court"


def test_the_evidence_names_the_office_and_who_vouches_for_it() -> None:
    findings = {f.condition.id: f for f in judged(BASE)[0].findings}
    of_title = findings["floor-legal-basis"].evidence
    told = {(one.fact, one.value, one.attested_by) for one in of_title}
    assert ("offices.kind", "court", "registry") in told
    assert ("offices.empowered_to", ("detain", "stay", "release"), "registry") in told


STAY = {
    "order": "D1", "kind": "stay", "scope": "person", "person": "P1", "issued_by": "court",
    "issued_at": "2017-03-14T09:00Z", "verification": "verified",
}  # fmt: skip
LIFT = {
    **STAY, "order": "D2", "kind": "lift", "lifts": "D1", "issued_by": "own-court",
    "issued_at": "2017-03-14T11:00Z", "verified_by": "own-court", "second_by": "registry",
}  # fmt: skip


def test_a_lift_by_a_court_that_only_the_proposer_knows_lifts_nothing() -> None:
    tables = changed(BASE, "offices", row=99, **INVENTED, attested_by="kdi")
    tables = changed(changed(tables, "orders", row=9, **STAY), "orders", row=9, **LIFT)
    tables = changed(tables, "searches", row=0, found="2")
    assert verdict(tables, "floor-no-order") == "false"
