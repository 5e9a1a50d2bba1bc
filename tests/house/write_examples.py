"""``python -m tests.house.write_examples PAGE…``: write into pages what their examples print.

For who writes a page: give the commands, run this, read what came, and shorten it with ``…``.
An example whose shown lines already match is left as it is.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.house.console import RUN, Terminal, examples, matches
from tests.house.project import DOCS


def rewritten(page: str, terminal: Terminal) -> str:
    """The page with what each of its commands prints."""
    lines = page.split("\n")
    for example, printed in [
        (example, terminal.run(example.command))
        for example in examples(page)
        if example.program in RUN
    ][::-1]:
        if not matches(example.printed, printed):
            end = example.output_line - 1 + len(example.printed)
            lines[example.output_line - 1 : end] = printed
    return "\n".join(lines)


def write(pages: list[str]) -> None:
    """Rewrite the pages in place, each in a fresh copy of the guide's files."""
    for page in map(Path, pages):
        with tempfile.TemporaryDirectory() as folder:
            files = shutil.copytree(DOCS / "guide" / "files", Path(folder) / "files")
            page.write_text(rewritten(page.read_text("utf-8"), Terminal(files)), "utf-8")


if __name__ == "__main__":
    write(sys.argv[1:])
