"""The public figures of a window of days, read off the rows of a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType

from safeconduct.basics import Period
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.oversight import Counted, Figures, public_figures

_PROTECTING = ("notices", "counsel", "searches", "assessments", "examinations")
"""Facts that protect: they count as attested only from outside the proposing office."""


def figures_now(view: View, window: Period) -> Figures:
    """The figures of the days of a window, by month and place.

    Args:
        view: what is known.
        window: the days, half-open.
    """
    counted = [one for day, one in _counted(view) if day in window]
    return public_figures(
        counted,
        notices=_notices(view, window),
        signatures=_signatures(view, window),
        attested=_attested(view),
    )


def _counted(view: View) -> Iterator[tuple[date, Counted]]:
    for figure, (table, moment_of) in _FIGURES.items():
        for row in view.rows(table):
            at = moment_of(row)
            if at is not None:
                yield at.date(), Counted(figure, f"{at:%Y-%m}", _place_of(row, view))


def _place_of(row: KeptRow, view: View) -> str:
    if row.place:
        return row.place
    manifest = view.row("manifests", row.transfer) if row.transfer else None
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


def _notices(view: View, window: Period) -> Iterator[tuple[datetime, datetime]]:
    """For each person who boarded: the last notice of the transfer before, and the boarding."""
    for line in view.rows("handover_lines"):
        boarded = view.history("handover_lines", line.key)[0].happened_at
        served = [at for row in view.rows("notices", person=line.person)
                  if row.text("kind") == "transfer"
                  and (at := row.instant("served_at")) is not None and at <= boarded]  # fmt: skip
        if served and boarded.date() in window:
            yield max(served), boarded


def _signatures(view: View, window: Period) -> Iterator[tuple[str, datetime]]:
    for row in view.rows("clearances"):
        at = row.instant("signed_at")
        if at is not None and at.date() in window:
            yield row.text("signer"), at


def _attested(view: View) -> Iterator[bool]:
    """For each protecting fact of somebody proposed, whether it comes from outside the proposer."""
    proposed = {row.person: _root(row.text("proposed_by"), view)
                for row in view.rows("manifest_lines")}  # fmt: skip
    facts: Iterable[KeptRow] = (row for table in _PROTECTING for row in view.rows(table))
    for row in facts:
        if row.person in proposed:
            by = _root(row.text("attested_by"), view)
            yield bool(by) and by != proposed[row.person]


def _root(office: str, view: View) -> str:
    """The office at the top of an office; empty where none is named."""
    seen: set[str] = set()
    while office and office not in seen:
        seen.add(office)
        row = view.row("offices", office)
        above = "" if row is None else row.text("part_of")
        if not above:
            return office
        office = above
    return office
