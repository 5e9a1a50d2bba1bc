"""Of one term, at most one value applies on a day."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from safeconduct.agreement.loading.dated import ValueAsWritten, ValuesAsWritten
from safeconduct.agreement.loading.draft import Draft, Written
from safeconduct.basics import Finding, Message


def values_apart(draft: Draft) -> Iterator[Finding]:
    """No two values that the same instrument states apply on the same day.

    The value of an amendment takes precedence over an earlier one, so that the two stand together;
    a gap between values is allowed.
    """
    for term in draft.each(ValuesAsWritten):
        for first, second in combinations(term.value.values, 2):
            day = _common_day(first, second)
            if first.amendment == second.amendment and day is not None:
                yield _overlap(draft.where(first), draft.where(second), day)


def _common_day(first: ValueAsWritten[Any], second: ValueAsWritten[Any]) -> date | None:
    """The first day on which both apply; the day before time where both always did."""
    start = max(first.start or date.min, second.start or date.min)
    ends = [end for end in (first.end, second.end) if end is not None]
    return start if all(start < end for end in ends) else None


def _overlap(first: Written[object], second: Written[object], day: date) -> Finding:
    line = first.node.mark.line
    if day == date.min:
        return second.error(Message.of("agreement.values-always-overlap", first_line=line))
    return second.error(Message.of("agreement.values-overlap", first_line=line, day=day))
