"""Papers of a node: what each says, in both languages, and the entry to which it leads."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from safeconduct.compensation import read_frozen
from tests.web.served import A
from tests.web.visitor import Visitor

RECEIPT = f"{A}/manifests/T-6/handover.pdf"
CLEARANCE = f"{A}/manifests/T-10/people/N5200/clearance.pdf"
STATEMENT = f"{A}/statements/S-1/paper.pdf"


def read(handle: str, path: str, lang: str = "en") -> PdfReader:
    answer = Visitor(handle, lang).get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    return PdfReader(io.BytesIO(answer.body))


def words(paper: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


def test_a_receipt_tells_line_by_line_who_holds_whom() -> None:
    said = words(read("directorate", RECEIPT))
    assert said.count("Sudmark (XB)") == 7
    refused = said.partition("(N5044)")[2].partition("(N5045)")[0]
    assert "refused" in refused
    assert "identity not matched" in refused
    assert "Norland (XA)" in refused


def test_a_clearance_is_no_approval_and_bears_what_was_signed() -> None:
    said = words(read("signer", CLEARANCE))
    assert "no bar found in the facts supplied" in said
    assert "approv" not in said.lower()
    assert said.count("sha256:") == 5
    for fact in ("Facts recorded by", "Law as of", "Computed at", "transfer-unit", "Clause"):
        assert fact in said


def test_a_clearance_leaves_out_what_is_closed_to_its_reader_and_says_so() -> None:
    assert "are left out" not in words(read("signer", CLEARANCE))
    assert "are left out" in words(read("directorate", CLEARANCE))


def test_a_statement_is_the_frozen_one_and_bears_it() -> None:
    paper = read("finance", STATEMENT)
    frozen = read_frozen(paper.attachments["statement.json"][0])
    assert frozen.digest in words(paper)
    assert f"{frozen.total.amount:,}" in words(paper)


@pytest.mark.parametrize(
    ("handle", "path", "says"),
    [
        ("directorate", RECEIPT, "Ejerce la jurisdicción"),
        ("signer", CLEARANCE, "Resumen de los resultados"),
        ("finance", STATEMENT, "Lo debido"),
    ],
)
def test_a_paper_speaks_the_page_s_language(handle: str, path: str, says: str) -> None:
    assert says in words(read(handle, path, "es"))


@pytest.mark.parametrize(
    ("handle", "path"),
    [("directorate", RECEIPT), ("signer", CLEARANCE), ("finance", STATEMENT)],
)
def test_a_paper_leads_to_its_entry(handle: str, path: str) -> None:
    said = words(read(handle, path))
    number = said.partition("/entries/")[2].split(" ")[0]
    assert f"Entry {number} of the record" in said


@pytest.mark.parametrize(
    ("page", "handle", "paper"),
    [
        (f"{A}/manifests/T-6/handover", "directorate", RECEIPT),
        (f"{A}/manifests/T-10/people/N5200/findings", "signer", CLEARANCE),
        (f"{A}/statements/S-1", "finance", STATEMENT),
    ],
)
def test_a_page_offers_its_paper(page: str, handle: str, paper: str) -> None:
    assert f'href="{paper}"' in Visitor(handle).get(page).text


@pytest.mark.parametrize(
    "path",
    [f"{A}/manifests/T-10/handover.pdf", f"{A}/manifests/T-10/people/N5211/clearance.pdf"],
)
def test_there_is_no_paper_of_what_has_not_happened(path: str) -> None:
    assert Visitor("signer").get(path).status == 404
