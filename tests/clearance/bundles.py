"""Case bundles for the tests, written as tables of texts, and read as a file would be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import UTC, datetime

from safeconduct.agreement import Agreement, load
from safeconduct.clearance.asking import Asked, Question, answer, judge, prepare
from safeconduct.clearance.bundle import Sheet, SheetRow, seal_of
from safeconduct.clearance.findings import Clearing, PersonFindings

Cells = dict[str, str]
Tables = dict[str, list[Cells]]

NOW = datetime(2017, 3, 14, 18, 0, tzinfo=UTC)
RECORDED = "2017-03-14T12:00Z"


def _row(office: str, /, **cells: str) -> Cells:
    return {"recorded_at": RECORDED, "attested_by": office, "source": "file", **cells}


PERSON = {"person": "P1"}
SEARCHED = (
    "court-orders", "challenges", "protection-claims", "aliens-receiving", "criminal-receiving",
    "criminal-sending", "custody-titles", "sentences", "nationality", "assessments",
)  # fmt: skip
KEEPER = {"protection-claims": "une"}
FOUND = {"nationality": "1", "assessments": "4", "custody-titles": "1", "sentences": "1"}


def nothing_missing() -> Tables:
    """A Norwegian sentence to be served at Norgerhaven: every fact is there, and none bars."""
    return {
        **_frame(),
        **_person_and_title(),
        "orders": [],
        "challenges": [],
        "alerts": [],
        "protection_claims": [],
        **_told_and_agreed(),
        **_examined_and_searched(),
    }


def _frame() -> Tables:
    return {
        "offices": [
            _row("registry", office="kdi", kind="sending-authority", jurisdiction="NO",
                 empowered_to="transfer", empowered_by="straffegjennomføringsloven § 1"),
            _row("registry", office="kdi-oslo", kind="sending-authority", part_of="kdi"),
            _row("registry", office="court", kind="court", jurisdiction="NO",
                 empowered_to="detain;stay;release", empowered_by="domstolloven § 1"),
            _row("registry", office="registry", kind="registry"),
            _row("registry", office="clinic", kind="clinic"),
            _row("registry", office="counsel", kind="counsel"),
            _row("registry", office="dji", kind="receiving-authority", jurisdiction="NL"),
            _row("registry", office="une", kind="protection-authority"),
            _row("registry", office="consulate", kind="consulate"),
            _row("registry", office="inspectorate", kind="inspectorate"),
        ],
        "places": [
            _row("inspectorate", place="norgerhaven", jurisdiction="NL", recognised="yes",
                 independent_access="yes", supervised_by="kdi"),
        ],
        "transfers": [
            _row("kdi", transfer="T1", proposed_by="kdi-oslo", sending="NO", receiving="NL",
                 destination="norgerhaven", departs_at="2017-03-15T08:00Z", manifest_open="yes",
                 onward="no",
                 request_received_on="2017-02-01"),
        ],
    }  # fmt: skip


def _person_and_title() -> Tables:
    return {
        "persons": [
            _row("registry", person="P1", transfer="T1", legal_status="sentenced",
                 born_on="1990-01-01", age_disputed="no", sex="1", residence="NO",
                 languages="no;en", held_since="2016-01-01T08:00Z",
                 added_to_manifest_at="2017-03-10T08:00Z"),
        ],
        "nationalities": [_row("registry", **PERSON, state="LT")],
        "identity_checks": [
            _row("registry", **PERSON, method="fingerprint", result="matched",
                 checked_at="2017-03-10T08:00Z"),
        ],
        "legal_bases": [
            _row("court", basis="B1", **PERSON, kind="sentence", issued_by="court",
                 law="straffeloven § 321", individual="yes", issued_on="2015-12-01", final="yes",
                 valid_until="2019-01-01", indefinite="no", state="in-force"),
        ],
        "sentences": [
            _row("court", sentence="S1", **PERSON, state="enforceable", final="yes",
                 length_months="36", indeterminate="no", starts_on="2016-01-01",
                 ends_on="2019-01-01", release_on="2018-06-01", started_in="NO",
                 expulsion_ordered="yes"),
        ],
    }  # fmt: skip


def _told_and_agreed() -> Tables:
    return {
        "notices": [
            _row("counsel", notice="N1", **PERSON, kind="transfer", served_at="2017-03-01T08:00Z",
                 language="en", understood="yes", reasons_given="yes", proof_of_service="yes",
                 window_ends_at="2017-03-08T08:00Z", window_waived="no"),
        ],
        "counsel": [
            _row("counsel", **PERSON, seen_at="2017-03-02T08:00Z", mandate="yes",
                 confidential="yes", declined_by_person="no"),
        ],
        "opinions": [
            _row("counsel", **PERSON, kind="consent", answer="agrees", given_at="2017-03-02T09:00Z",
                 voluntary="yes", informed="yes", by_representative="no", considered="yes"),
        ],
        "decisions": [
            _row("dji", **PERSON, kind="receiving-agrees", answer="yes", decided_on="2017-03-03",
                 decided_by="dji"),
        ],
        "consular_choices": [
            _row("consulate", **PERSON, told_at="2017-03-01T09:00Z", choice="declined"),
        ],
    }  # fmt: skip


def _examined_and_searched() -> Tables:
    return {
        "assessments": [
            _row("une", **PERSON, kind=kind, about="NL", about_place="norgerhaven",
                 individual="yes", outcome="no-bar", made_on="2017-02-20")
            for kind in ("refoulement", "enforced-disappearance", "security-level", "care")
        ],
        "examinations": [
            _row("clinic", **PERSON, kind="fit-to-travel", outcome="fit",
                 examined_at="2017-03-13T08:00Z", valid_until="2017-03-16"),
        ],
        "searches": [
            _row(KEEPER.get(register, "registry"), **PERSON, register=register,
                 searched_at="2017-03-14T10:00Z", complete="yes", found=FOUND.get(register, "0"))
            for register in SEARCHED
        ],
    }  # fmt: skip


def sheets_of(tables: Mapping[str, Iterable[Cells]], *, sealed: bool = True) -> list[Sheet]:
    """The tables as sheets; sealed with a list of their contents unless told otherwise."""
    sheets = [_sheet(name, list(rows)) for name, rows in tables.items()]
    if sealed and "contents" not in tables:
        lines = [
            {"table": table, "rows": rows, "sha256": digest, "recorded_at": RECORDED}
            for table, rows, digest in seal_of(sheets)
        ]
        sheets.append(_sheet("contents", lines))
    return sheets


def _sheet(name: str, rows: list[Cells]) -> Sheet:
    headings = tuple(dict.fromkeys(heading for row in rows for heading in row))
    written = tuple(
        SheetRow(line, {k: v for k, v in row.items() if v}) for line, row in enumerate(rows, 2)
    )
    return Sheet(name, f"{name}.csv", headings, written)


def asked(
    tables: Mapping[str, Iterable[Cells]],
    agreement: str | Agreement = "no-nl-2015-norgerhaven",
    *,
    at: datetime = NOW,
    sealed: bool = True,
) -> Asked:
    """The question, prepared."""
    terms = load(agreement) if isinstance(agreement, str) else agreement
    question = Question(terms, at, at.date(), max(at, NOW))
    return prepare(sheets_of(tables, sealed=sealed), "case", question)


def cleared(tables: Mapping[str, Iterable[Cells]], **how: object) -> Clearing:
    """The answer."""
    return answer(asked(tables, **how))  # type: ignore[arg-type]


def judged(tables: Mapping[str, Iterable[Cells]], **how: object) -> tuple[PersonFindings, ...]:
    """What came of each person, without the digests."""
    return judge(asked(tables, **how))  # type: ignore[arg-type]


def verdict(tables: Mapping[str, Iterable[Cells]], condition: str, **how: object) -> str:
    """What came of one condition for the first person."""
    findings = judged(tables, **how)[0].findings
    return next(f.verdict.value for f in findings if f.condition.id == condition)


def changed(tables: Tables, table: str, /, *, row: int = 0, **cells: str) -> Tables:
    """The tables with cells of one row changed; a row that is not there is added."""
    copy = deepcopy(tables)
    if row >= len(copy.setdefault(table, [])):
        copy[table].append({"recorded_at": RECORDED, "source": "file", **cells})
    else:
        copy[table][row].update(cells)
    return copy
