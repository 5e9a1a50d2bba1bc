"""Days on the command line."""

from __future__ import annotations

import re
from datetime import date

from safeconduct.basics import Finding, Message, Period, Severity, WrongInput

_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(option: str, text: str | None) -> date | None:
    """The day that an option names; None where the option was not given.

    Raises:
        WrongInput: if it names no day.
    """
    if text is None:
        return None
    try:
        if _WRITTEN.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    message = Message.of("cli.not-a-day", option=option, text=text)
    raise WrongInput(Finding(message, Severity.ERROR))


def read_window(first: str | None, end: str | None) -> Period | None:
    """The window of ``--from`` and ``--to``, each optional; the day of ``--to`` is outside it.

    Raises:
        WrongInput: if either names no day, or no day lies between them.
    """
    if first is None and end is None:
        return None
    start, stop = read_day("--from", first) or date.min, read_day("--to", end) or date.max
    if stop <= start:
        message = Message.of("cli.window-empty", first=start, end=stop)
        raise WrongInput(Finding(message, Severity.ERROR))
    return Period(start, stop)
