"""What waits for somebody: each thing that only this person, or this office, can take further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from safeconduct.basics import Message
from safeconduct.casework.row import KeptRow
from safeconduct.policy import Right
from safeconduct.web.reading import Reader


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits.

    Attributes:
        says: what it is.
        href: where it is done.
        is_urgent: whether a person's liberty or safety hangs on it.
    """

    says: Message
    href: str
    is_urgent: bool = False


def waiting(reading: Reader) -> tuple[Waiting, ...]:
    """What waits for the reader, the urgent first."""
    kinds = (_stops, _held, _orders, _lines, _arrivals, _findings, _money, _requests)
    found = [one for kind in kinds for one in kind(reading)]
    return tuple(sorted(found, key=lambda one: not one.is_urgent))


def _do(reading: Reader, act: str, **given: str) -> str:
    return f"{reverse('web:do', args=[reading.agreement, act])}?{urlencode(given)}"


def _stops(reading: Reader) -> Iterator[Waiting]:
    office = reading.actor.office_in(reading.agreement)
    for row in reading.view.rows("acknowledgements", open_only=True):
        if row.text("office") == office and row.instant("acknowledged_at") is None:
            due = row.instant("due_at")
            says = (
                Message.of("web.wait-acknowledge", due=due)
                if due
                else Message.of("web.wait-acknowledge-now")
            )
            href = _do(reading, "acknowledge-stop", acknowledgement=row.key)
            yield Waiting(says, href, is_urgent=True)


def _held(reading: Reader) -> Iterator[Waiting]:
    if not (reading.holds(Right.RELEASE) or reading.holds(Right.ORDER_RELEASE)):
        return
    for row in reading.view.rows("releases", open_only=True):
        if row.text("state") == "due":
            person = reading.names.of("persons", row.person)
            href = reverse("web:person", args=[reading.agreement, row.person])
            yield Waiting(Message.of("web.wait-release", person=person), href, is_urgent=True)


def _orders(reading: Reader) -> Iterator[Waiting]:
    if not reading.holds(Right.VERIFY_ORDER):
        return
    for row in reading.view.rows("orders", open_only=True):
        if row.text("verification") == "unverified":
            href = _do(reading, "verify-order", order=row.key)
            yield Waiting(Message.of("web.wait-verify", order=row.key), href, is_urgent=True)


def _lines(reading: Reader) -> Iterator[Waiting]:
    if not reading.holds(Right.CLEAR):
        return
    for manifest in reading.view.rows("manifests"):
        if manifest.text("state") != "open":
            continue
        lines = reading.view.rows("manifest_lines", transfer=manifest.key)
        proposed = [line for line in lines if line.text("state") == "proposed"]
        if proposed:
            href = reverse("web:board", args=[reading.agreement, manifest.key])
            says = Message.of("web.wait-sign", people=len(proposed), transfer=manifest.key)
            yield Waiting(says, href)


def _arrivals(reading: Reader) -> Iterator[Waiting]:
    if not reading.holds(Right.RECEIVE):
        return
    by_transfer: dict[str, list[KeptRow]] = {}
    for row in reading.view.rows("handover_lines", open_only=True):
        if row.text("state") == "dispatched":
            by_transfer.setdefault(row.transfer, []).append(row)
    for transfer, rows in by_transfer.items():
        href = reverse("web:handover", args=[reading.agreement, transfer])
        says = Message.of("web.wait-receive", people=len(rows), transfer=transfer)
        yield Waiting(says, href, is_urgent=True)


def _findings(reading: Reader) -> Iterator[Waiting]:
    if not reading.holds(Right.ANSWER_FINDING):
        return
    for row in reading.view.rows("inspection_findings", open_only=True):
        if row.text("state") == "open":
            href = reverse("web:inspection", args=[reading.agreement, row.text("inspection")])
            yield Waiting(Message.of("web.wait-finding", finding=row.key), href)


def _money(reading: Reader) -> Iterator[Waiting]:
    if not reading.holds(Right.PAY):
        return
    for row in reading.view.rows("statements"):
        if row.text("state") in {"issued", "disputed"}:
            href = reverse("web:statement", args=[reading.agreement, row.key])
            yield Waiting(Message.of("web.wait-statement", statement=row.key), href)


def _requests(reading: Reader) -> Iterator[Waiting]:
    if not reading.holds(Right.ANSWER_LOCATION):
        return
    for row in reading.view.rows("locate_requests", open_only=True):
        if row.text("state") == "open":
            href = _do(reading, "answer-location", request=row.key)
            yield Waiting(Message.of("web.wait-locate"), href)
