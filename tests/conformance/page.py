"""The conformance page: one row for each item, with the test that shows it.

``python -m tests.conformance.page`` writes ``docs/conformance.md``; a test compares.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs" / "conformance.md"

Item = dict[str, str]

HEAD = """# Conformance

One row for each of the 84 items of the checklists, the 18 red lines and the ten rules against
making unlawful transfers look lawful. *Shown*: the named test fails if the product stops doing it.
*Part*: the test shows less than the item asks; the last column says what. *Not yet*: nothing shows
it. *Not software*: a program cannot do it.

The wording of several instruments was not re-read against their text; the items are in words of
our own, and none of this is a legal opinion.
"""


def items() -> list[Item]:
    """The rows, in order."""
    read: list[Item] = yaml.safe_load((HERE / "items.yaml").read_text("utf-8"))
    return read


def page() -> str:
    """The page's text."""
    rows = items()
    counted = Counter(row["status"] for row in rows)
    total = ", ".join(f"{counted[name]} {name}" for name in ("shown", "part", "not yet"))
    lines = [
        HEAD,
        f"{len(rows)} rows: {total}, {counted['not software']} not software.\n",
        "| item | source | requirement | status | test | what it shows |",
        "|---|---|---|---|---|---|",
        *(_row(row) for row in rows),
    ]
    return "\n".join(lines) + "\n"


def _row(row: Item) -> str:
    test = f"`{row['test']}`" if "test" in row else ""
    return (
        f"| {row['id']} | {row['source']} | {row['item']} | {row['status']} | {test} "
        f"| {row.get('shows', '')} |"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
