"""What a record is told of an order that came in: issued, received, known, verified, lifted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from safeconduct.clearance.bundle.cells import PENDING
from safeconduct.record import Lodging, Statement, may_be_clear, ran_by

GIVEN = ("office", "at")
"""What the court or authority itself says of its order: who it is, and when it gave it."""


def lodgings(cells: Mapping[str, str], case: str, now: datetime) -> Iterator[Lodging]:
    """The statements that lodge an order, each with what tells it from another of its kind.

    They say which order it is, who gave it and when, and nothing of whom it touches: the other
    party reads them. A lift is a permission, and waits for the other party's receipt.

    Args:
        cells: the order by columns of the orders table.
        case: the random identifier of its case.
        now: when it was lodged, aware.
    """
    order, moment = cells["order"], now.isoformat(timespec="seconds")
    if cells["kind"] == "lift":
        lift = {"order": cells.get("lifts", order), "lift": order}
        yield _said("stay-lifted", case, {**lift, **_given(cells)}, ("lift", "order", *GIVEN))
        return
    if cells.get("verification") != "refuted":
        yield _said("order-issued", case, {"order": order, **_given(cells)}, ("order", *GIVEN))
    received = {"order": order, "at": moment}
    yield _said("order-received", case, received, ("order",), {"received_by": ran_by()})
    yield _known(cells, case, order, moment)
    if cells.get("verification") == "verified":
        verified = {"order": order, "office": cells.get("verified_by", "")}
        yield _said("order-verified", case, verified, ("order", "office"))


def _known(cells: Mapping[str, str], case: str, order: str, moment: str) -> Lodging:
    attested_by, since = cells.get("attested_by", ""), cells.get("known_at", "")
    known = {"order": order, "office": attested_by, "at": since or moment}
    told_by = ("order", "office", "known_to", *(("at",) if since else ()))
    hidden = {} if attested_by else {"known_to": ran_by()}
    return _said("order-known", case, known, told_by, hidden)


def _given(cells: Mapping[str, str]) -> dict[str, str]:
    return {"office": cells.get("issued_by", ""), "at": cells.get("issued_at", "")}


def _said(
    event: str,
    case: str,
    said: Mapping[str, str],
    told_by: tuple[str, ...],
    personal: Mapping[str, str] | None = None,
) -> Lodging:
    """A statement; what cannot stand in clear, such as a name in words, is hidden."""
    told = {name: value for name, value in said.items() if value not in ("", PENDING)}
    hidden = {name: value for name, value in told.items() if not may_be_clear(value)}
    clear = {name: value for name, value in told.items() if name not in hidden}
    whole = Statement(event, case, facts={**clear}, personal={**hidden, **(personal or {})})
    return Lodging(whole, told_by)
