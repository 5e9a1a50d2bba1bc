"""A span of days does not end before it begins."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from safeconduct.agreement.agreement import Term
from safeconduct.agreement.conditions import Condition
from safeconduct.agreement.loading.dated import ValueAsWritten
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding, Message


class Span(Protocol):
    """What has days."""

    @property
    def start(self) -> date | None:
        """The first day."""

    @property
    def end(self) -> date | None:
        """The day after the last one."""


SPANS: tuple[type[Span], ...] = (Term, ValueAsWritten, Condition)


def spans_run_forward(draft: Draft) -> Iterator[Finding]:
    """The term, every dated value and every condition hold at least one day."""
    for kind in SPANS:
        for span in draft.each(kind):
            if _is_empty(span.value.start, span.value.end):
                yield span.error(Message.of("agreement.ends-before-it-begins"), "until")


def _is_empty(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end <= start
