"""Sending what escalation asks for, once; what a mail server does not take waits for a next round.

A notice is remembered after the server took it. A node that dies between the two tells somebody
twice, and never nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from safeconduct.basics import Finding, Message, Severity, system_reason
from safeconduct.casework import Store, View, terms_in_force
from safeconduct.casework.watching import duties_now
from safeconduct.oversight import DutyItem, escalation
from safeconduct.oversight.escalation import Told
from safeconduct.policy import Actor, Right, Subject, may
from safeconduct.store.models import Account, SentNotice
from safeconduct.store.notices.recipients import is_told
from safeconduct.store.notices.wording import body, language_of, page_address, subject
from safeconduct.store.queries.actors import actor_of

_Reader = tuple[Account, Actor]


@dataclass(frozen=True, slots=True)
class _Notice:
    agreement: str
    item: DutyItem
    due_at: datetime
    step: Told
    account: Account
    page: str


def send_notices(store: Store, now: datetime) -> tuple[Finding, ...]:
    """Tell everybody whom a step has reached and who was not told of it yet.

    Args:
        store: what the node keeps.
        now: the moment, aware.

    Returns:
        What the mail server did not take. It is tried again by the next call.
    """
    readers = [(account, actor_of(account, store, now))
               for account in Account.objects.filter(is_active=True).order_by("pk")]  # fmt: skip
    waiting = [notice for agreement in store.agreements()
               for notice in _due(store.view(agreement), readers, now)]  # fmt: skip
    return _deliver(waiting, now) if waiting else ()


def _deliver(waiting: Sequence[_Notice], now: datetime) -> tuple[Finding, ...]:
    """Send over one connection; a server that is down is not asked again for each notice."""
    found: list[Finding] = []
    left = len(waiting)
    try:
        with get_connection() as connection:
            for notice in waiting:
                found += _send(notice, connection, now)
                left -= 1
    except OSError as fault:
        if left:
            found.append(_down(fault, left))
    return tuple(found)


def _send(notice: _Notice, connection: BaseEmailBackend, now: datetime) -> tuple[Finding, ...]:
    try:
        connection.send_messages([_message(notice)])
    except (SMTPRecipientsRefused, ValueError) as fault:
        return (_refused(notice, fault),)
    _remember(notice, now)
    return ()


def _due(view: View, readers: list[_Reader], now: datetime) -> Iterator[_Notice]:
    terms = terms_in_force(view)
    if terms is None:
        return
    sent = SentNotice.objects.filter(agreement=view.agreement)
    known = set(sent.values_list("item", "step", "account"))
    for one in duties_now(view, terms, now):
        for step in escalation(one, now).told:
            for account, actor in readers:
                is_new = (one.item.key, step.value, str(account.pk)) not in known
                if is_new and one.item.due_at and is_told(actor, step, one.item, view):
                    page = _page(actor, one.item, view.agreement)
                    yield _Notice(view.agreement, one.item, one.item.due_at, step, account, page)


def _page(actor: Actor, item: DutyItem, agreement: str) -> str:
    about = Subject(agreement, item.about.person, item.about.transfer, item.about.place)
    reads_duties = may(actor, Right.READ_DUTIES, about).allowed
    return page_address(agreement, "deadlines" if reads_duties else "")


def _message(notice: _Notice) -> EmailMessage:
    lang = language_of(notice.account.language)
    words = body(notice.item, notice.due_at, notice.step, notice.page, lang)
    return EmailMessage(subject(notice.agreement, lang), words, to=[notice.account.email])


def _remember(notice: _Notice, now: datetime) -> None:
    SentNotice.objects.get_or_create(
        agreement=notice.agreement,
        item=notice.item.key,
        step=notice.step.value,
        account=str(notice.account.pk),
        defaults={"sent_at": now},
    )


def _refused(notice: _Notice, fault: OSError | ValueError) -> Finding:
    account = str(notice.account.pk)
    message = Message.of("store.notice-refused", account=account, why=system_reason(fault))
    return Finding(message, Severity.ATTENTION)


def _down(fault: OSError, waiting: int) -> Finding:
    message = Message.of("store.mail-down", why=system_reason(fault), waiting=waiting)
    return Finding(message, Severity.ATTENTION)
