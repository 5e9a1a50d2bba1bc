"""The persons of a manifest as a screening reads them: what is known, as far as the actor reads."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.casework.cells import bundle_text
from safeconduct.casework.lines import lines_on
from safeconduct.screening import Person, read_person
from safeconduct.web.reading import Reader

FROM = (
    ("identities", "full_name", "full_name"),
    ("identities", "other_names", "other_names"),
    ("identities", "document_number", "document_no"),
    ("persons", "born_on", "born_on"),
    ("persons", "sex", "sex"),
)
"""By table and column of the record, the column that a screening compares."""


def persons_on(reading: Reader, transfer: str) -> Iterator[Person]:
    """Those who are still on a manifest; what the actor may not read counts as missing."""
    for number, line in enumerate(lines_on(reading.view, transfer), 1):
        yield read_person(line.person, _cells(reading, line.person), number)


def _cells(reading: Reader, person: str) -> dict[str, str]:
    rows = {table: reading.view.row(table, person) for table in ("identities", "persons")}
    cells = {
        name: bundle_text(row.values.get(column))
        for table, column, name in FROM
        if (row := rows[table]) is not None
    }
    states = reading.view.rows("nationalities", person=person, open_only=True)
    cells["nationality"] = ";".join(sorted(row.text("state") for row in states))
    return {name: text for name, text in cells.items() if text}
