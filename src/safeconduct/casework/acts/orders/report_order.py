"""Reporting an order: it binds from this second, whoever heard of it and however."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import clock_ahead, stated_row
from safeconduct.casework.stopping import acknowledgements_due, transfers_reached
from safeconduct.policy import Right

_NEEDS = {
    "person": "person", "transfer": "transfer", "destination": "destination", "class": "of_class",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """The order as it was heard or read. Nothing but its kind and reach must be known."""

    kind: Annotated[str, Fact("orders.kind")]
    scope: Annotated[str, Fact("orders.scope")]
    person: Annotated[str, Fact("orders.person")] = ""
    transfer: Annotated[str, Fact("orders.transfer")] = ""
    destination: Annotated[str, Fact("orders.destination")] = ""
    of_class: Annotated[str, Fact("orders.class")] = ""
    issued_by: Annotated[str, Fact("orders.issued_by")] = ""
    form: Annotated[str, Fact("orders.form")] = ""
    issued_at: Annotated[datetime | None, Fact("orders.issued_at")] = None
    effective_at: Annotated[datetime | None, Fact("orders.effective_at")] = None
    known_at: Annotated[datetime | None, Fact("orders.known_at")] = None
    ends_at: Annotated[datetime | None, Fact("orders.ends_at")] = None
    order: Annotated[str, Fact("orders.order")] = ""
    source: Annotated[str, Fact("orders.source")] = ""


def plan(asked: ReportOrder, situation: Situation) -> Planned:
    """The order, and who must acknowledge it where a transfer is sealed or under way."""
    if wrong := _wrong(asked):
        return wrong
    certain = bool(situation.office) and situation.office == asked.issued_by
    taken = bool(asked.order) and situation.view.row("orders", asked.order) is not None
    row = stated_row(
        "orders",
        asked,
        situation,
        key=situation.names.new("order") if taken else asked.order,
        more={
            "known_at": min(asked.known_at or situation.now, situation.now),
            "verification": "verified" if certain else "unverified",
            "verified_by": situation.office if certain else None,
        },
    )
    reached = transfers_reached(situation, _transfer_of(asked, situation))
    due = acknowledgements_due(situation, reached, order=row.key)
    facts = {"order": row.key, "kind": asked.kind, "scope": asked.scope,
             "office": situation.office}  # fmt: skip
    case = situation.case_of(asked.person) if asked.person else ""
    findings = tuple(_notices(asked, situation, row.key))
    return Plan((row, *due), case=case, facts=facts, findings=findings)


def _notices(asked: ReportOrder, situation: Situation, key: str) -> Iterator[Finding]:
    """What is odd about the report. An order protects, and so none of it stands in its way."""
    if asked.person and situation.view.row("persons", asked.person) is None:
        yield notice("casework.order-on-stranger", "person", person=asked.person)
    if asked.order and key != asked.order:
        yield notice("casework.kept-under-another-key", "order", asked=asked.order, key=key)
    yield from clock_ahead("known_at", asked.known_at, situation.now)


def _wrong(asked: ReportOrder) -> tuple[Finding, ...]:
    needed = _NEEDS.get(asked.scope)
    if needed and not getattr(asked, needed):
        return (fault("casework.order-reach", needed, scope=asked.scope, field=needed),)
    return (fault("casework.lift-is-an-act", "kind"),) if asked.kind == "lift" else ()


def _transfer_of(asked: ReportOrder, situation: Situation) -> str:
    """The transfer that the order is confined to; empty where it may reach any."""
    if asked.scope == "transfer":
        return asked.transfer
    person = situation.view.row("persons", asked.person) if asked.scope == "person" else None
    return person.transfer if person is not None else ""


REPORT_ORDER = Act("report-order", "orders", Right.REPORT_ORDER, "order-known", ReportOrder, plan)
