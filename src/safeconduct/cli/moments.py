"""Moments on the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, Message, Severity, WrongInput


def read_moment(text: str | None, agreement: Agreement | None, now: datetime) -> datetime:
    """The moment of ``--at``: now unless told.

    A time without an offset is local time at the agreement's first place; a bare day is its end.
    Where there is no agreement there is no place, and the offset must be stated.

    Raises:
        WrongInput: if the text names no moment.
    """
    if text is None:
        return now
    try:
        moment = _moment(text)
    except ValueError:
        raise _refused("clearance.not-a-moment", text) from None
    if moment.tzinfo:
        return moment
    if agreement is None:
        raise _refused("clearance.moment-without-offset", text)
    zone = ZoneInfo(agreement.places[0].zone) if agreement.places else UTC
    return moment.replace(tzinfo=zone)


def _moment(text: str) -> datetime:
    if len(text) == len("2025-03-15"):
        return datetime.combine(date.fromisoformat(text), time.max)
    return datetime.fromisoformat(text)


def _refused(code: str, text: str) -> WrongInput:
    return WrongInput(Finding(Message(code, {"option": "--at", "text": text}), Severity.ERROR))
