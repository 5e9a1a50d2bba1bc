"""A spoiled file gives findings, or other terms under another hash; nothing else comes out."""

from __future__ import annotations

import string
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.agreement import Reading, read_agreement, terms_hash
from safeconduct.basics import Severity, languages, render
from tests.agreement.case import FILE, FRAMEWORKS, agreement_text, cases, sound

SOUND = [agreement_text(case.text).encode() for case in cases("tariff") if not case.expected]
TEXT = SOUND[0]
ORIGINAL = read_agreement(TEXT, FILE).agreement

bounded = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])

YAML_PIECES = st.sampled_from(
    [
        *(": ", "- ", "[", "]", "{", "}", ", ", "&a ", "*a ", "!!str ", "! ", "? ", "|\n", ">\n"),
        *("---\n", "...\n", "%YAML 1.2\n", "#", "'", '"', "\\", "\n", "\n  ", "\n    ", "<<: "),
        *("~", "null", "yes", "1e9", "0x1", "1_0", "2020-01-01", "\t", "\0", "\ufeff", "\u2028"),
        *("use", "title", "en", "es", "term", "tariff", "items", "shape", "rates", "value"),
        *("per-diem", "clause", '"3"', "gate", "id", "sources", "text", "amendments"),
    ]
)


def only_findings(data: bytes) -> Reading:
    """Read bytes; whatever they are, an agreement or whole findings come of it."""
    reading = read_agreement(data, FILE, FRAMEWORKS)
    assert len(reading.findings) <= 200
    for finding in reading.findings:
        assert finding.severity is Severity.ERROR
        assert finding.location.file == FILE
        assert (finding.location.line or 0) >= 1
        assert isinstance(finding.location.column, int)
        assert all(render(finding.message, lang) for lang in languages())
    places = [(finding.location.line or 0) for finding in reading.findings]
    assert all(first <= second for first, second in pairwise(places))
    return reading


@bounded
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    only_findings(data)


@bounded
@given(st.lists(YAML_PIECES | st.text(string.printable, max_size=5), max_size=60).map("".join))
def test_any_text_made_of_yaml(text: str) -> None:
    only_findings(text.encode("utf-8", "surrogatepass"))


@bounded
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_piece_of_an_agreement(first: int, last: int) -> None:
    only_findings(TEXT[first:last])


@bounded
@given(
    st.integers(0, len(TEXT) - 1),
    st.integers(0, 40),
    st.lists(YAML_PIECES, max_size=4).map("".join),
)
def test_any_stretch_replaced_by_pieces_of_yaml(at: int, length: int, pieces: str) -> None:
    unchanged_or_told(TEXT[:at] + pieces.encode() + TEXT[at + length :])


@bounded
@given(st.integers(0, len(TEXT) - 1), st.integers(0, 255))
def test_any_byte_replaced(at: int, byte: int) -> None:
    unchanged_or_told(TEXT[:at] + bytes([byte]) + TEXT[at + 1 :])


def unchanged_or_told(data: bytes) -> None:
    """No term changes while the hash stays, and the hash stays where no term changes."""
    assert ORIGINAL is not None
    spoiled = only_findings(data).agreement
    if spoiled is not None:
        assert (spoiled == ORIGINAL) == (terms_hash(spoiled) == terms_hash(ORIGINAL))


@pytest.mark.parametrize("spoil", [bytes.upper, bytes.lower, bytes.swapcase])
def test_another_case_of_letters(spoil: Callable[[bytes], bytes]) -> None:
    unchanged_or_told(spoil(TEXT))


def test_every_byte_left_out_of_a_small_agreement() -> None:
    small = agreement_text().encode()
    original = sound()
    for at in range(len(small)):
        spoiled = only_findings(small[:at] + small[at + 1 :]).agreement
        if spoiled is not None and spoiled != original:
            assert terms_hash(spoiled) != terms_hash(original)


@bounded
@given(st.integers(0, 300), st.sampled_from("[{-"))
def test_any_depth(depth: int, opener: str) -> None:
    step = {"[": "[", "{": "{a: ", "-": "- "}[opener]
    only_findings((step * depth).encode())


def test_very_long_lines_keys_and_texts_are_cut_in_what_is_said() -> None:
    long = "a" * 100_000
    for text in (f"{long}: 1\n", f"use: {long}\n", f"use: &{long} 1\n", f"use: !{long} 1\n"):
        reading = only_findings(text.encode())
        said = [render(f.message, lang) for f in reading.findings for lang in languages()]
        assert max(map(len, said)) < 400
