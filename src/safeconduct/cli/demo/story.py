"""The story: which commands are shown, in which order, and with which exit code each ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from safeconduct.cli.demo.altering import alter_a_copy


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the story.

    Attributes:
        code: message code of its title; ``CODE-why`` is the sentence before it, ``CODE-after``
            the one after it.
        command: what a person would type after ``safeconduct``, in the folder of the files.
        exit_code: the exit code with which it ends.
        beforehand: what is done to the files in the folder first; the sentence before says so.
    """

    code: str
    command: str
    exit_code: int
    beforehand: Callable[[Path], None] | None = None


_TERMS = (
    Step("cli.demo-check", "agreement check agreement.yaml", 0),
    Step("cli.demo-terms", "agreement show agreement.yaml --on 2026-09-16", 0),
)
_RECORD = (
    Step(
        "cli.demo-record",
        "record init record --origin record.example/norland --unprotected --policy-out policy.txt",
        0,
    ),
)
_WHO_MAY_BOARD = (
    Step(
        "cli.demo-board",
        "clear case --agreement agreement.yaml --at 2026-10-05T18:00 --record record",
        1,
    ),
    Step(
        "cli.demo-missing",
        "clear case --agreement agreement.yaml --at 2026-10-05T18:00 --missing",
        1,
    ),
    Step("cli.demo-order", "order order.yaml --cases case --record record", 1),
)
_DAYS = (
    Step(
        "cli.demo-days",
        "count register.csv --rule arrival-not-departure --absences absences.csv"
        " --absence-nights 3 --from 2026-07-01 --to 2026-10-01 --zone Europe/Lisbon",
        1,
    ),
)
_MONEY = (
    Step(
        "cli.demo-statement",
        "invoice register.csv --agreement agreement.yaml --period 2026-09"
        " --absences absences.csv --acts acts.csv --lines evidence.csv"
        " --pdf statement.pdf --freeze statement.json --issued-on 2026-10-02 --record record",
        1,
    ),
    Step(
        "cli.demo-correction",
        "invoice register-corrected.csv --agreement agreement.yaml --period 2026-09"
        " --absences absences.csv --acts acts.csv --against statement.json"
        " --issued-on 2026-10-12 --record record",
        1,
    ),
)
_TWO_BOOKS = (
    Step(
        "cli.demo-books",
        "reconcile books/ours.csv books/theirs.csv --agreement agreement.yaml --period 2026-10"
        " --absences books/our-absences.csv --dispute books/dispute.csv",
        1,
    ),
    Step(
        "cli.demo-dispute",
        "dispute settle books/answers.csv books/ours.csv books/theirs.csv"
        " --agreement agreement.yaml --period 2026-10 --absences books/our-absences.csv"
        " --corrected-ours books/ours-corrected.csv"
        " --corrected-theirs books/theirs-corrected.csv --record record",
        1,
    ),
)
_PROOF = (
    Step("cli.demo-append", "record append record record.json", 0),
    Step("cli.demo-timeline", "record timeline record --order C-613", 0),
    Step("cli.demo-verify", "record verify record --policy policy.txt", 0),
    Step("cli.demo-altered", "record verify record-altered --policy policy.txt", 1, alter_a_copy),
)
_A_REAL_AGREEMENT = (Step("cli.demo-real", "invoice --agreement us-sv-2025 --period 2025", 0),)

STORY = (
    *_TERMS,
    *_RECORD,
    *_WHO_MAY_BOARD,
    *_DAYS,
    *_MONEY,
    *_TWO_BOOKS,
    *_PROOF,
    *_A_REAL_AGREEMENT,
)
