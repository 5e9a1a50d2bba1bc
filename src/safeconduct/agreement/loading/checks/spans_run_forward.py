"""A span of days does not end before it begins."""

from collections.abc import Iterator
from datetime import date

from safeconduct.agreement.agreement import Term
from safeconduct.agreement.loading.dated import ValueAsWritten
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding, Message


def spans_run_forward(draft: Draft) -> Iterator[Finding]:
    """The term, and every dated value, hold at least one day."""
    for term in draft.each(Term):
        if _is_empty(term.value.start, term.value.end):
            yield term.error(Message.of("agreement.ends-before-it-begins"), "until")
    for value in draft.each(ValueAsWritten):
        if _is_empty(value.value.start, value.value.end):
            yield value.error(Message.of("agreement.ends-before-it-begins"), "until")


def _is_empty(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end <= start
