"""Deadlines as a calendar (iCalendar, RFC 5545) that an officer's own calendar can fetch.

A calendar leaves the building: entries say what is due under which clause, and never of whom.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar, Event

from safeconduct.basics import Lang, Message, render, text
from safeconduct.oversight.deadlines import DueState, Standing

_OPEN = frozenset({DueState.DUE, DueState.OVERDUE})


def calendar_feed(shown: Iterable[Standing], agreement: str, lang: Lang, now: datetime) -> bytes:
    """An iCalendar file of what is due or overdue, each entry at its deadline.

    Args:
        shown: the duties.
        agreement: the agreement's id.
        lang: the language of the entries.
        now: the moment at which the file is made, aware.
    """
    feed = Calendar()
    feed.add("prodid", "-//Safeconduct//Deadlines//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", render(Message.of("oversight.feed-name", agreement=agreement), lang))
    for one in shown:
        if one.state in _OPEN and one.item.due_at is not None:
            feed.add_component(_entry(one, one.item.due_at, agreement, lang, now))
    return bytes(feed.to_ical())


def _entry(one: Standing, due: datetime, agreement: str, lang: Lang, now: datetime) -> Event:
    entry = Event()
    # The key may name a person; what leaves the building is its digest.
    named = hashlib.sha256(f"{agreement}/{one.item.key}".encode()).hexdigest()[:32]
    entry.add("uid", f"{named}@safeconduct")
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", due.astimezone(UTC))
    entry.add("dtend", due.astimezone(UTC))
    entry.add("summary", one.item.in_words(lang))
    described = Message.of(
        "oversight.feed-entry",
        clause=one.item.clause,
        state=text(f"oversight.state-{one.state.value}", lang),
    )
    entry.add("description", render(described, lang))
    entry.add("transp", "TRANSPARENT")
    return entry
