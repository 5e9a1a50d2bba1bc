"""What a rectification changes, and who must hear of it."""

from __future__ import annotations

from datetime import timedelta

from safeconduct.basics import Finding
from safeconduct.casework.cells import read_values
from safeconduct.casework.plan import NewRow
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.facts import KEPT, TABLES, Column, FactType

TELL_WITHIN = timedelta(days=3)

RECTIFIABLE = frozenset(
    {*TABLES, "identities", "contacts", "bookings", "movements", "absences", "incidents",
     "deaths", "handover_lines", "escort_events"}
) - {"contents"}  # fmt: skip
"""Tables of facts. What was signed, sealed, frozen or lodged is never rectified: a new act is."""

_FIXED = frozenset({FactType.KEY, FactType.PREDICATE})
_YES_NO = {"yes": True, "no": False}


def corrected_value(table: str, name: str, given: str) -> Cell | Finding:
    """The value that somebody gave for a column, read by the column's type."""
    column = {**TABLES, **KEPT}[table].column(name)
    if column is None or column.derived or column.type in _FIXED or name in {"person", "state"}:
        return fault("casework.column-fixed", "about_column", column=name[:60], table=table)
    try:
        return _read(table, column, given.strip())
    except ValueError:
        kind = column.type.value
        return fault("casework.not-of-the-type", "value", said=given[:80], kind=kind)


def _read(table: str, column: Column, given: str) -> Cell:
    match column.type:
        case FactType.BOOLEAN if given in _YES_NO:
            return _YES_NO[given]
        case FactType.INTEGER:
            return int(given)
        case FactType.CODES:
            return tuple(part.strip() for part in given.split(";") if part.strip())
        case FactType.CODE if column.codes and given not in column.codes:
            raise ValueError(given)
        case FactType.BOOLEAN:
            raise ValueError(given)
    return read_values(table, {column.name: given})[column.name]


def recipients_told(row: KeptRow, situation: Situation) -> tuple[NewRow, ...]:
    """A duty for each office that has had the person's data: to be told of the correction."""
    due = situation.now.date() + TELL_WITHIN
    return tuple(
        _duty(office, row.person, due, situation)
        for office in recipients(row.person, situation)
        if office != situation.office
    )


def recipients(person: str, situation: Situation) -> tuple[str, ...]:
    """The offices that read the person's data, or carried the person, as far as is known."""
    view = situation.view
    had = [row.text("office") for row in view.rows("reads", person=person)]
    for line in view.rows("manifest_lines", person=person):
        manifest = view.row("manifests", line.transfer)
        if manifest is not None:
            had += [manifest.text("escort"), manifest.text("carrier")]
    for booking in view.rows("bookings", person=person):
        place = view.row("places", booking.place)
        had.append("" if place is None else place.text("supervised_by"))
    return tuple(office for office in dict.fromkeys(had) if office)


def _duty(office: str, person: str, due: Cell, situation: Situation) -> NewRow:
    values: dict[str, Cell] = {
        "duty": f"tell-recipients/{office}", "clause": "LED 7(3)", "person": person,
        "owed_by": situation.office, "due_on": due, "state": "due",
    }  # fmt: skip
    return NewRow("duties", situation.names.new("duty"), values)
