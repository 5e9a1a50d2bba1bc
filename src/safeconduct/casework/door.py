"""The only door to change: rights, the same request twice, plan, and everything or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from safeconduct.basics import Finding, Message, Severity, WrongInput, digest
from safeconduct.casework.act import Act
from safeconduct.casework.asking import what_is_wrong
from safeconduct.casework.outcome import Done, Refused
from safeconduct.casework.plan import Plan
from safeconduct.casework.ports import Ports, Remembered, Request, Transaction
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.versions import changed_since
from safeconduct.policy import GRANTED, Actor, Role
from safeconduct.record import Refused as NotRecorded

A = TypeVar("A")


def perform(
    act: Act[A],
    asked: A,
    actor: Actor,
    agreement: str,
    ports: Ports,
    *,
    request_key: str = "",
    expected_version: int | None = None,
) -> Done | Refused:
    """Perform an act, or say why not. Nothing is written unless everything is.

    Args:
        act: which act.
        asked: what the person told.
        actor: who acts.
        agreement: under which agreement.
        ports: the store and the rest of the world.
        request_key: the sender's name for this request, so that a second sending does nothing.
        expected_version: the version that the person saw of the row named first by ``asked``; a
            later one refuses the act instead of overwriting what somebody else wrote.
    """
    if wrong := what_is_wrong(asked):
        return Refused(wrong)
    request = Request(request_key, actor.id, digest([act.name, agreement, asked]))
    if (before := ports.store.done_before(request)) is not None:
        return _again(before, request)
    if (denied := _denied(act, asked, actor, ports, agreement)) is not None:
        return denied
    try:
        done = _within(act, asked, actor, agreement, ports, request, expected_version)
    except NotRecorded as unkept:
        return Refused((Finding(unkept.message, Severity.ERROR),))
    except WrongInput as unkept:
        return Refused(unkept.findings)
    if isinstance(done, Done) and not done.again:
        ports.notify(done)
    return done


def _within(
    act: Act[A],
    asked: A,
    actor: Actor,
    agreement: str,
    ports: Ports,
    request: Request,
    expected_version: int | None,
) -> Done | Refused:
    """Plan and keep under the write lock: everything, or nothing."""
    with ports.store.transaction(agreement) as transaction:
        if (before := transaction.remembered(request)) is not None:
            return _again(before, request)
        version = _version_read(act, expected_version)
        if stale := changed_since(asked, transaction, version):
            return Refused(stale)
        now, notes = _instant(transaction, ports.clock.now())
        planned = act.plan(asked, _situation(transaction, actor, now, ports))
        if not isinstance(planned, Plan):
            return Refused(planned)
        event, found = planned.event or act.event, (*planned.findings, *notes)
        whole = replace(planned, event=event, findings=found)
        return transaction.keep(act.name, whole, actor, now, request)


def _version_read(act: Act[A], version: int | None) -> int | None:
    """The version to compare; none for what anybody may do.

    Such an act replaces no row, and to whoever guesses a version a refusal would tell that the
    row is there and who wrote it.
    """
    return None if Role.PUBLIC in GRANTED.get(act.right, {}) else version


def _situation(transaction: Transaction, actor: Actor, now: datetime, ports: Ports) -> Situation:
    office = actor.office_in(transaction.agreement)
    return Situation(transaction, actor, office, now, ports.names)


def _denied(act: Act[A], asked: A, actor: Actor, ports: Ports, agreement: str) -> Refused | None:
    ruling = ports.may(actor, act.right, act.subject(asked, ports.store.view(agreement)))
    if ruling.allowed:
        return None
    return Refused((Finding(ruling.because, Severity.ERROR),), denied=True)


def _again(before: Remembered, request: Request) -> Done | Refused:
    if before.digest != request.digest:
        return Refused((fault("casework.request-key-used", key=request.key[:80]),))
    return replace(before.done, again=True)


def _instant(transaction: Transaction, now: datetime) -> tuple[datetime, tuple[Finding, ...]]:
    # What was recorded later may never seem to have been known earlier, whatever a clock says.
    latest = transaction.latest()
    if latest is None or now >= latest:
        return now, ()
    back = Message.of("casework.clock-went-back", latest=latest, now=now)
    return latest.astimezone(now.tzinfo), (Finding(back, Severity.ATTENTION),)
