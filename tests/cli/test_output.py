"""What goes into a file or a pipe: whole lines, and nothing that fills them up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import safeconduct

BOOK = "booking,place,arrived_at,departed_at\n{id},jail,2011-03-01,2011-03-05\n"


def test_a_piped_table_has_no_trailing_blanks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(BOOK.format(id="b1"), "utf-8")
    theirs.write_text(BOOK.format(id="a-long-identifier"), "utf-8")
    ran = safeconduct(capsys, "reconcile", ours, theirs, "--agreement", "us-usms-2007-irwin")
    lines = ran.out.splitlines()
    assert len(lines) > 3
    assert [line for line in lines if line != line.rstrip()] == []
