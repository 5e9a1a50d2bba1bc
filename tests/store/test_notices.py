"""Notices: who is told that nobody acts, once, in their language, and never who it is about."""

from __future__ import annotations

from collections.abc import Iterator
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import override_settings

from safeconduct.casework import NodeKeys
from safeconduct.casework.story.people import someone
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.models import Account, SentNotice
from safeconduct.store.notices import send_notices
from tests.casework.world import World
from tests.store.conftest import Database

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"
DOWN = "tests.store.test_notices.Down"
PICKY = "tests.store.test_notices.Picky"
UNIT, TOP, DESK = "unit@sending.example", "top@sending.example", "desk@receiving.example"
OFFICERS = (
    ("unit@sending.example", "sending-authority", "transfer-unit", "en"),
    ("top@sending.example", "sending-authority", "prison-service", "es"),
    ("desk@receiving.example", "receiving-authority", "prisons-directorate", "en"),
    ("inspector@watch.example", "inspector", "preventive-mechanism", "en"),
)


class Down(BaseEmailBackend):
    """A mail server that answers nobody."""

    def send_messages(self, _: Any) -> int:
        """Refuse the connection."""
        raise ConnectionRefusedError(111, "Connection refused")


class Picky(BaseEmailBackend):
    """A mail server that takes nothing for one address, and everything else."""

    def send_messages(self, messages: Any) -> int:
        """Refuse the one recipient."""
        for message in messages:
            if message.to == [TOP]:
                raise SMTPRecipientsRefused({TOP: (550, b"No such mailbox")})
        return int(mail.get_connection(LOCMEM).send_messages(messages))


@pytest.fixture
def outbox() -> Iterator[list[Any]]:
    """What was sent."""
    with override_settings(EMAIL_BACKEND=LOCMEM, ALLOWED_HOSTS=["node.example"], OVER_HTTPS=True):
        mail.outbox = []
        yield mail.outbox


@pytest.fixture
def world(database: Database, keys: NodeKeys) -> World:
    """Somebody has boarded, and nobody says that the person arrived; it is owed in 24 hours."""
    made = World(DjangoStore(keys))
    for email, role, office, language in OFFICERS:
        account = Account.objects.create_user(email, "An officer")
        account.language = language
        account.save()
        made.do("assign-role", "prisons", account=str(account.pk), role=role, office=office)
    made.dispatched(1)
    return made


def told(world: World, outbox: list[Any], hours: float) -> list[str]:
    """Who is told in a round that much later."""
    del outbox[:]
    world.later(hours=hours)
    assert send_notices(world.store, world.clock.now()) == ()
    return sorted(message.to[0] for message in outbox)


def test_each_step_tells_its_offices_once(world: World, outbox: list[Any]) -> None:
    assert told(world, outbox, 23) == []
    assert told(world, outbox, 1.5) == [DESK, TOP, UNIT]
    assert told(world, outbox, 0.2) == []
    assert told(world, outbox, 1) == [DESK, TOP]
    assert told(world, outbox, 23) == ["inspector@watch.example"]
    assert told(world, outbox, 100) == []


def test_a_notice_speaks_the_language_of_the_account(world: World, outbox: list[Any]) -> None:
    told(world, outbox, 24.5)
    by_address = {message.to[0]: message for message in outbox}
    assert "A duty under the agreement is overdue" in by_address[UNIT].body
    assert "Un deber del acuerdo está vencido" in by_address[TOP].body


def test_a_notice_names_a_row_and_its_page_and_nobody(world: World, outbox: list[Any]) -> None:
    told(world, outbox, 24.5)
    handover = world.view.rows("handovers")[0].key
    for message in outbox:
        assert f"https://node.example/a/{world.view.agreement}/deadlines" in message.body
        assert handover in message.body
        assert someone(1).name not in message.subject + message.body


def test_what_a_duty_is_about_is_not_told_by_mail(world: World, outbox: list[Any]) -> None:
    incident = world.do("record-incident", "governor", kind="injury", place="lindmoor")
    told(world, outbox, 24.5)
    key = incident.key_of("incidents")
    about = [message for message in outbox if f"Row: {key}\n" in message.body]
    assert [message.to for message in about] == [[DESK]]
    assert "injury" not in " ".join(message.subject + message.body for message in about)


@pytest.mark.parametrize(("client", "heard"), [(someone(1).key, True), ("N5200", False)])
def test_counsel_hears_of_their_own_client_alone(
    world: World, outbox: list[Any], client: str, heard: bool
) -> None:
    counsel = Account.objects.create_user("counsel@bar.example", "Counsel")
    world.do("assign-role", "prisons", account=str(counsel.pk), role="counsel", office="bar-rota",
             person=client)  # fmt: skip
    world.do("record-incident", "governor", kind="held-without-order", person=someone(1).key,
             place="lindmoor")  # fmt: skip
    assert ("counsel@bar.example" in told(world, outbox, 6)) is heard


def test_an_account_that_is_closed_is_not_told(world: World, outbox: list[Any]) -> None:
    Account.objects.filter(email=UNIT).update(is_active=False)
    assert told(world, outbox, 24.5) == [DESK, TOP]


def test_a_mail_server_that_is_down_loses_nothing(world: World, outbox: list[Any]) -> None:
    world.later(hours=24.5)
    with override_settings(EMAIL_BACKEND=DOWN):
        found = send_notices(world.store, world.clock.now())
    assert [finding.code for finding in found] == ["store.mail-down"]
    assert found[0].message.parameters["waiting"] == 3
    assert not SentNotice.objects.exists()
    assert told(world, outbox, 0) == [DESK, TOP, UNIT]


def test_an_address_that_is_refused_holds_up_nobody_else(world: World, outbox: list[Any]) -> None:
    world.later(hours=24.5)
    with override_settings(EMAIL_BACKEND=PICKY):
        found = send_notices(world.store, world.clock.now())
    assert [finding.code for finding in found] == ["store.notice-refused"]
    assert sorted(message.to[0] for message in outbox) == [DESK, UNIT]
    assert told(world, outbox, 0) == [TOP]
