"""The story: which commands are shown, in which order, and with which exit code each ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the story.

    Attributes:
        code: message code of the sentence before it; ``CODE-after`` is the one after it.
        command: what a person would type after ``safeconduct``, in the folder of the files.
        exit_code: the exit code with which it ends.
    """

    code: str
    command: str
    exit_code: int


STORY = (
    Step("cli.demo-check", "agreement check agreement.yaml", 0),
    Step("cli.demo-terms", "agreement show agreement.yaml --on 2026-09-16", 0),
    Step(
        "cli.demo-days",
        "count register.csv --rule arrival-not-departure --absences absences.csv"
        " --absence-nights 3 --from 2026-07-01 --to 2026-10-01 --zone Europe/Lisbon",
        1,
    ),
    Step(
        "cli.demo-statement",
        "invoice register.csv --agreement agreement.yaml --period 2026-09"
        " --absences absences.csv --acts acts.csv --lines evidence.csv"
        " --pdf statement.pdf --freeze statement.json",
        1,
    ),
    Step(
        "cli.demo-correction",
        "invoice register-corrected.csv --agreement agreement.yaml --period 2026-09"
        " --absences absences.csv --acts acts.csv --against statement.json",
        1,
    ),
    Step("cli.demo-real", "invoice --agreement us-sv-2025 --period 2025", 0),
)
