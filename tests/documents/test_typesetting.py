"""Typesetting: accessible, archival, and deaf to whatever a text tries to say to it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from safeconduct.basics import Lang
from safeconduct.documents import (
    Attachment,
    Block,
    Cell,
    Code,
    Document,
    Facts,
    Figure,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Signatures,
    Table,
    typeset,
)
from safeconduct.documents.printable import LONGEST, RANGES, printable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="8"/></svg>'


def document(*blocks: Block, title: str = "Title") -> Document:
    return Document(
        title=title,
        subtitle="Subtitle",
        lang=Lang("en"),
        author="Author",
        dated=date(2026, 3, 31),
        running="running",
        page_of="Page {page} of {pages}",
        blocks=blocks,
    )


def every_block(text: str) -> tuple[Block, ...]:
    return (
        Heading(text, 2),
        Paragraph(text),
        Notice(text),
        Listing((text, text)),
        Facts(((text, text),)),
        Table((text, text), ((Cell(text, (text,)), Cell(text)),), (1,), (0,), (text, text)),
        Code(text),
        Signatures((text, text), (text,)),
        Figure(SVG, text, text),
    )


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in read(pdf).pages)


@pytest.fixture(scope="module")
def made() -> PdfReader:
    whole = replace(
        document(*every_block("word")),
        attachments=(Attachment("a.json", "application/json", "{}", "A file"),),
    )
    return read(typeset(whole))


def test_it_declares_both_standards(made: PdfReader) -> None:
    root: Any = made.root_object
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>3</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_it_is_tagged_and_says_its_language_and_title(made: PdfReader) -> None:
    root: Any = made.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata is not None
    assert made.metadata.title == "Title – Subtitle"
    assert made.metadata.author == "Author"


def structure(element: Any) -> list[str]:
    """The kinds of all structure elements beneath one."""
    children = element.get("/K", [])
    children = children if isinstance(children, list) else [children]
    found = [str(element["/S"])] if "/S" in element else []
    for child in children:
        whole = child.get_object() if hasattr(child, "get_object") else child
        if hasattr(whole, "get"):
            found += structure(whole)
    return found


def test_headings_tables_and_figures_are_tagged_as_such(made: PdfReader) -> None:
    kinds = set(structure(made.root_object["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/Figure"} <= kinds


def test_every_typeface_is_embedded(made: PdfReader) -> None:
    fonts = {
        name: font.get_object()
        for page in made.pages
        for name, font in page["/Resources"]["/Font"].items()  # type: ignore[index]
    }
    assert fonts
    for font in fonts.values():
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


HOSTILE = [
    "#panic()",
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    "$ integral $ *bold* _it_ = Heading",
    "`raw` <label> @reference // comment /* x */",
    '"; #eval("1+1") //',
    "\\u{202E} \\ #{ } [ ]",
    "sha256: </script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_taken_for_an_instruction(text: str) -> None:
    shown = text_of(typeset(document(Paragraph(text), title=text)))
    assert shown.count(text) >= 2


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_block_it_stands_in(text: str) -> None:
    assert text_of(typeset(document(*every_block(text)))).count(text.split(maxsplit=1)[0]) >= 9


@given(st.text(max_size=40).map(lambda text: text if text.strip() else "–"))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_set(text: str) -> None:
    assert typeset(document(*every_block(text), title=text)).startswith(b"%PDF-")


@pytest.mark.parametrize("without_words", [lambda: Heading(" "), lambda: Figure(SVG, "", "x")])
def test_what_has_no_words_for_a_listener_is_refused(without_words: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="says"):
        without_words()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Justitiële – «Señal» €", "Justitiële – «Señal» €"),
        ("Приют", "Приют"),
        ("漢", "[U+6F22]"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\u00adb", "a[U+00AD]b"),
        ("a\x00b", "a[U+0000]b"),
        ("a\nb\r\nc", "a b c"),
        ("e\u0301", "é"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_what_the_typefaces_lack_is_spelled(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_text_without_end_is_cut() -> None:
    assert len(printable("x" * 1_000_000)) == LONGEST
    assert printable("x" * 1_000_000).endswith("…")


def test_every_character_that_passes_has_a_shape() -> None:
    rows = ["".join(chr(one) + " " for one in range(first, last + 1)) for first, last in RANGES]
    texts = [row[start : start + 200] for row in rows for start in range(0, len(row), 200)]
    assert typeset(document(Listing(tuple(texts)), *(Code(text) for text in texts)))
