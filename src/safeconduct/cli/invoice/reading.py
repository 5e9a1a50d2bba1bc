"""From the files of a request to what a statement is computed from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from safeconduct.agreement import Agreement, PerAct, Tariff
from safeconduct.basics import Finding, Location, Message, Period
from safeconduct.cli.books import Book, open_book
from safeconduct.cli.invoice.request import Request
from safeconduct.cli.small_tables import ACTS, FLAGS, INDICES, PLACES, rows_of
from safeconduct.compensation import (
    Flags,
    Indices,
    InputFile,
    Inputs,
    Row,
    read_acts,
    read_flags,
    read_indices,
    read_places,
    tariff_of,
)
from safeconduct.custody import RULES, Counting, DayCounts, Zones, count_days
from safeconduct.tables import Shape

if TYPE_CHECKING:
    import duckdb

Read = TypeVar("Read")
FILE_KINDS = ("bookings", "absences", "places", "acts", "indices", "flags")


def read_inputs(connection: duckdb.DuckDBPyConnection, request: Request, period: Period) -> Inputs:
    """Read every file of the request, and count the register within the period.

    Raises:
        WrongInput: if a file as a whole cannot be read, or contradicts itself.
        CrossCheckFailed: if two counts of the register disagree.
    """
    tariff = tariff_of(request.agreement)
    found: list[Finding] = []

    def read(
        file: str | None, shape: Shape, reader: Callable[[Sequence[Row]], Read]
    ) -> Read | None:
        if file is None:
            return None
        rows, refused = rows_of(connection, file, shape)
        found.extend(refused)
        return reader(rows)

    counts, of_register = _register(connection, request, period)
    return Inputs(
        counts=counts,
        absences=request.absences is not None,
        places=read(request.places, PLACES, read_places),
        acts=read(request.acts, ACTS, lambda rows: read_acts(rows, _known_acts(tariff))),
        indices=read(request.indices, INDICES, read_indices) or Indices(),
        flags=read(request.flags, FLAGS, read_flags) or Flags(),
        files=tuple(_files(request)),
        findings=(*of_register, *found),
    )


def _known_acts(tariff: Tariff) -> frozenset[str]:
    return frozenset(item.act for item in tariff.items if isinstance(item, PerAct))


def _register(
    connection: duckdb.DuckDBPyConnection, request: Request, period: Period
) -> tuple[DayCounts | None, tuple[Finding, ...]]:
    rule = request.agreement.day_count
    if request.bookings is None:
        return None, ()
    if rule is None:
        message = Message.of("compensation.no-day-rule")
        return None, (Finding(message, location=Location(request.bookings)),)
    book = _book(connection, request, request.bookings)
    counting = Counting(rule.rule, rule.absence_nights, period, request.until)
    counts = count_days(connection, book.bookings, book.absences, counting)
    return counts, (*book.refused, *book.findings)


def _book(connection: duckdb.DuckDBPyConnection, request: Request, bookings: str) -> Book:
    agreement = request.agreement
    rule = agreement.day_count
    return open_book(
        connection,
        Path(bookings),
        Path(request.absences) if request.absences else None,
        Zones({place.id: place.zone for place in agreement.places}),
        places=_known_places(agreement),
        needs_instants=rule is not None and RULES[rule.rule].needs_instants,
    )


def _known_places(agreement: Agreement) -> frozenset[str] | None:
    """The places that may occur; any, where the sources name none."""
    return frozenset(place.id for place in agreement.places) or None


def _files(request: Request) -> Iterator[InputFile]:
    for kind in FILE_KINDS:
        name = getattr(request, kind)
        if name is not None:
            with Path(name).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            yield InputFile(kind, name, f"sha256:{digest}")
