"""The reference page of the format shows what the loader reads."""

from __future__ import annotations

import re

import pytest

from safeconduct.agreement import Grade
from safeconduct.agreement.loading.sections.tariff_items import ITEM
from tests.agreement.case import placed, read
from tests.agreement.format_tables import PAGE, page_with, tables

TEXT = PAGE.read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


def test_the_tables_are_those_of_the_declarations() -> None:
    assert page_with(tables()) == TEXT, "python -m tests.agreement.format_tables"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.partition(":")[0])
def test_every_example_is_sound(example: str) -> None:
    assert [placed(finding) for finding in read(example).findings] == []


@pytest.mark.parametrize("word", [*ITEM.records, *(grade.value for grade in Grade)])
def test_every_price_shape_and_grade_is_explained(word: str) -> None:
    assert re.search(rf"^\| `{word}` \| [A-Z].*\.", TEXT, re.MULTILINE)


def test_examples_are_found() -> None:
    assert len(EXAMPLES) >= 4
