"""Every claim of the conformance page names a test that exists, and none claims without one."""

from __future__ import annotations

import ast
from collections import Counter

from tests.conformance.page import PAGE, ROOT, items, page

STATUSES = {"shown", "part", "not yet", "not software"}


def test_every_item_red_line_and_rule_has_its_row() -> None:
    prefixes = Counter(row["id"].rstrip("0123456789") for row in items())
    assert prefixes == {"ED": 19, "MR": 21, "LP": 19, "TS": 14, "DP": 11, "RL": 18, "S": 10}
    assert len({row["id"] for row in items()}) == 112


def test_what_is_shown_names_its_test_and_what_is_not_names_none() -> None:
    for row in items():
        assert row["status"] in STATUSES
        assert ("test" in row) == (row["status"] in {"shown", "part"}), row["id"]
        assert row["status"] != "part" or row["shows"], row["id"]


def test_every_test_that_is_named_exists() -> None:
    for row in items():
        if "test" in row:
            file, _, name = row["test"].partition("::")
            tree = ast.parse((ROOT / file).read_text("utf-8"))
            assert name in {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}, row["id"]


def test_the_page_is_what_the_items_say() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.conformance.page"
