"""What a person asked for with ``safeconduct invoice``: files in, files out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, Message, Period, Severity, WrongInput, read_period


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments and options of one run, read.

    Attributes:
        agreement: the agreement.
        asked: the period asked for.
        bookings: file of bookings; None where none was given, as for every other file.
        absences: file of absences.
        places: file of places made available.
        acts: file of acts.
        indices: file of index figures.
        flags: file of disputed and unregistered days.
        until: cut-off of open bookings.
    """

    agreement: Agreement
    asked: Period
    bookings: str | None
    absences: str | None
    places: str | None
    acts: str | None
    indices: str | None
    flags: str | None
    until: date | None


def need_bookings(bookings: str | None, options: Mapping[str, str | None]) -> None:
    """Refuse options that say something of bookings where no bookings were given.

    Raises:
        WrongInput: naming the first such option.
    """
    given = [option for option, value in options.items() if value is not None]
    if bookings is None and given:
        message = Message.of("cli.invoice-needs-bookings", option=given[0])
        raise WrongInput(Finding(message, Severity.ERROR))


def read_asked_period(text: str) -> Period:
    """The period of ``--period``.

    Raises:
        WrongInput: if it is none.
    """
    try:
        return read_period(text)
    except ValueError:
        message = Message.of("cli.not-a-period", text=text[:60])
        raise WrongInput(Finding(message, Severity.ERROR)) from None
