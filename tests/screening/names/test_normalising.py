"""What no reader sees makes no difference: `cases/reading/normalised.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.screening.names.normalising import strict

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "reading" / "normalised.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(("written", "word"), CASES.items())
def test_a_word_is_brought_to_what_a_reader_sees(written: str, word: str) -> None:
    assert strict(written) == word


@given(st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_a_normalised_word_stays_as_it_is(written: str) -> None:
    assert strict(strict(written)) == strict(written)
