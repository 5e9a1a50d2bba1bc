"""The searches of a case bundle: what a screening lets the gate know of each person."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.cli.written_files import write_file
from safeconduct.facts import GROUNDS
from safeconduct.screening import Screened, entries_found, is_closed

COLUMNS = (
    "person",
    "register",
    "searched_at",
    "complete",
    "found",
    "recorded_at",
    "attested_by",
    "source",
)
"""The columns of the table ``searches``."""


@dataclass(frozen=True, slots=True)
class Search:
    """What the rows say beside what was found.

    Attributes:
        register: which of the registers that agreements name was searched.
        attested_by: the office that vouches for the search; blank for none, which closes nothing.
        at: when it was searched.
    """

    register: str
    attested_by: str
    at: datetime


def check_register(register: str) -> str:
    """The register, if it is one that a search can name.

    Raises:
        WrongInput: if it is not.
    """
    known = next(
        column.codes for column in GROUNDS["searches"].columns if column.name == "register"
    )
    if register not in known:
        message = Message.of(
            "cli.screen-register-unknown", register=register, known=", ".join(known)
        )
        raise WrongInput(Finding(message, Severity.ERROR))
    return register


def write_searches(file: str, screened: Iterable[Screened], search: Search) -> None:
    """Write a search of each person, complete only where nothing is left to decide.

    Raises:
        WrongInput: if the file cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    moment = search.at.isoformat(timespec="minutes")
    for one in screened:
        coverage = one.coverage
        writer.writerow(
            (
                one.person.ref,
                search.register,
                moment,
                "yes" if is_closed(one) else "no",
                entries_found(one),
                moment,
                search.attested_by,
                f"safeconduct screen, register {coverage.register}, rules {coverage.rules}",
            )
        )
    write_file(Path(file), text.getvalue())
