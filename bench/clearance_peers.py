"""CEL and Cedar on the twelve flat conditions: how fast, and how many unknowns they let through.

Each is written as its users would write it. CEL: one expression a condition, an error stops. Cedar:
one ``permit``, and a ``forbid`` for each condition that fails; a policy in which an attribute is
missing is an error, and Cedar leaves such a policy out.
"""

from __future__ import annotations

import importlib
import json
import time
from collections.abc import Callable
from typing import Any

from bench.clearance import MOMENT, flat_conditions, opened
from safeconduct.engine import session

SAMPLE = 2000

Facts = dict[str, Any]

CEL = (
    "legal_status in ['sentenced', 'administrative']",
    "age_disputed == false",
    "departs_day - born_on >= 6575",
    "residence != receiving",
    "sex == '1'",
    "residence in ['NO', 'LT', 'SE']",
    "held_since < departs_at",
    "departs_at - held_since >= 24",
    "manifest_open || added <= closed",
    "now - held_since <= 20000",
    "age_disputed == false && sex in ['1', '2']",
    "legal_status == 'sentenced' || departs_day - born_on <= 21915",
)

CEDAR = """permit(principal, action, resource);
forbid(principal, action, resource) unless { ["sentenced", "administrative"].contains(context.legal_status) };
forbid(principal, action, resource) unless { context.age_disputed == false };
forbid(principal, action, resource) unless { context.departs_day - context.born_on >= 6575 };
forbid(principal, action, resource) unless { context.residence != context.receiving };
forbid(principal, action, resource) unless { context.sex == "1" };
forbid(principal, action, resource) unless { ["NO", "LT", "SE"].contains(context.residence) };
forbid(principal, action, resource) unless { context.held_since < context.departs_at };
forbid(principal, action, resource) unless { context.departs_at - context.held_since >= 24 };
forbid(principal, action, resource) unless { context.manifest_open || context.added <= context.closed };
forbid(principal, action, resource) unless { context.now - context.held_since <= 20000 };
forbid(principal, action, resource) unless { context.age_disputed == false && ["1", "2"].contains(context.sex) };
forbid(principal, action, resource) unless { context.legal_status == "sentenced" || context.departs_day - context.born_on <= 21915 };
"""  # noqa: E501 - one policy a line

_FACTS = """
    SELECT p.person, legal_status, age_disputed, born_on - DATE '1900-01-01' AS born_on, residence,
        sex, receiving, epoch(held_since)::BIGINT // 3600 AS held_since, manifest_open,
        departs_at_day - DATE '1900-01-01' AS departs_day,
        epoch(departs_at)::BIGINT // 3600 AS departs_at,
        epoch(added_to_manifest_at)::BIGINT // 3600 AS added,
        epoch(manifest_closed_at)::BIGINT // 3600 AS closed
    FROM persons p LEFT JOIN transfers USING (transfer)
    WHERE p.person IN (SELECT 'P' || n FROM range({sample}) r(n))
"""


def beside(case: str) -> None:
    """Print what each lets through, and how long it takes a person."""
    outcomes, facts = _sample(case)
    print(f"\nlet through, of {len(facts):,} persons (12 flat conditions)")
    free = {person for person, outcome in outcomes.items() if outcome == "no-bar-found"}
    unknown = {person for person, outcome in outcomes.items() if outcome == "undetermined"}
    print(f"  safeconduct: {len(free)} without bar, {len(unknown)} undetermined, 0 let through")
    for name, module, ask in (("CEL", "cel", _cel), ("Cedar", "cedarpy", _cedar)):
        try:
            peer = importlib.import_module(module)
        except ModuleNotFoundError:
            print(f"  {name}: not installed here")
            continue
        decide = ask(peer)
        begun = time.perf_counter()
        allowed = {person for person, known in facts.items() if decide(known)}
        each = (time.perf_counter() - begun) / len(facts) * 1e6
        print(
            f"  {name}: {len(allowed)} allowed, {len(allowed & unknown)} of the undetermined among "
            f"them, {len(free - allowed)} without bar stopped, {each:.0f} µs a person"
        )


def _sample(case: str) -> tuple[dict[str, str], dict[str, Facts]]:
    with session(memory_limit="1500MB") as connection:
        statement = opened(connection, case, flat_conditions())
        answered = connection.execute(f"SELECT person, outcome FROM ({statement.text})").fetchall()
        found = connection.execute(_FACTS.format(sample=SAMPLE))
        names = [column[0] for column in found.description]
        facts = {}
        for row in found.fetchall():
            known = {n: v for n, v in zip(names, row, strict=True) if v is not None}
            known["now"] = int(MOMENT.now.timestamp()) // 3600
            facts[known.pop("person")] = known
    return {person: outcome for person, outcome in answered if person in facts}, facts


def _cel(cel: Any) -> Callable[[Facts], bool]:
    programs = [cel.compile(expression) for expression in CEL]

    def decide(known: Facts) -> bool:
        try:
            return all(program.execute(known) for program in programs)
        except (RuntimeError, TypeError, ValueError):
            return False

    return decide


def _cedar(cedarpy: Any) -> Callable[[Facts], bool]:
    def decide(known: Facts) -> bool:
        request = {
            "principal": 'Person::"p"',
            "action": 'Action::"board"',
            "resource": 'Transfer::"t"',
            "context": known,
        }
        result = cedarpy.is_authorized(request, CEDAR, json.dumps([]))
        return bool(result.allowed)

    return decide
