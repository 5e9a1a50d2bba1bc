"""Writing rows: each as it was stated, and which of its versions stands now."""

from __future__ import annotations

from collections.abc import Sequence

from safeconduct.casework.cells import is_erasable, plain_values
from safeconduct.casework.erasing import gone
from safeconduct.casework.plan import Erase
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.store.models import CurrentRow, PersonalValues, StatedRow

_STANDING = ("row", "person", "transfer", "place", "is_open")


def write(rows: Sequence[KeptRow]) -> None:
    """Write rows that their entry has made part of the record."""
    stated = StatedRow.objects.bulk_create(map(_stated, rows))
    PersonalValues.objects.bulk_create(
        PersonalValues(row=row, values=plain_values(personal))
        for row, kept in zip(stated, rows, strict=True)
        if (personal := _split(kept)[1])
    )
    last = {(row.agreement, row.table, row.key): row for row in stated}
    CurrentRow.objects.bulk_create(
        map(_current, last.values()),
        update_conflicts=True,
        update_fields=_STANDING,
        unique_fields=("agreement", "table", "key"),
    )


def _split(row: KeptRow) -> tuple[dict[str, Cell], dict[str, Cell]]:
    """A row's values: those that stay, and those that can be erased."""
    erasable = {name for name in row.values if is_erasable(row.table, name)}
    stays = {name: value for name, value in row.values.items() if name not in erasable}
    return stays, {name: row.values[name] for name in erasable}


def _stated(row: KeptRow) -> StatedRow:
    return StatedRow(
        agreement=row.agreement,
        table=row.table,
        key=row.key,
        version=row.version,
        person=row.person,
        transfer=row.transfer,
        place=row.place,
        is_open=row.is_open,
        values=plain_values(_split(row)[0]),
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        entry=row.entry,
        actor=row.actor,
        actor_name=row.actor_name,
    )


def _current(row: StatedRow) -> CurrentRow:
    return CurrentRow(
        agreement=row.agreement,
        table=row.table,
        key=row.key,
        row=row,
        first=row.pk,
        person=row.person,
        transfer=row.transfer,
        place=row.place,
        is_open=row.is_open,
    )


def place_in_entry(row: KeptRow) -> int:
    """A row's place among the rows of its entry, which are in the order of the entry."""
    of_entry = StatedRow.objects.filter(entry=row.entry).order_by("id")
    names = list(of_entry.values_list("table", "key", "version"))
    return names.index((row.table, row.key, row.version))


def erase_values(versions: Sequence[tuple[KeptRow, Erase]]) -> None:
    """Erase personal values of rows; the rows themselves stay as they were written."""
    for row, erase in versions:
        found = PersonalValues.objects.filter(
            row__agreement=row.agreement,
            row__table=row.table,
            row__key=row.key,
            row__version=row.version,
        )
        left = {name: v for name, v in row.values.items() if name not in gone(row, erase)}
        personal = {name: v for name, v in left.items() if is_erasable(row.table, name)}
        found.update(values=plain_values(personal))
