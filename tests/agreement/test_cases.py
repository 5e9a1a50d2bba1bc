"""What is wrong with an agreement is found, at its place; what is sound is read."""

from __future__ import annotations

import pytest

from safeconduct.basics import Lang, advice, languages, render
from tests.agreement.case import Case, cases, placed, read

FILES = ("keys", "texts", "citations", "values", "whole", "tariff")
CASES = [case for file in FILES for case in cases(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_marked_is_found_and_nothing_else(case: Case) -> None:
    reading = read(case.text)
    assert [placed(finding) for finding in reading.findings] == list(case.expected)
    assert (reading.agreement is None) == bool(case.expected)


@pytest.mark.parametrize("lang", languages())
def test_every_finding_is_a_whole_sentence_and_says_what_would_be_right(lang: Lang) -> None:
    found = [finding for case in CASES for finding in read(case.text).findings]
    for finding in found:
        said = render(finding.message, lang)
        assert said != finding.code
        assert "{" not in said.replace("[ or {", "")
        assert advice(finding.message, lang) or finding.code == "agreement.same-entry"
