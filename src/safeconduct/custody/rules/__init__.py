"""The five ways in which agreements count days, one a file, each under the contract's name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.custody.rules.arrival_not_departure import ARRIVAL_NOT_DEPARTURE
from safeconduct.custody.rules.arrival_not_departure_min_one import ARRIVAL_NOT_DEPARTURE_MIN_ONE
from safeconduct.custody.rules.both_ends import BOTH_ENDS
from safeconduct.custody.rules.elapsed_24h import ELAPSED_24H
from safeconduct.custody.rules.midnights import MIDNIGHTS
from safeconduct.custody.rules.rule import Rule

RULES: Mapping[DayCountRule, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            ARRIVAL_NOT_DEPARTURE,
            ARRIVAL_NOT_DEPARTURE_MIN_ONE,
            BOTH_ENDS,
            MIDNIGHTS,
            ELAPSED_24H,
        )
    }
)

__all__ = ["RULES", "Rule"]
