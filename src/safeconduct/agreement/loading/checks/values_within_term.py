"""No value is stated, and nothing falls due, on a day outside the term."""

from collections.abc import Callable, Iterator
from datetime import date

from safeconduct.agreement.agreement import Term
from safeconduct.agreement.loading.dated import ValueAsWritten
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.tariff import Grant, Indexation, Prepaid
from safeconduct.basics import ONE_DAY, Finding, Message


def values_within_term(draft: Draft) -> Iterator[Finding]:
    """The days that values and items name lie in the term, as far as it is known."""
    for term in draft.each(Term):
        for error, key, day in _days(draft):
            message = _outside(day, term.value)
            if message is not None:
                yield error(message, key)


def _days(draft: Draft) -> Iterator[tuple[Callable[[Message, str], Finding], str, date]]:
    """Each day with its key, and how an error at it is made."""
    for value in draft.each(ValueAsWritten):
        written = (("from", value.value.start), ("until", value.value.until))
        yield from ((value.error, key, day) for key, day in written if day is not None)
    for indexation in draft.each(Indexation):
        yield indexation.error, "first_on", indexation.value.first_on
    for prepaid in draft.each(Prepaid):
        yield prepaid.error, "due_on", prepaid.value.due_on
    for grant in draft.each(Grant):
        yield grant.error, "granted_on", grant.value.granted_on


def _outside(day: date, term: Term) -> Message | None:
    if term.start is not None and day < term.start:
        return Message.of("agreement.before-term", day=day, first=term.start)
    if term.end is not None and day >= term.end:
        return Message.of("agreement.after-term", day=day, last=term.end - ONE_DAY)
    return None
