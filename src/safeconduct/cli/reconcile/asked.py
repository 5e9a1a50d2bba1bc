"""Two books and what decides between them, asked for alike by every command that compares books."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from typing import Annotated, Any

import typer

from safeconduct.agreement import Agreement
from safeconduct.agreement import load as load_agreement
from safeconduct.basics import Finding, Message, Period, Severity, WrongInput, read_period
from safeconduct.cli.days import read_day
from safeconduct.cli.reconcile.files import Files

OursArgument = Annotated[str, typer.Argument(metavar="OURS", help="reconciliation.help-ours")]
TheirsArgument = Annotated[str, typer.Argument(metavar="THEIRS", help="reconciliation.help-theirs")]
AgreementOption = Annotated[
    str, typer.Option("--agreement", metavar="AGREEMENT", help="reconciliation.help-agreement")
]
PeriodOption = Annotated[
    str | None, typer.Option("--period", metavar="PERIOD", help="reconciliation.help-period")
]
AbsencesOption = Annotated[
    str, typer.Option("--absences", metavar="FILE", help="reconciliation.help-absences")
]
TheirAbsencesOption = Annotated[
    str, typer.Option("--their-absences", metavar="FILE", help="reconciliation.help-their-absences")
]
PlacesOption = Annotated[
    str, typer.Option("--places", metavar="FILE", help="reconciliation.help-places")
]
ActsOption = Annotated[str, typer.Option("--acts", metavar="FILE", help="reconciliation.help-acts")]
IndicesOption = Annotated[
    str, typer.Option("--indices", metavar="FILE", help="reconciliation.help-indices")
]
DatedOption = Annotated[
    str | None, typer.Option("--dated", metavar="DAY", help="reconciliation.help-dated")
]


@dataclass(frozen=True, slots=True)
class TwoBooks:
    """What a person asks to be compared.

    Attributes:
        files: the files of both books, and of what both are billed for alike.
        named: every path that is read, so that none of them is written over.
        terms: the agreement.
        period: the period asked for; None for every day of both books.
        on: the day that documents bear.
    """

    files: Files
    named: tuple[str, ...]
    terms: Agreement
    period: Period | None
    on: date


def two_books(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    ours: OursArgument,
    theirs: TheirsArgument,
    agreement: AgreementOption,
    period: PeriodOption = None,
    absences: AbsencesOption = "",
    their_absences: TheirAbsencesOption = "",
    places: PlacesOption = "",
    acts: ActsOption = "",
    indices: IndicesOption = "",
    dated: DatedOption = None,
) -> TwoBooks:
    """What is asked for, read as far as it is no book.

    Raises:
        WrongInput: if the agreement, the period or the day cannot be read.
    """
    files = Files(ours, theirs, absences, their_absences, places, acts, indices)
    return TwoBooks(
        files,
        (agreement, *files.named),
        load_agreement(agreement),
        _period(period),
        read_day("--dated", dated) or datetime.now(UTC).date(),
    )


def of_two_books(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes two books: the options of ``two_books`` in the place of ``books``.

    The command-line library reads options off the signature of a function. Options that several
    commands share would have to be repeated in each; so they stand in one signature, and this puts
    them into those of the commands.
    """
    own = inspect.signature(command, eval_str=True).parameters
    shared = inspect.signature(two_books, eval_str=True).parameters
    parameters = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, one in own.items()
        for parameter in (shared.values() if name == "books" else (one,))
    ]

    @wraps(command)
    def run(**given: Any) -> None:
        asked = {name: given.pop(name) for name in shared}
        command(books=two_books(**asked), **given)

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what wraps reads
    return run


def _period(text: str | None) -> Period | None:
    if text is None:
        return None
    try:
        return read_period(text)
    except ValueError:
        message = Message.of("reconciliation.no-period", text=text)
        raise WrongInput(Finding(message, Severity.ERROR)) from None
