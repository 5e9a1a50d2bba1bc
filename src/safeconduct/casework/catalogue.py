"""Every act there is. Forms, the API, the test of rights and the documentation follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.agreement import ACTS as AGREEMENT
from safeconduct.casework.acts.clearing import ACTS as CLEARING
from safeconduct.casework.acts.custody import ACTS as CUSTODY
from safeconduct.casework.acts.data import ACTS as DATA
from safeconduct.casework.acts.handover import ACTS as HANDOVER
from safeconduct.casework.acts.manifest import ACTS as MANIFEST
from safeconduct.casework.acts.money import ACTS as MONEY
from safeconduct.casework.acts.orders import ACTS as ORDERS
from safeconduct.casework.acts.oversight import ACTS as OVERSIGHT
from safeconduct.casework.acts.persons import ACTS as PERSONS
from safeconduct.casework.acts.public import ACTS as PUBLIC

_ROOMS: tuple[tuple[Act[Any], ...], ...] = (
    AGREEMENT, PERSONS, ORDERS, MANIFEST, CLEARING, HANDOVER, CUSTODY,
    MONEY, OVERSIGHT, DATA, PUBLIC,
)  # fmt: skip

ACTS: Mapping[str, Act[Any]] = MappingProxyType({act.name: act for room in _ROOMS for act in room})
"""Every act, by name, in the order of the flow."""
