"""Going on an inspection: a sample that nobody chose, and what to take along offline.

Nothing here states anything: no entry is written and nobody is told before the inspection is
lodged. What was read stands in the access log, which no facility reads.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.casework.row import KeptRow
from safeconduct.oversight import SNAPSHOT, sample
from safeconduct.policy import Right
from safeconduct.store.node import ports
from safeconduct.web.acts.links import links
from safeconduct.web.oversight.snapshot import Drawn, packed
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.sections import section_of

USUAL, MOST, LONGEST_SEED = 12, 500, 200
HELD = ("person", "place", "unit", "arrived_at", "title")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sample is drawn by.

    Attributes:
        place: where; empty for every place.
        seed: the seed; empty where none was given.
        size: how many, at least 1; None where what was given is no such number.
    """

    place: str
    seed: str
    size: int | None


@require_safe
@login_required
def inspect(request: HttpRequest, agreement: str) -> HttpResponse:
    """The page of somebody who is about to inspect: the seed, the sample, the snapshot."""
    reading, asked = _opened(request, agreement)
    drawn = _drawn(reading, asked)
    reading.note("inspection-sample", drawn.persons if drawn else (), ["bookings"])
    taken = [b for b in _held(reading, asked.place) if drawn and b.person in drawn.persons]
    context = {
        "agreement": agreement, "asked": asked, "drawn": drawn,
        "places": [place.key for place in reading.view.rows("places")],
        "seed": asked.seed or secrets.token_hex(8), "most": MOST,
        "size": asked.size or request.GET.get("size", ""),
        "sampled": section_of("bookings", taken, reading.names, HELD, download=False),
        "query": request.GET.urlencode(),
        "acts": links(
            reading, ("lodge-inspection",), request.path, place=asked.place, seed=asked.seed,
            sampled=str(len(drawn.persons)),
        ) if drawn else (),
    }  # fmt: skip
    return render(request, "web/oversight/inspect.html", context)


@require_safe
@login_required
def snapshot(request: HttpRequest, agreement: str) -> HttpResponse:
    """What the inspector may read of the tables of an inspection, as one file to take along."""
    reading, asked = _opened(request, agreement)
    tables = [table for table in SNAPSHOT if table in reading.tables]
    rows = {table: reading.view.rows(table) for table in tables}
    persons = (row.person for found in rows.values() for row in found)
    reading.note("inspection-snapshot", persons, tables)
    now = ports().clock.now()
    content, digest = packed(reading, rows, _drawn(reading, asked), now)
    response = HttpResponse(content, content_type="application/zip")
    name = f"inspection-{now:%Y%m%d}-{digest[:16]}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _opened(request: HttpRequest, agreement: str) -> tuple[Reader, Asked]:
    reading = reader(request, agreement)
    needs(reading.holds(Right.LODGE_INSPECTION))
    said = request.GET
    size = said.get("size", str(USUAL)).strip()
    number = int(size) if size.isascii() and size.isdigit() and len(size) <= len(str(MOST)) else 0
    seed = said.get("seed", "").strip()[:LONGEST_SEED]
    return reading, Asked(said.get("place", ""), seed, number if 1 <= number <= MOST else None)


def _held(reading: Reader, place: str) -> list[KeptRow]:
    bookings = reading.view.rows("bookings", place=place, open_only=True)
    return [booking for booking in bookings if booking.instant("departed_at") is None]


def _drawn(reading: Reader, asked: Asked) -> Drawn | None:
    """The sample; None without a seed and a size."""
    if not asked.seed or asked.size is None:
        return None
    held = [booking.person for booking in _held(reading, asked.place)]
    persons = sample(held, asked.size, asked.seed)
    return Drawn(asked.place, asked.seed, asked.size, len(set(held)), persons)
