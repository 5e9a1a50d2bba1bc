"""Moments on the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from safeconduct.agreement import Agreement
from safeconduct.basics import Finding, Message, Severity, WrongInput


def read_moment(text: str | None, agreement: Agreement, now: datetime) -> datetime:
    """The moment of ``--at``: now unless told.

    A time without an offset is local time at the agreement's first place; a bare day is its end.

    Raises:
        WrongInput: if the text names no moment.
    """
    if text is None:
        return now
    zone = ZoneInfo(agreement.places[0].zone) if agreement.places else UTC
    try:
        if len(text) == len("2025-03-15"):
            return datetime.combine(date.fromisoformat(text), time.max, zone)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongInput(
            Finding(Message.of("clearance.not-a-moment", option="--at", text=text), Severity.ERROR)
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
