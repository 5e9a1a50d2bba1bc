"""The shortest list of facts that would settle the undetermined, by who can supply them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from safeconduct.clearance.findings import PersonFindings
from safeconduct.clearance.missing.needs import Need, who_can_supply
from safeconduct.clearance.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact that is wanted.

    Attributes:
        need: what it is.
        persons: for whom.
        settles: the conditions that wait for it.
        lines: the rows in which it is blank; none where a row is wanted.
    """

    need: Need
    persons: tuple[str, ...]
    settles: tuple[str, ...]
    lines: tuple[int, ...] = ()


def wanted_for(person: PersonFindings) -> tuple[Wanted, ...]:
    """What would settle one person, each fact once; nothing for somebody who is barred."""
    if person.outcome is not Outcome.UNDETERMINED:
        return ()
    waiting: dict[Need, list[str]] = defaultdict(list)
    for finding in person.findings:
        for need in finding.needs:
            waiting[need].append(finding.condition.id)
    return tuple(
        Wanted(need, (person.person,), tuple(conditions), (need.line,) if need.line else ())
        for need, conditions in sorted(waiting.items())
    )


def wanted_by_office(
    persons: Iterable[PersonFindings],
) -> Mapping[tuple[str, ...], tuple[Wanted, ...]]:
    """What would settle a manifest, by the kinds of office that can supply it.

    What is the same for several persons, such as a fact of the transfer, stands once; the same
    question on several persons stands once with all of them.
    """
    merged: dict[Need, tuple[dict[str, None], dict[str, None], set[int]]] = {}
    for person in persons:
        for wanted in wanted_for(person):
            names, conditions, lines = merged.setdefault(_asked_once(wanted.need), ({}, {}, set()))
            lines.update(wanted.lines)
            names[person.person] = None
            conditions.update(dict.fromkeys(wanted.settles))
    by_office: dict[tuple[str, ...], list[Wanted]] = defaultdict(list)
    for need, (names, conditions, lines) in merged.items():
        wanted = Wanted(need, tuple(names), tuple(conditions), tuple(sorted(lines)))
        by_office[who_can_supply(need)].append(wanted)
    return {office: tuple(found) for office, found in sorted(by_office.items(), key=_most_first)}


def _most_first(entry: tuple[tuple[str, ...], list[Wanted]]) -> tuple[int, tuple[str, ...]]:
    office, found = entry
    return -sum(len(wanted.persons) for wanted in found), office


def _asked_once(need: Need) -> Need:
    """The question without the row, so that the same gap of several persons is one question."""
    return replace(need, line=min(need.line, 1))
