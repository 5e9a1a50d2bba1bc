"""Orders in a statement: those on one person are counted, the few general ones are written out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from safeconduct.agreement import Predicate
from safeconduct.agreement.vocabulary import FactRef
from safeconduct.clearance.compiling import sql_of
from safeconduct.clearance.kleene import Truth, all_true
from safeconduct.clearance.orders import COURT, LIFTED_BY_ISSUER, MAY_REFUTE
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.plan import Join
from safeconduct.clearance.sql.writer import Writer, instant
from safeconduct.engine import literal
from safeconduct.engine.three_valued import any_of, some

_DESTINATIONS = (
    FactRef("transfers", "destination"),
    FactRef("transfers", "receiving"),
    FactRef("transfers", "receiving_state"),
    FactRef("places", "jurisdiction"),
    FactRef("places", "jurisdiction_state"),
)


def orders_standing(kinds: tuple[str, ...], writer: Writer) -> str:
    """Whether an order of the kinds stands that touches the person of the base."""
    inner = writer.in_list("orders")
    writer.plan.list_of("orders").joins.add(Join.LIFTS)
    stops = (
        f"t.scope = 'person' AND {_is_kind(kinds)} AND ({_destination('t.destination', inner)}) "
        f"AND ({_stands(writer)})"
    )
    own = some(*writer.plan.asked("orders", stops))
    return any_of([f"({own})", *_general(kinds, writer)])


def _is_kind(kinds: Iterable[str]) -> str:
    return any_of([f"t.kind = {literal(kind)}" for kind in kinds])


def _stands(writer: Writer) -> str:
    refuters = any_of([f"r.kind = {literal(kind)}" for kind in MAY_REFUTE])
    return (
        f"CASE WHEN lifted.lifts IS NOT NULL OR (t.ends_at <= {instant(writer.asked.now)}) IS TRUE "
        f"OR (t.verification = 'refuted' AND {refuters}) IS TRUE THEN FALSE "
        "WHEN t.verification = 'verified' THEN TRUE END"
    )


def lifted_orders(writer: Writer) -> str:
    """A relation ``lifts`` of the keys of orders that a valid lift ends."""
    issuers = any_of([f"o.kind = {literal(kind)}" for kind in LIFTED_BY_ISSUER])
    effect = "coalesce(l.effective_at, l.issued_at)"
    return (
        "SELECT DISTINCT l.lifts AS lifts FROM orders l "  # noqa: S608 - literals only
        'JOIN orders o ON l.lifts = o."order" '
        "LEFT JOIN offices_known c ON l.issued_by = c.office "
        f"WHERE l.kind = 'lift' AND (c.kind = {literal(COURT)} "
        f"OR ({issuers} AND o.issued_by = l.issued_by)) "
        "AND l.verification = 'verified' AND l.verified_by <> l.second_by "
        f"AND o.issued_at <= l.issued_at AND {effect} <= {instant(writer.asked.now)}"
    )


def _destination(named: str, writer: Writer) -> str:
    facts = [writer.fact(fact) for fact in _DESTINATIONS]
    same = any_of([f"({named} = {fact}) IS TRUE" for fact in facts])
    states = (facts[2], facts[4])
    within = any_of([f"starts_with({named}, {state} || '-') IS TRUE" for state in states])
    return (
        f"CASE WHEN {named} IS NULL OR {same} THEN TRUE "
        f"WHEN {facts[0]} IS NULL OR {facts[1]} IS NULL OR {facts[3]} IS NULL OR {within} "
        "THEN NULL ELSE FALSE END"
    )


@dataclass(frozen=True, slots=True)
class _General:
    """General orders by the way in which they reach people, true ones and doubtful ones apart."""

    transfers: dict[Truth, set[str]] = field(default_factory=lambda: {True: set(), None: set()})
    destinations: dict[Truth, set[str]] = field(default_factory=lambda: {True: set(), None: set()})
    classes: dict[Truth, list[Predicate]] = field(default_factory=lambda: {True: [], None: []})
    outright: set[Truth] = field(default_factory=set)

    def add(self, order: Row, weight: Truth, tree: Predicate | None) -> None:
        """Sort an order in; one whose reach is not known may reach everybody."""
        scope, key = order.text("scope"), _key(order)
        if scope == "transfer" and key:
            self.transfers[weight].add(key)
        elif scope == "destination" and key:
            self.destinations[weight].add(key)
        elif scope == "class" and tree is not None:
            if tree not in self.classes[weight]:
                self.classes[weight].append(tree)
        else:
            self.outright.add(weight if scope == "all" else None)


def _general(kinds: tuple[str, ...], writer: Writer) -> list[str]:
    """One expression for each group of general orders that reach people in the same way."""
    general = _General()
    for order in writer.book.general:
        kind = order.values.get("kind")
        weight = all_true((None if kind is None else kind in kinds, writer.book.stands[id(order)]))
        if weight is not False:
            general.add(order, weight, writer.book.classes.get(order.text("order")))
    transfer = writer.fact(FactRef("persons", "transfer"))
    written = ["TRUE" if truth else "CAST(NULL AS BOOLEAN)" for truth in general.outright]
    for weight, keys in general.transfers.items():
        written += [_weighed(weight, _among(transfer, keys))] if keys else []
    for weight, keys in general.destinations.items():
        reached = [_destination(literal(key), writer) for key in sorted(keys)]
        written += [_weighed(weight, f"({one})") for one in reached]
    for weight, trees in general.classes.items():
        written += [_weighed(weight, sql_of(tree, writer)) for tree in trees]
    return written


def _key(order: Row) -> str:
    return (
        order.text("transfer") if order.text("scope") == "transfer" else order.text("destination")
    )


def _among(fact: str, keys: set[str]) -> str:
    """Membership in a list of literals, none of them NULL, so that SQL's IN keeps Kleene logic."""
    return f"{fact} IN ({', '.join(literal(key) for key in sorted(keys))})"


def _weighed(weight: Truth, touches: str) -> str:
    return f"({touches} AND {'TRUE' if weight else 'CAST(NULL AS BOOLEAN)'})"
