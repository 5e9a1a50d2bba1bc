"""Who has acted on an order before, and what an entry says of it in clear."""

from __future__ import annotations

from safeconduct.basics.digest import Plain
from safeconduct.casework.plan import NewRow
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation


def acted_on(order: KeptRow, situation: Situation) -> bool:
    """Whether the actor wrote an earlier version of the order, and so is no second person."""
    history = situation.view.history("orders", order.key)
    return any(version.actor == situation.actor.id for version in history)


def order_facts(row: NewRow, situation: Situation) -> dict[str, Plain]:
    """What an entry says of an order: which one, from which office, and how it stands."""
    said = {name: row.values.get(name) for name in ("kind", "scope", "verification", "lifts")}
    told: dict[str, Plain] = {name: value for name, value in said.items() if isinstance(value, str)}
    return {"order": row.key, "office": situation.office, **told}
