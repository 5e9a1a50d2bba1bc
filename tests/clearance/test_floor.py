"""The floor, condition by condition: what makes each false, and what leaves it unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safeconduct.agreement import CustodyModel, load
from safeconduct.agreement.floor import floor, read_floor
from safeconduct.basics import WrongInput
from tests.clearance.bundles import Tables, asked, changed, judged, nothing_missing, verdict

BASE = nothing_missing()


def searched(register: int, found: str) -> Tables:
    return changed(BASE, "searches", row=register, found=found)


BOTH = changed(changed(BASE, "nationalities", state="NO"), "nationalities", row=9, person="P1",
               state="NL", attested_by="registry")  # fmt: skip


def waived(**cells: str) -> Tables:
    """Notice on the day before, and the time to challenge waived."""
    waiver = {
        "served_at": "2017-03-14T08:00Z", "window_ends_at": "2017-03-20T08:00Z",
        "window_waived": "yes", "waiver_informed": "yes", "waiver_with_counsel": "yes",
        "waiver_filed_at": "2017-03-14T09:00Z",
    }  # fmt: skip
    return changed(BASE, "notices", row=0, **{**waiver, **cells})


CASES: list[tuple[str, str, Tables, str]] = [
    ("floor-legal-status", "nobody says", changed(BASE, "persons", legal_status=""), "unknown"),
    ("floor-legal-basis", "on a group", changed(BASE, "legal_bases", individual="no"), "false"),
    ("floor-legal-basis", "quashed", changed(BASE, "legal_bases", state="quashed"), "false"),
    ("floor-legal-basis", "over", changed(BASE, "legal_bases", valid_until="2017-03-14"), "false"),
    ("floor-legal-basis", "no end known", changed(BASE, "legal_bases", valid_until=""), "unknown"),
    ("floor-legal-basis", "by an office without power",
     changed(BASE, "offices", row=2, empowered_to="stay"), "false"),
    ("floor-legal-basis", "by an office whose power has no law",
     changed(BASE, "offices", row=2, empowered_by=""), "unknown"),
    ("floor-legal-basis", "none", {**BASE, "legal_bases": []}, "unknown"),
    ("floor-sentence-not-served", "served", changed(BASE, "sentences", ends_on="2017-03-15"),
     "false"),
    ("floor-sentence-not-served", "appealed", changed(BASE, "sentences", final="no"), "false"),
    ("floor-sentence-not-served", "not sentenced",
     changed(BASE, "persons", legal_status="administrative"), "not-applicable"),
    ("floor-no-open-challenge", "a habeas is open",
     changed(searched(1, "1"), "challenges", row=9, challenge="H1", person="P1", kind="habeas",
             state="open", attested_by="court"), "false"),
    ("floor-no-open-challenge", "nobody searched", searched(1, ""), "unknown"),
    ("floor-no-protection-claim", "a claim is open",
     changed(searched(2, "1"), "protection_claims", row=9, claim="C1", person="P1", state="open",
             attested_by="une"), "false"),
    ("floor-no-protection-claim", "the search is a month old",
     changed(BASE, "searches", row=2, searched_at="2017-02-14T10:00Z"), "unknown"),
    ("floor-no-protection-claim", "the proposer searched",
     changed(BASE, "searches", row=2, attested_by="kdi-oslo"), "unknown"),
    ("floor-refoulement-assessed", "a group was assessed",
     changed(BASE, "assessments", individual="no"), "false"),
    ("floor-refoulement-assessed", "another State was assessed",
     changed(BASE, "assessments", about="SV"), "unknown"),
    ("floor-refoulement-assessed", "long ago",
     changed(BASE, "assessments", made_on="2016-03-01"), "false"),
    ("floor-refoulement-assessed", "by the proposer itself",
     changed(BASE, "assessments", attested_by="kdi-oslo"), "unknown"),
    ("floor-refoulement-no-bar", "a bar, and a general assurance",
     changed(changed(BASE, "assessments", outcome="bar"), "assurances", row=9, person="P1",
             given_by_state="NL", specific="no", attested_by="dji"), "false"),
    ("floor-disappearance-assessed", "a bar",
     changed(BASE, "assessments", row=1, outcome="bar"), "false"),
    ("floor-own-nationals", "consented, and of both States", changed(BOTH, "searches", row=8,
     found="2"), "true"),
    ("floor-own-nationals", "consented, of no other State",
     changed(BASE, "nationalities", state="NO"), "false"),
    ("floor-own-nationals", "refused", changed(changed(BOTH, "searches", row=8, found="2"),
     "opinions", answer="refuses"), "false"),
    ("floor-third-country", "not sentenced, to a third country",
     changed(BASE, "persons", legal_status="administrative"), "unknown"),
    ("floor-onward-consent", "onward, nobody asked", changed(BASE, "transfers", onward="yes"),
     "unknown"),
    ("floor-onward-consent", "onward, refused",
     changed(changed(BASE, "transfers", onward="yes"), "decisions", row=9, person="P1",
             kind="onward-consent", answer="no", attested_by="dji"), "false"),
    ("floor-adult", "a minor", changed(BASE, "persons", born_on="1999-03-16"), "false"),
    ("floor-adult", "eighteen on the day", changed(BASE, "persons", born_on="1999-03-15"), "true"),
    ("floor-adult", "age disputed", changed(BASE, "persons", age_disputed="yes"), "false"),
    ("floor-identity", "somebody else", changed(BASE, "identity_checks", result="not-matched"),
     "false"),
    ("floor-identity", "checked by the proposer",
     changed(BASE, "identity_checks", attested_by="kdi-oslo"), "unknown"),
    ("floor-place-recognised", "off the list", changed(BASE, "places", recognised="no"), "false"),
    ("floor-place-open-to-inspection", "closed", changed(BASE, "places", independent_access="no"),
     "false"),
    ("floor-place-open-to-inspection", "nobody says",
     changed(BASE, "places", independent_access=""), "unknown"),
    ("floor-place-open-to-inspection", "only the proposer says so",
     changed(BASE, "places", attested_by="kdi-oslo"), "unknown"),
    ("floor-place-in-receiving-state", "in a third State",
     changed(BASE, "places", jurisdiction="SV"), "false"),
    ("floor-place-in-receiving-state", "nobody says", changed(BASE, "places", jurisdiction=""),
     "unknown"),
    ("floor-departure-ahead", "over, and nobody says who boarded",
     changed(BASE, "transfers", departs_at="2017-03-13T08:00Z"), "unknown"),
    ("floor-departure-ahead", "over, and boarding is recorded",
     changed(BASE, "transfers", departs_at="2017-03-13T08:00Z", boarded_at="2017-03-13T08:00Z"),
     "true"),
    ("floor-legal-basis", "only the proposer says so",
     changed(BASE, "legal_bases", attested_by="kdi-oslo"), "unknown"),
    ("floor-sentence-not-served", "only the proposer says so",
     changed(BASE, "sentences", attested_by="kdi-oslo"), "unknown"),
    ("floor-own-nationals", "only the proposer says of which State",
     changed(BASE, "nationalities", attested_by="kdi-oslo"), "unknown"),
    ("floor-adult", "only the proposer says so", changed(BASE, "persons", attested_by="kdi-oslo"),
     "unknown"),
    ("floor-receiving-side-accepts", "another department says that it did",
     changed(changed(BASE, "offices", row=99, office="defence", kind="sending-authority"),
             "decisions", attested_by="defence"), "unknown"),
    ("floor-fit-to-travel", "the finding ends before",
     changed(BASE, "examinations", valid_until="2017-03-14"), "false"),
    ("floor-no-protection-claim", "an office that does not keep the register searched",
     changed(BASE, "searches", row=2, attested_by="consulate"), "unknown"),
    ("floor-receiving-side-accepts", "refused", changed(BASE, "decisions", answer="no"), "false"),
    ("floor-notice", "in another language", changed(BASE, "notices", language="fr"), "false"),
    ("floor-notice", "without reasons", changed(BASE, "notices", reasons_given="no"), "false"),
    ("floor-notice", "two days before",
     changed(BASE, "notices", served_at="2017-03-13T08:00Z"), "false"),
    ("floor-notice", "the window is open",
     changed(BASE, "notices", window_ends_at="2017-03-16T08:00Z"), "false"),
    ("floor-notice", "waived, informed, with counsel, on file", waived(), "true"),
    ("floor-notice", "waived, and counsel is not on it",
     waived(waiver_with_counsel="no"), "false"),
    ("floor-notice", "waived, and nobody says whether with counsel",
     waived(waiver_with_counsel=""), "unknown"),
    ("floor-notice", "waived by somebody who was not told what it gives up",
     waived(waiver_informed="no"), "false"),
    ("floor-notice", "waived, and the waiver is not on file",
     waived(waiver_filed_at=""), "unknown"),
    ("floor-notice", "waived, as only the proposer says",
     waived(attested_by="kdi-oslo"), "unknown"),
    ("floor-notice", "served by the proposer",
     changed(BASE, "notices", attested_by="kdi-oslo"), "unknown"),
    ("floor-counsel", "overheard", changed(BASE, "counsel", confidential="no"), "false"),
    ("floor-counsel", "none seen", {**BASE, "counsel": []}, "unknown"),
    ("floor-consular-right", "not told", {**BASE, "consular_choices": []}, "unknown"),
    ("floor-fit-to-travel", "not fit", changed(BASE, "examinations", outcome="not-fit"), "false"),
    ("floor-fit-to-travel", "seen four days before",
     changed(BASE, "examinations", examined_at="2017-03-11T08:00Z"), "false"),
    ("floor-fit-to-travel", "found fit by the escort",
     changed(BASE, "examinations", attested_by="kdi"), "unknown"),
    ("floor-manifest", "added after closing",
     changed(changed(BASE, "transfers", manifest_open="no",
                     manifest_closed_at="2017-03-09T08:00Z"), "persons", languages="no;en"),
     "false"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "tables", "expected"),
    [pytest.param(c, t, e, id=f"{c.removeprefix('floor-')}: {what}") for c, what, t, e in CASES],
)
def test_the_floor(condition: str, tables: Tables, expected: str) -> None:
    assert verdict(tables, condition) == expected


def test_every_condition_of_the_floor_is_shown_here_or_among_the_orders() -> None:
    shown = {condition for condition, *_ in CASES}
    others = {"floor-no-order", "floor-no-prosecution-hold"}
    assert {condition.id for condition in floor().conditions} == shown | others


def test_the_floor_does_not_hang_on_what_the_agreement_calls_itself() -> None:
    """The same facts under every custody model: the same verdicts of the floor."""
    norgerhaven = load("no-nl-2015-norgerhaven")
    tables = changed(BASE, "persons", legal_status="administrative")
    verdicts = {}
    for model in CustodyModel:
        [person] = judged(tables, agreement=replace(norgerhaven, custody_model=model))
        verdicts[model] = [f.verdict for f in person.findings if f.from_floor]
    assert len({tuple(found) for found in verdicts.values()}) == 1


def test_each_condition_says_for_whom_it_is_law() -> None:
    bound = {i.id: {state.code for state in i.binds} for i in floor().instruments}
    assert bound["policy"] == bound["mandela"] == bound["principles"] == set()
    assert "US" not in bound["crc"]
    assert "SV" not in bound["icpped"]


WEAKENED = """
acknowledge_within_minutes: 10
instruments:
  - {id: policy, title: {en: Policy, es: Política}, where: here, binds: [], grade: text}
conditions:
  - id: floor-adult
    label: {en: Adult, es: Mayor}
    clause: "1"
    require: {is: {fact: persons.age_disputed, value: no}}
    when_unknown: pass
"""


def test_an_unknown_can_be_held_or_referred_and_nothing_weaker() -> None:
    with pytest.raises(WrongInput) as refused:
        read_floor(WEAKENED.encode(), "floor.yaml")
    assert [str(finding.location) for finding in refused.value.findings] == ["floor.yaml:10:19"]


def test_an_audit_only_agreement_never_finds_no_bar() -> None:
    found = asked(BASE, "dk-xk-2022-gjilan")
    assert "clearance.audit-only" in {problem.message.code for problem in found.problems}
