"""What a notice says: keys, a moment and an address; never who it is about, nor what happened.

Mail passes through hands that may not read the record, and a duty's name can tell of an injury or
a death. So the notice names the row; what the duty is stands on the page, behind the sign-in.
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from babel.dates import format_datetime
from django.conf import settings
from django.utils import timezone

from safeconduct.basics import ENGLISH, Lang, Message, languages, render
from safeconduct.oversight import DutyItem
from safeconduct.oversight.escalation import Told

MOMENT = "d MMM y, HH:mm ZZZZZ"
"""With its offset: the parties to an agreement rarely share a clock."""


def language_of(asked: str) -> Lang:
    """The language of an account, else English."""
    lang = Lang(asked[:2])
    return lang if lang in languages() else ENGLISH


def subject(agreement: str, lang: Lang) -> str:
    """The subject line."""
    return render(Message.of("store.notice-subject", agreement=agreement), lang)


def body(item: DutyItem, due_at: datetime, step: Told, page: str, lang: Lang) -> str:
    """The text of a notice.

    Args:
        item: the duty.
        due_at: when it fell due, aware.
        step: the step of the escalation at which somebody is told.
        page: the address of the page that says what is owed.
        lang: the language.
    """
    local = timezone.localtime(due_at)
    message = Message.of(
        "store.notice-body",
        row=item.about.key.partition("/")[2] or item.about.key,
        due=str(format_datetime(local, MOMENT, locale=lang)),
        told=step.label,
        page=page,
    )
    return render(message, lang)


def page_address(agreement: str, name: str) -> str:
    """The address of a page of an agreement, under the first name by which the node answers."""
    scheme = "https" if getattr(settings, "OVER_HTTPS", False) else "http"
    named = [name for name in settings.ALLOWED_HOSTS if "*" not in name]
    host = named[0].lstrip(".") if named else "localhost"
    return f"{scheme}://{host}/a/{quote(agreement)}/{name}"
