"""What the agreements of the library ask, clause by clause."""

from __future__ import annotations

import pytest

from safeconduct.clearance.outcomes import Outcome
from tests.clearance.bundles import Tables, changed, judged, nothing_missing, verdict

BASE = nothing_missing()


def wanted_in(register: int, name: str) -> Tables:
    tables = changed(BASE, "searches", row=register, found="1")
    return changed(tables, "alerts", row=9, person="P1", register=name, kind="wanted",
                   state="open", attested_by="registry")  # fmt: skip


NORGERHAVEN: list[tuple[str, str, Tables, str]] = [
    ("1(h) a woman", "adult-man", changed(BASE, "persons", sex="2"), "false"),
    ("8(1) begun elsewhere", "begun-at-home", changed(BASE, "sentences", started_in="NL"), "false"),
    ("8(2)(a) a national of the receiving State", "no-national-or-resident",
     changed(BASE, "nationalities", state="NL"), "false"),
    ("8(2)(a) a resident of it", "no-national-or-resident", changed(BASE, "persons",
     residence="NL"), "false"),
    ("8(2)(c) wanted there", "not-wanted-there", wanted_in(4, "criminal-receiving"), "false"),
    ("8(2)(e) wanted at home", "not-wanted-at-home", wanted_in(5, "criminal-sending"), "false"),
    ("8(2)(d) too dangerous", "risk-fits-security", changed(BASE, "assessments", row=2,
     outcome="bar"), "false"),
    ("8(2)(f) care not available", "care-available", changed(BASE, "assessments", row=3,
     outcome="bar"), "false"),
    ("9(2) released a day too early, and nobody says whether both derogate",
     "two-months-before-release", changed(BASE, "sentences", release_on="2017-05-14"), "unknown"),
    ("9(2) released a day too early, and they do not", "two-months-before-release",
     changed(changed(BASE, "sentences", release_on="2017-05-14"), "decisions", row=9, person="P1",
             kind="late-return-exception", answer="no", attested_by="dji"), "false"),
    ("9(2) released in two months to the day", "two-months-before-release",
     changed(BASE, "sentences", release_on="2017-05-15"), "true"),
    ("9(2) released in seven weeks, and both derogate", "two-months-before-release",
     changed(changed(BASE, "sentences", release_on="2017-05-01"), "decisions", row=9, person="P1",
             kind="late-return-exception", answer="yes", attested_by="dji"), "true"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "tables", "expected"),
    [pytest.param(c, t, e, id=what) for what, c, t, e in NORGERHAVEN],
)
def test_norgerhaven(condition: str, tables: Tables, expected: str) -> None:
    assert verdict(tables, condition) == expected


def homeward() -> Tables:
    tables = changed(BASE, "transfers", sending="NL", receiving="NO")
    return changed(tables, "orders", row=9, order="H1", kind="prosecution-hold", scope="person",
                   person="P1", verification="verified", attested_by="court")  # fmt: skip


def test_norgerhaven_17_5_a_suspect_goes_home_only_with_the_prosecutors_consent() -> None:
    assert verdict(homeward(), "prosecutor-lets-go") == "unknown"
    for answer, expected in (("yes", "true"), ("no", "false")):
        answered = changed(
            homeward(), "decisions", row=9, person="P1", kind="prosecutor-consent", answer=answer,
            attested_by="court",
        )  # fmt: skip
        assert verdict(answered, "prosecutor-lets-go") == expected


def tilburg(length_months: str) -> Tables:
    tables = changed(BASE, "transfers", sending="BE", receiving="NL")
    return changed(tables, "sentences", length_months=length_months)


@pytest.mark.parametrize(("months", "expected"), [("11", "false"), ("12", "true"), ("", "unknown")])
def test_tilburg_7_1_a_sentence_of_at_least_one_year(months: str, expected: str) -> None:
    tables = tilburg(length_months=months)
    assert verdict(tables, "sentenced", agreement="be-nl-2009-tilburg") == expected


def convention(tables: Tables) -> Tables:
    """A Dutch national sentenced in Norway, who asks to serve the sentence at home."""
    tables = changed(tables, "nationalities", state="NL")
    for kind in ("sending-agrees", "both-offences"):
        tables = changed(tables, "decisions", row=99, person="P1", kind=kind, answer="yes",
                         attested_by="dji")  # fmt: skip
    return tables


def ets(tables: Tables, condition: str) -> str:
    return verdict(tables, condition, agreement="coe-ets-112")


def test_ets_112_all_six_conditions_hold() -> None:
    six = ("national", "judgment-final", "six-months-left", "consent", "both-offences")
    for condition in (*six, "sentencing-state-agrees", "administering-state-agrees"):
        assert ets(convention(BASE), condition) == "true", condition
    [person] = judged(convention(BASE), agreement="coe-ets-112")
    assert person.outcome is Outcome.NO_BAR_FOUND


@pytest.mark.parametrize(
    ("condition", "tables", "expected"),
    [
        pytest.param("national", BASE, "false", id="(a) no national"),
        pytest.param("judgment-final", changed(BASE, "sentences", final="no"), "false",
                     id="(b) not final"),
        pytest.param("six-months-left", changed(BASE, "sentences", ends_on="2017-07-31"), "unknown",
                     id="(c) a day less than six months at receipt, exception not asked"),
        pytest.param("six-months-left", changed(changed(BASE, "sentences", ends_on="2017-07-31"),
                     "decisions", row=9, person="P1", kind="short-remainder-exception",
                     answer="no", attested_by="dji"), "false",
                     id="(c) a day less than six months at receipt, no exception"),
        pytest.param("six-months-left", changed(BASE, "sentences", ends_on="2017-08-01"), "true",
                     id="(c) six months at receipt"),
        pytest.param("six-months-left", changed(BASE, "sentences", ends_on="", indeterminate="yes"),
                     "true", id="(c) indeterminate"),
        pytest.param("consent", changed(changed(BASE, "opinions", answer="refuses"), "sentences",
                     expulsion_ordered="no"), "false", id="(d) refused, no expulsion"),
        pytest.param("consent", changed(BASE, "opinions", voluntary="pending"), "unknown",
                     id="(d) pending"),
        pytest.param("both-offences", BASE, "unknown", id="(e) nobody examined it"),
        pytest.param("administering-state-agrees", changed(BASE, "decisions", answer="no"), "false",
                     id="(f) refused"),
    ],
)  # fmt: skip
def test_ets_112_article_3(condition: str, tables: Tables, expected: str) -> None:
    assert ets(tables, condition) == expected


def test_ets_167_article_3_an_expulsion_order_and_the_opinion_stand_for_consent() -> None:
    refused = changed(BASE, "opinions", answer="refuses")
    opinion = changed(
        refused, "opinions", row=9, person="P1", kind="opinion", answer="refuses",
        considered="yes", attested_by="counsel",
    )  # fmt: skip
    documents = changed(opinion, "documents", row=9, document="D1", person="P1",
                        kind="opinion-declaration", attested_by="court")  # fmt: skip
    assert ets(documents, "consent") == "unknown", "the copy of the order is missing"
    whole = changed(documents, "documents", row=9, document="D2", person="P1",
                    kind="expulsion-order", attested_by="court")  # fmt: skip
    assert ets(whole, "consent") == "unknown", "nobody says that both States apply the Protocol"
    for answer, vouched_for_by, expected in (
        ("yes", "dji", "true"),
        ("yes", "kdi", "unknown"),
        ("no", "dji", "false"),
    ):
        told = changed(whole, "decisions", row=9, person="P1", kind="protocol-applies",
                       answer=answer, attested_by=vouched_for_by)  # fmt: skip
        assert ets(told, "consent") == expected, (answer, vouched_for_by)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(None, "unknown", id="nobody says whether there is a contract"),
        pytest.param({"answer": "yes", "attested_by": "dji"}, "true", id="in force"),
        pytest.param({"answer": "no", "attested_by": "dji"}, "false", id="not in force"),
        pytest.param({"answer": "yes", "attested_by": "kdi"}, "unknown", id="the proposer says so"),
        pytest.param({"answer": "yes", "attested_by": "dji", "decided_on": ""}, "unknown",
                     id="nobody says since when"),
    ],
)  # fmt: skip
def test_the_compact_places_nobody_without_a_contract(
    cells: dict[str, str] | None, expected: str
) -> None:
    tables = BASE
    if cells is not None:
        said = {"kind": "contract-in-force", "decided_on": "2017-03-01", **cells}
        tables = changed(BASE, "decisions", row=9, person="P1", **said)
    asked_of = "us-interstate-corrections-compact"
    assert verdict(tables, "contract-in-force", agreement=asked_of) == expected
