"""Is everything as the record says?  Rows against entries, what stands now, guards, and the log."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.models import Exists, OuterRef

from safeconduct.basics import Finding, Message, Severity
from safeconduct.casework.rebuilding import differences, rebuilt
from safeconduct.record import Refused
from safeconduct.store import guards
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.models import CurrentRow, StatedRow
from safeconduct.store.view import every_version


def examine(store: DjangoStore) -> tuple[Finding, ...]:
    """Everything that is not as it should be; nothing while all is well.

    The rows are rebuilt from the entries, up to values that were erased, and compared with those
    of the database. It holds the write lock meanwhile, so that both stand still.
    """
    found = [
        Finding(Message.of("store.guard-missing", guard=name), Severity.ATTENTION)
        for name in guards.missing(connection)
    ]
    try:
        with store.writing():
            record = store.record()
            found += differences(every_version(), rebuilt(record))
    except Refused as refused:
        found.append(Finding(refused.message, Severity.ATTENTION))
    return (*found, *_standing_faults())


def _standing_faults() -> Iterator[Finding]:
    """Rows of which another version is said to stand than the last."""
    later = StatedRow.objects.filter(
        agreement=OuterRef("agreement"),
        table=OuterRef("table"),
        key=OuterRef("key"),
        version__gt=OuterRef("row__version"),
    )
    for row in CurrentRow.objects.filter(Exists(later)):
        yield _fault("store.standing-behind", table=row.table, key=row.key)
    lost = StatedRow.objects.filter(
        ~Exists(
            CurrentRow.objects.filter(
                agreement=OuterRef("agreement"), table=OuterRef("table"), key=OuterRef("key")
            )
        ),
        version=1,
    )
    for stated in lost:
        yield _fault("store.standing-lost", table=stated.table, key=stated.key)


def _fault(code: str, **where: str) -> Finding:
    return Finding(Message(code, where), Severity.ATTENTION)
