"""Opening a manifest: the list of those who may be proposed for one transfer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row, values_for
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class OpenManifest:
    """Where the transfer goes, from whom to whom, and when."""

    destination: Annotated[str, Fact("transfers.destination")]
    sending: Annotated[str, Fact("transfers.sending")]
    receiving: Annotated[str, Fact("transfers.receiving")]
    departs_at: Annotated[datetime, Fact("transfers.departs_at")]
    escort: Annotated[str, Fact("manifests.escort")] = ""
    carrier: Annotated[str, Fact("manifests.carrier")] = ""
    request_received_on: Annotated[date | None, Fact("transfers.request_received_on")] = None
    onward: Annotated[bool, Fact("transfers.onward")] = False
    transfer: Annotated[str, Fact("transfers.transfer")] = ""
    source: Annotated[str, Fact("transfers.source")] = ""


def plan(asked: OpenManifest, situation: Situation) -> Planned:
    """The transfer as the gate reads it, and its manifest, open."""
    if situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    key = asked.transfer or situation.names.new("transfer")
    if situation.view.row("transfers", key) is not None:
        return (fault("casework.key-taken", "transfer", key=key, table="transfers"),)
    if situation.view.row("places", asked.destination) is None:
        return (fault("casework.unknown-place", "destination", place=asked.destination),)
    office = situation.office
    transfer = stated_row(
        "transfers", asked, situation, key=key, more={"manifest_open": True, "proposed_by": office}
    )
    values = {**values_for("manifests", asked), "state": "open",
              "destination": asked.destination, "departs_at": asked.departs_at}  # fmt: skip
    facts: dict[str, Plain] = {"transfer": key, "destination": asked.destination}
    return Plan((transfer, NewRow("manifests", key, values)), facts=facts)


OPEN_MANIFEST = Act(
    "open-manifest", "manifest", Right.OPEN_MANIFEST, "manifest-opened", OpenManifest, plan
)
