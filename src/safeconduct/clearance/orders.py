"""Which orders stand, and whom each touches.

An order stops from the moment it is known, whatever the form in which it came. It ends by a lift
that a court gave (or, for a recall or a prosecution hold, the office that had ordered it), that was
called back and checked by a second office; by its own stated end; or by a court or registry that
denies having given it. Nothing else ends it, and no doubt does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from safeconduct.agreement import Predicate
from safeconduct.clearance.compiling import Closure, closure_of
from safeconduct.clearance.kleene import Truth, all_true
from safeconduct.clearance.rows import Row
from safeconduct.clearance.world import Case, Moment, OfficeKnown, TouchingOrder
from safeconduct.facts import OfficeKind

COURT = OfficeKind.COURT.value
MAY_REFUTE = (OfficeKind.COURT.value, OfficeKind.REGISTRY.value)
LIFTED_BY_ISSUER = ("recall", "prosecution-hold")
"""Kinds that the office which ordered them may lift itself."""


@dataclass(frozen=True, slots=True)
class OrderBook:
    """The orders of a bundle, sorted by how they reach people.

    Attributes:
        of_person: orders on one person, by person.
        general: all others: by transfer, destination, class, for everybody, or of unknown scope.
        stands: by the order's row identity, whether it is in force.
        classes: the class of an order, by the order's key; None where it cannot be read.
        members: membership of each class.
    """

    of_person: Mapping[str, tuple[Row, ...]]
    general: tuple[Row, ...]
    stands: Mapping[int, Truth]
    classes: Mapping[str, Predicate | None]
    members: Mapping[str, Closure | None]


def order_book(
    rows: Iterable[Row],
    offices: Mapping[str, OfficeKnown],
    moment: Moment,
    classes: Mapping[str, Predicate | None],
) -> OrderBook:
    """Sort the orders, and say of each whether it stands."""
    orders = tuple(rows)
    by_key = {row.text("order"): row for row in orders}
    lifted = {
        lift.text("lifts")
        for lift in orders
        if lifts(lift, by_key.get(lift.text("lifts")), offices, moment)
    }
    of_person: dict[str, list[Row]] = defaultdict(list)
    general = []
    for row in orders:
        if reaches_one_person(row):
            of_person[row.text("person")].append(row)
        else:
            general.append(row)
    return OrderBook(
        {person: tuple(rows) for person, rows in of_person.items()},
        tuple(general),
        {id(row): standing(row, row.text("order") in lifted, offices, moment) for row in orders},
        classes,
        {key: None if tree is None else closure_of(tree) for key, tree in classes.items()},
    )


def reaches_one_person(order: Row) -> bool:
    """Whether the order is on one person, who is named."""
    return order.text("scope") == "person" and bool(order.text("person"))


def standing(
    order: Row, is_lifted: bool, offices: Mapping[str, OfficeKnown], moment: Moment
) -> Truth:
    """Whether the order is in force; unknown while the report of it is not verified."""
    ends_at = order.instant("ends_at")
    if is_lifted or (ends_at is not None and ends_at <= moment.now):
        return False
    verification = order.text("verification")
    denying = offices.get(order.text("verified_by"))
    if verification == "refuted" and denying is not None and denying.kind in MAY_REFUTE:
        return False
    return True if verification == "verified" else None


def lifts(lift: Row, order: Row | None, offices: Mapping[str, OfficeKnown], moment: Moment) -> bool:
    """Whether the row is a lift that ends the order: everything about it must be known."""
    if lift.text("kind") != "lift" or order is None:
        return False
    issuer = offices.get(lift.text("issued_by"))
    from_court = issuer is not None and issuer.kind == COURT
    from_issuer = (
        order.text("kind") in LIFTED_BY_ISSUER
        and bool(order.text("issued_by"))
        and order.text("issued_by") == lift.text("issued_by")
    )
    checked = (
        lift.text("verification") == "verified"
        and bool(lift.text("verified_by"))
        and bool(lift.text("second_by"))
        and lift.text("verified_by") != lift.text("second_by")
    )
    return (from_court or from_issuer) and checked and _in_time(lift, order, moment)


def _in_time(lift: Row, order: Row, moment: Moment) -> bool:
    lifted_at, ordered_at = lift.instant("issued_at"), order.instant("issued_at")
    takes_effect = lift.instant("effective_at") or lifted_at
    if lifted_at is None or ordered_at is None or takes_effect is None:
        return False
    return ordered_at <= lifted_at and takes_effect <= moment.now


def orders_touching(case: Case, book: OrderBook) -> tuple[TouchingOrder, ...]:
    """The orders that touch the person of the case, or may."""
    own = book.of_person.get(case.person.text("person"), ())
    touching = []
    for order in (*own, *book.general):
        touches = _touches(order, case, book)
        if touches is not False:
            touching.append(
                TouchingOrder(
                    order, touches, book.stands[id(order)], book.classes.get(order.text("order"))
                )
            )
    return tuple(touching)


def _touches(order: Row, case: Case, book: OrderBook) -> Truth:
    match order.text("scope"):
        case "person" if order.text("person"):
            is_the_person = order.text("person") == case.person.text("person")
            return all_true((is_the_person, _to_destination(order, case)))
        case "transfer":
            return _same(order.text("transfer"), case.person.text("transfer"))
        case "destination":
            return None if not order.text("destination") else _to_destination(order, case)
        case "all":
            return True
        case "class":
            member = book.members.get(order.text("order"))
            return None if member is None else member(case, case.person, [])
        case _:
            return None


def _same(one: str, other: str) -> Truth:
    return None if not one or not other else one == other


def _to_destination(order: Row, case: Case) -> Truth:
    """Whether the order's destination is the case's; an order that names none is for any.

    A part of the State to which the person goes may be where the place lies.
    """
    named = order.text("destination")
    if not named:
        return True
    transfer, place = case.transfer, case.place
    destinations = {
        transfer.text("destination"),
        transfer.text("receiving"),
        transfer.text("receiving_state"),
        place.text("jurisdiction"),
        place.text("jurisdiction_state"),
    }
    if named in destinations:
        return True
    known = transfer.text("destination") and transfer.text("receiving")
    if not known or not place.text("jurisdiction"):
        return None
    within = {
        f"{state}-"
        for state in (transfer.text("receiving_state"), place.text("jurisdiction_state"))
    }
    return None if any(part != "-" and named.startswith(part) for part in within) else False
