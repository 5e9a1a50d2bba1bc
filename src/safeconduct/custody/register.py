"""The register: bookings or absences that were taken in, and the rows that were not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safeconduct.basics import Finding, Message


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken in. It is listed, and no total counts it.

    Attributes:
        line: line of a text file on which the row begins, or row of a sheet or of Parquet.
        column: the column at fault.
        message: what is wrong with it.
    """

    line: int
    column: str
    message: Message


@dataclass(frozen=True, slots=True)
class Register:
    """Rows taken in, as a relation of a DuckDB session.

    A register of bookings has the columns ``line BIGINT, booking VARCHAR, person VARCHAR,
    place VARCHAR, zone VARCHAR, arrived_day DATE, departed_day DATE, arrived_us BIGINT,
    departed_us BIGINT``. Days are days of the place; ``departed_day`` is NULL while the person is
    held. The ``_us`` columns are instants in microseconds since 1970-01-01T00:00Z, NULL where the
    row names no certain instant. A register of absences has ``line, booking, place, arrived_day,
    departed_day, left_day, returned_day, is_single``: each beside the days of its booking;
    ``returned_day`` is NULL for an absence that lasts as long as the booking, and ``is_single``
    says that the booking has no other.

    Attributes:
        relation: name of the relation.
        source: name of the relation that it was read from. Columns that nobody here reads are
            carried along there, under the same ``line``.
        accepted: how many rows were taken in.
        refused: the rows that were not, in the order of their lines.
        findings: what a person should know of the rows that were taken in.
    """

    relation: str
    source: str
    accepted: int
    refused: tuple[Refused, ...]
    findings: tuple[Finding, ...] = ()
