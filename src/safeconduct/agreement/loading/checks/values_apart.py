"""Of one term, at most one value applies on a day."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from safeconduct.agreement.agreement import Amendment
from safeconduct.agreement.loading.dated import ValueAsWritten, ValuesAsWritten
from safeconduct.agreement.loading.draft import Draft, Written
from safeconduct.basics import Finding, Message


def values_apart(draft: Draft) -> Iterator[Finding]:
    """No two values of one rank apply on the same day.

    The value of an amendment ranks above earlier ones, by the day on which the amendment takes
    effect, so that such values stand together. A gap between values is allowed.
    """
    days = {written.value.id: written.value.takes_effect for written in draft.each(Amendment)}
    for term in draft.each(ValuesAsWritten):
        known = [v for v in term.value.values if not v.amendment or v.amendment in days]
        for first, second in combinations(known, 2):
            if days.get(first.amendment) != days.get(second.amendment):
                continue
            day = _common_day(first, second, days.get(first.amendment) or date.min)
            if day is not None:
                yield _overlap(draft.where(first), draft.where(second), day)


def _common_day(
    first: ValueAsWritten[Any], second: ValueAsWritten[Any], earliest: date
) -> date | None:
    """The first day on which both apply; the first of all days where both always did."""
    start = max(first.start or earliest, second.start or earliest)
    ends = [end for end in (first.end, second.end) if end is not None]
    return start if all(start < end for end in ends) else None


def _overlap(first: Written[object], second: Written[object], day: date) -> Finding:
    line = first.node.mark.line
    if day == date.min:
        return second.error(Message.of("agreement.values-always-overlap", first_line=line))
    return second.error(Message.of("agreement.values-overlap", first_line=line, day=day))
