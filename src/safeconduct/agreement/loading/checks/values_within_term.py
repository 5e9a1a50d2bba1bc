"""No value is stated for a day outside the term."""

from collections.abc import Iterator
from datetime import date

from safeconduct.agreement.agreement import Term
from safeconduct.agreement.loading.dated import ValueAsWritten
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import ONE_DAY, Finding, Message


def values_within_term(draft: Draft) -> Iterator[Finding]:
    """The days written behind ``from`` and ``until`` lie in the term, as far as it is known."""
    for term in draft.each(Term):
        for value in draft.each(ValueAsWritten):
            written = (("from", value.value.start), ("until", value.value.until))
            for key, day in written:
                message = None if day is None else _outside(day, term.value)
                if message is not None:
                    yield value.error(message, key)


def _outside(day: date, term: Term) -> Message | None:
    if term.start is not None and day < term.start:
        return Message.of("agreement.before-term", day=day, first=term.start)
    if term.end is not None and day >= term.end:
        return Message.of("agreement.after-term", day=day, last=term.end - ONE_DAY)
    return None
