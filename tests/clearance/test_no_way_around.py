"""Attempts to be found free of a bar although something is unknown, stale or the proposer's own.

Each attempt changes a case that nothing bars. Closures and SQL are asked, and must agree.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from safeconduct.agreement import Agreement, LegalStatus, Use, load
from safeconduct.basics import AgreementId
from safeconduct.clearance.asking import answer, judge
from safeconduct.clearance.bulk import cross_check
from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import Cells, Tables, asked, changed, nothing_missing

BASE = nothing_missing()
OWN_FILE = replace(
    load("no-nl-2015-norgerhaven"),
    id=AgreementId("our-own"),
    conditions=load("no-nl-2015-norgerhaven").conditions[:1],
)
"""An agreement of somebody's own, with one easy condition."""


def more(tables: Tables, table: str, **cells: str) -> Tables:
    return changed(tables, table, row=99, **cells)


def order(**cells: str) -> Tables:
    stay: Cells = {
        "order": "D1", "kind": "stay", "issued_by": "court", "issued_at": "2017-03-14T09:00Z",
        "verification": "verified", "attested_by": "court",
    }  # fmt: skip
    return more(BASE, "orders", **{**stay, **cells})


OPEN_DOUBT = {
    # Stale
    "every search is two days old": changed(
        BASE, "searches", row=0, searched_at="2017-03-12T10:00Z"
    ),
    "a search of the hour to come": changed(
        BASE, "searches", row=0, searched_at="2017-03-14T19:00Z"
    ),
    "the flight of yesterday is asked again": changed(
        BASE, "transfers", departs_at="2017-03-13T08:00Z"
    ),
    "the clinician's finding ends before departure": changed(
        BASE, "examinations", valid_until="2017-03-14"
    ),
    # The proposer's own word, or that of an office that cannot know
    "the proposer vouches for the title": changed(BASE, "legal_bases", attested_by="kdi-oslo"),
    "nobody vouches for the title": changed(BASE, "legal_bases", attested_by=""),
    "the proposer vouches for the sentence": changed(BASE, "sentences", attested_by="kdi"),
    "the proposer vouches for the place": changed(BASE, "places", attested_by="kdi-oslo"),
    "the proposer vouches for the age": changed(BASE, "persons", attested_by="kdi-oslo"),
    "the proposer vouches for the nationality": changed(
        BASE, "nationalities", attested_by="kdi-oslo"
    ),
    "an office of unknown kind vouches for the notice": changed(
        changed(BASE, "offices", row=99, office="friend"), "notices", attested_by="friend"
    ),
    "an office that nobody lists vouches for the notice": changed(
        BASE, "notices", attested_by="somebody"
    ),
    "a part of the proposing office vouches for the counsel": changed(
        changed(BASE, "offices", row=99, office="own-counsel", kind="counsel", part_of="kdi"),
        "counsel", attested_by="own-counsel",
    ),
    "an office in a circle vouches for the counsel": changed(
        changed(BASE, "offices", row=99, office="ring", kind="counsel", part_of="ring"),
        "counsel", attested_by="ring",
    ),
    "another department says that the receiving side accepts": changed(
        changed(BASE, "offices", row=99, office="defence", kind="sending-authority"),
        "decisions", attested_by="defence",
    ),
    "the consulate says that no protection claim is open": changed(
        BASE, "searches", row=2, attested_by="consulate"
    ),
    "nobody says which office proposes": changed(BASE, "transfers", proposed_by=""),
    # Contradictory
    "found not fit after having been found fit": more(
        BASE, "examinations", person="P1", kind="fit-to-travel", outcome="not-fit",
        examined_at="2017-03-14T08:00Z", attested_by="clinic",
    ),
    "found not fit, nobody knows when": more(
        BASE, "examinations", person="P1", kind="fit-to-travel", outcome="not-fit",
        attested_by="clinic",
    ),
    "accepted, then refused": more(
        BASE, "decisions", person="P1", kind="receiving-agrees", answer="no",
        decided_on="2017-03-10", attested_by="dji",
    ),
    "accepted and refused on one day": more(
        BASE, "decisions", person="P1", kind="receiving-agrees", answer="no",
        decided_on="2017-03-03", attested_by="dji",
    ),
    "matched, then not matched": more(
        BASE, "identity_checks", person="P1", result="not-matched",
        checked_at="2017-03-13T08:00Z", attested_by="registry",
    ),
    "the same title in force and quashed": more(
        BASE, "legal_bases", basis="B2", person="P1", kind="sentence", issued_by="court",
        law="straffeloven § 321", issued_on="2015-12-01", state="quashed", attested_by="court",
    ),
    "more nationalities found than listed": changed(BASE, "searches", row=8, found="2"),
    "released already": changed(BASE, "persons", released_at="2017-03-12T08:00Z"),
    # Of another person, another transfer, another place
    "the notice is another person's": changed(BASE, "notices", person="P2"),
    "the search is another person's": changed(BASE, "searches", row=0, person="P2"),
    "the transfer is another": changed(BASE, "persons", transfer="T2"),
    "the place lies in a third State": changed(BASE, "places", jurisdiction="SV"),
    "nobody says where the place lies": changed(BASE, "places", jurisdiction=""),
    "called domestic, and the place is abroad": changed(BASE, "transfers", receiving="NO"),
    # Recorded after the question
    "the notice was recorded after the question": changed(
        BASE, "notices", recorded_at="2017-03-14T18:01Z"
    ),
    "the assessment was recorded after the question": changed(
        BASE, "assessments", recorded_at="2017-03-14T20:00+01:00"
    ),
    # Odd scopes
    "an order without scope": order(),
    "an order on a person who is not named": order(scope="person"),
    "an order on nobody's transfer": order(scope="transfer"),
    "an order on a transfer that is not there": order(scope="transfer", transfer="T9"),
    "an order on a destination that is not named": order(scope="destination"),
    "an order on a country by its name": order(scope="destination", destination="NETHERLANDS"),
    "an order on a country by three letters": order(scope="destination", destination="NLD"),
    "an order on a part of the receiving State": order(scope="destination", destination="NL-DR"),
    "an order on one country for one person, by its name": order(
        scope="person", person="P1", destination="NEDERLAND"
    ),
    "an order of no kind": order(scope="all", kind=""),
    "an order of a kind that is not on the list": order(scope="all", kind="injunction"),
    "an order on a class of a fact that nobody recorded": order(
        scope="class", **{"class": "{is: {fact: persons.held_at, value: norgerhaven}}"}
    ),
    "an order that the proposer says was refuted": order(
        scope="all", verification="refuted", verified_by="kdi-oslo"
    ),
    "an order that ends at a time without zone": order(scope="all", ends_at="2017-03-14T12:00"),
    # Clock zones
    "a clock that no place has": changed(BASE, "transfers", departs_at="2017-03-15T23:30-23:00"),
    "a departure without zone": changed(BASE, "transfers", departs_at="2017-03-15T08:00"),
}  # fmt: skip


def outcome(tables: Tables, agreement: str | Agreement = "no-nl-2015-norgerhaven") -> Outcome:
    """What both engines say of the first person, once they agree."""
    question = asked(tables, agreement)
    clearing = answer(question)
    cross_check(question, clearing)
    return clearing.persons[0].outcome


def test_the_case_that_every_attempt_changes_has_no_bar() -> None:
    assert outcome(BASE) is Outcome.NO_BAR_FOUND


@pytest.mark.parametrize("attempt", OPEN_DOUBT)
def test_nobody_gets_through(attempt: str) -> None:
    assert outcome(OPEN_DOUBT[attempt]) is not Outcome.NO_BAR_FOUND


@pytest.mark.parametrize("attempt", OPEN_DOUBT)
def test_nor_under_terms_of_ones_own(attempt: str) -> None:
    assert outcome(OPEN_DOUBT[attempt], OWN_FILE) is not Outcome.NO_BAR_FOUND


@pytest.mark.parametrize(
    ("what", "terms"),
    [
        ("audit-only", replace(OWN_FILE, use=Use.AUDIT_ONLY)),
        ("no conditions", replace(OWN_FILE, conditions=())),
        ("over", replace(OWN_FILE, term=replace(OWN_FILE.term, end=datetime(2017, 3, 1).date()))),  # noqa: DTZ001 - a day
        ("for persons of another status", replace(
            OWN_FILE, persons_covered=replace(OWN_FILE.persons_covered,
                                              statuses=(LegalStatus.ADMINISTRATIVE,)))),
        ("between other States", load("be-nl-2009-tilburg")),
        ("a published name, with fewer conditions", replace(
            OWN_FILE, id=AgreementId("no-nl-2015-norgerhaven"))),
    ],
)  # fmt: skip
def test_terms_that_say_nothing_of_the_person_clear_nobody(what: str, terms: Agreement) -> None:
    assert outcome(BASE, terms) is not Outcome.NO_BAR_FOUND, what


def test_an_empty_table_is_no_list_that_was_searched() -> None:
    for table in ("searches", "offices", "places", "transfers", "notices", "legal_bases"):
        assert outcome({**BASE, table: []}) is not Outcome.NO_BAR_FOUND, table


def test_a_later_favourable_answer_settles_an_earlier_contrary_one() -> None:
    mended = more(
        BASE, "examinations", person="P1", kind="fit-to-travel", outcome="not-fit",
        examined_at="2017-03-12T09:00Z", attested_by="clinic",
    )  # fmt: skip
    assert outcome(mended) is Outcome.NO_BAR_FOUND


def test_before_the_facts_were_recorded_nobody_is_known() -> None:
    assert judge(asked(BASE, at=datetime(2017, 3, 14, 11, 0, tzinfo=UTC))) == ()
