"""Noting who read whose data, when and for what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from safeconduct.store.models import Read
from safeconduct.store.queries.reader import Reader


def note_read(
    reader: Reader, purpose: str, at: datetime, *, persons: Iterable[str], tables: Iterable[str]
) -> None:
    """Note that a page or an answer showed somebody's data.

    Args:
        reader: who read.
        purpose: for what: the page or the interface that showed it.
        at: when, aware.
        persons: whose data; each is a note of its own.
        tables: of which tables something was shown.
    """
    actor, named = reader.actor, sorted(set(tables))
    Read.objects.bulk_create(
        Read(
            agreement=reader.agreement,
            account=actor.id,
            account_name=actor.name,
            office=actor.office_in(reader.agreement),
            person=person,
            tables=named,
            purpose=actor.purpose or purpose,
            read_at=at,
        )
        for person in dict.fromkeys(persons)
    )
