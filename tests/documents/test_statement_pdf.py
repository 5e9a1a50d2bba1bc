"""A statement on paper: what it says, in both languages, and that it can be checked."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from safeconduct.agreement import load
from safeconduct.basics import Lang
from safeconduct.compensation import read_frozen
from safeconduct.documents import typeset
from tests.compensation.inputs import statement
from tests.documents.samples import (
    COMMAND,
    ENGLISH,
    ISSUED,
    SPANISH,
    TILBURG,
    correction_of,
    document,
    full,
    provenance,
)


def read(pdf: bytes) -> str:
    """The text of a PDF, blanks and line ends as one blank each."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", " ".join(pages))


@pytest.fixture(scope="module")
def english() -> str:
    return read(typeset(document(full(), notes=correction_of(full()))))


@pytest.fixture(scope="module")
def spanish() -> str:
    return read(typeset(document(full(), SPANISH, notes=correction_of(full()))))


def test_parties_period_currency_and_day_of_issue(english: str) -> None:
    assert "Belgium – Directoraat-generaal Penitentiaire Inrichtingen" in english
    assert "Netherlands – Dienst Justitiële Inrichtingen" in english
    assert "1 January 2011 – 31 December 2011 (365 days)" in english
    assert "15 January 2012" in english


def test_each_line_has_clause_quantity_rate_amount_and_grade(english: str) -> None:
    found = full()
    assert len(found.lines) == 4
    for line in found.lines:
        assert str(line.clause) in english
        assert line.label.en in english
        assert f"{line.amount.amount:,}" in english
        assert f"{line.rate:,}" in english
    assert "assumed" in english


def test_the_total(english: str) -> None:
    assert f"Total {full().total.amount:,}" in english


def test_what_is_provisional_and_why(english: str) -> None:
    assert "Provisional: lines marked so can change" in english
    assert "nl-finance-justice 2010 missing; at the last price level" in english
    assert "the places of some days are unknown" in english


def test_the_index_factor_of_each_line(english: str) -> None:
    assert english.count("rate × index factor 1.015") == len(full().lines)


def test_what_was_assumed_and_why(english: str) -> None:
    assumed = {one for line in full().lines for one in line.assumed}
    assert assumed
    for citation in assumed:
        assert citation.why is not None
        assert citation.why.en in english


def test_what_a_person_must_look_at(english: str) -> None:
    assert "690 places were made available; the agreement prices 681 at most" in english


def test_sources_are_named_with_where_they_can_be_read(english: str) -> None:
    assert TILBURG.sources[0].title in english
    assert TILBURG.sources[0].where in english


def test_how_to_check_it(english: str) -> None:
    found = full()
    assert COMMAND in english
    assert found.terms_hash in english
    assert found.files[0].digest in english
    assert provenance(found).digest in english


def test_the_corrections_cite_both_versions(english: str) -> None:
    (note,) = correction_of(full())
    assert "Debit note" in english
    assert note.corrects in english
    assert note.corrected_by in english
    assert f"{note.total.amount:,}" in english


def test_boxes_to_sign_in_for_both_sides(english: str) -> None:
    assert "Sending side: Belgium" in english
    assert "Receiving side: Netherlands" in english
    assert english.count("Signature") >= 2


def test_pages_are_numbered(english: str) -> None:
    assert "Page 1 of 2" in english


def test_spanish_words_days_and_numbers(spanish: str) -> None:
    assert "Estado de cuenta" in spanish
    assert "1 de enero de 2011 – 31 de diciembre de 2011 (365 días)" in spanish
    assert "30.000.000,00" in spanish
    assert "Hasta 500 plazas, con independencia del uso" in spanish
    assert "Nota de débito" in spanish
    assert "Statement" not in spanish


def test_no_code_of_the_catalogue_shows_itself(english: str, spanish: str) -> None:
    for text in (english, spanish):
        assert not re.search(r"\b(documents|compensation)\.[a-z]", text)


def test_the_frozen_statement_is_attached_and_reads_back() -> None:
    found = full()
    reader = PdfReader(io.BytesIO(typeset(document(found))))
    (content,) = reader.attachments["statement.json"]
    kept = read_frozen(content)
    assert kept.total == found.total
    assert kept.issued_on == ISSUED


def test_comparisons_are_said_not_to_be_owed() -> None:
    agreement = load("us-sv-2025")
    found = statement(agreement, "2025-03")
    text = read(typeset(document(found, agreement=agreement)))
    assert "Beside the statement: not owed" in text
    assert "No clause is known that refunds an unused part." in text


def test_a_statement_without_lines_is_a_statement_too() -> None:
    agreement = load("us-sv-2025")
    found = statement(agreement, "2025-05")
    assert found.lines == ()
    assert "Total 0.00" in read(typeset(document(found, agreement=agreement)))


@pytest.mark.parametrize("lang", [ENGLISH, SPANISH])
def test_the_same_statement_has_the_same_bytes(lang: Lang) -> None:
    assert typeset(document(full(), lang)) == typeset(document(full(), lang))
