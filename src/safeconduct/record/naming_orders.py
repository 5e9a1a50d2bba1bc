"""Which orders an entry names."""

from __future__ import annotations

from collections.abc import Mapping

from safeconduct.basics.digest import Plain

DECISION = "decision"


def orders_named(claims: Mapping[str, Plain]) -> frozenset[str]:
    """The orders that an entry is about, by their identifiers.

    An act names its ``order``, and one that lifts another names that ``lift`` too; a decision names
    the ``orders`` that it took into account.
    """
    body = claims.get("body")
    if not isinstance(body, dict):
        return frozenset()
    if claims.get("event") == DECISION:
        taken = body.get("orders")
        return frozenset(map(str, taken)) if isinstance(taken, list) else frozenset()
    named = (body.get("order"), body.get("lift"))
    return frozenset(one for one in named if isinstance(one, str) and one)
