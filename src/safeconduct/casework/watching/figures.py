"""The public figures of a window of days, read off the rows of a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType

from safeconduct.basics import Period
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.watching.read_once import ReadOnce
from safeconduct.oversight import Counted, Figures, public_figures

_PROTECTING = ("notices", "counsel", "searches", "assessments", "examinations")
"""Facts that protect: they count as attested only from outside the proposing office."""

_READ = (
    *_PROTECTING, "bookings", "clearances", "deaths", "handover_lines", "incidents", "inspections",
    "manifest_lines", "manifests", "offices", "releases", "returns",
)  # fmt: skip


def figures_now(view: View, window: Period) -> Figures:
    """The figures of the days of a window, by month and place.

    Args:
        view: what is known.
        window: the days, half-open.
    """
    known = ReadOnce(view, _READ)
    counted = [one for day, one in _counted(known) if day in window]
    return public_figures(
        counted,
        notices=_notices(known, window),
        signatures=_signatures(known, window),
        attested=_attested(known),
    )


def _counted(known: ReadOnce) -> Iterator[tuple[date, Counted]]:
    for figure, (table, moment_of) in _FIGURES.items():
        for row in known.rows(table):
            at = moment_of(row)
            if at is not None:
                yield at.date(), Counted(figure, f"{at:%Y-%m}", _place_of(row, known))


def _place_of(row: KeptRow, known: ReadOnce) -> str:
    if row.place:
        return row.place
    manifest = known.row("manifests", row.transfer) if row.transfer else None
    return "" if manifest is None else manifest.text("destination")


def _when(column: str, **codes: str) -> Callable[[KeptRow], datetime | None]:
    def moment_of(row: KeptRow) -> datetime | None:
        fits = all(row.text(name) == code for name, code in codes.items())
        return row.instant(column) if fits else None

    return moment_of


def _arrived(row: KeptRow) -> datetime | None:
    return None if row.text("how") in {"moved", "returned"} else row.instant("arrived_at")


def _force(row: KeptRow) -> datetime | None:
    used = row.flag("force_used") is True or row.text("kind") == "force"
    return row.instant("happened_at") if used else None


_FIGURES: Mapping[str, tuple[str, Callable[[KeptRow], datetime | None]]] = MappingProxyType(
    {
        "arrivals": ("bookings", _arrived),
        "arrivals-not-announced": (
            "incidents", _when("happened_at", kind="arrival-not-announced"),
        ),
        "held-without-order": ("incidents", _when("happened_at", kind="held-without-order")),
        "transferred": ("handover_lines", _when("settled_at", state="received")),
        "refused": ("handover_lines", _when("settled_at", state="refused")),
        "turned-back": ("handover_lines", _when("settled_at", state="turned-back")),
        "released": ("releases", _when("released_at")),
        "returned": ("returns", _when("returned_at")),
        "inspections": ("inspections", _when("began_at")),
        "deaths": ("deaths", _when("died_at")),
        "force": ("incidents", _force),
        "orders-defied": ("incidents", _when("happened_at", kind="order-defied")),
    }
)  # fmt: skip


def _notices(known: ReadOnce, window: Period) -> Iterator[tuple[datetime, datetime]]:
    """For each person who boarded: the last notice of the transfer before, and the boarding."""
    for line in known.rows("handover_lines"):
        boarded = known.began(line)
        served = [at for row in known.of_person("notices", line.person)
                  if row.text("kind") == "transfer"
                  and (at := row.instant("served_at")) is not None and at <= boarded]  # fmt: skip
        if served and boarded.date() in window:
            yield max(served), boarded


def _signatures(known: ReadOnce, window: Period) -> Iterator[tuple[str, datetime]]:
    for row in known.rows("clearances"):
        at = row.instant("signed_at")
        if at is not None and at.date() in window:
            yield row.text("signer"), at


def _attested(known: ReadOnce) -> Iterator[bool]:
    """For each protecting fact of somebody proposed, whether it comes from outside the proposer."""
    proposed = {row.person: _root(row.text("proposed_by"), known)
                for row in known.rows("manifest_lines")}  # fmt: skip
    facts: Iterable[KeptRow] = (row for table in _PROTECTING for row in known.rows(table))
    for row in facts:
        if row.person in proposed:
            by = _root(row.text("attested_by"), known)
            yield bool(by) and by != proposed[row.person]


def _root(office: str, known: ReadOnce) -> str:
    """The office at the top of an office; empty where none is named."""
    seen: set[str] = set()
    while office and office not in seen:
        seen.add(office)
        row = known.row("offices", office)
        above = "" if row is None else row.text("part_of")
        if not above:
            return office
        office = above
    return office
