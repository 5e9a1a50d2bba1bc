"""Charts as SVG, drawn without a browser or the network; a table always stands beside them."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from safeconduct.basics import Finding, Lang, Message, Severity, WrongInput, text

# Two colours that differ in lightness too, so that print and colour-blind readers tell them apart.
HELD, GUARANTEED = "#1d70b8", "#0b0c0c"
WIDTH, HEIGHT = 620, 260


@dataclass(frozen=True, slots=True)
class OccupancyMonth:
    """One month of a facility.

    Attributes:
        month: the month's first day.
        held: bed-days of the month over its days: the mean of persons held.
        guaranteed: guaranteed places; None where none is known.
    """

    month: date
    held: float
    guaranteed: int | None


def occupancy_chart(months: Sequence[OccupancyMonth], title: str, lang: Lang) -> str:
    """Bars of mean occupancy by month, with the guaranteed minimum as a step line above them.

    Args:
        months: the months, in order.
        title: what stands above the chart.
        lang: the language of the labels.

    Returns:
        The chart as SVG.

    Raises:
        WrongInput: if the libraries of the extra ``charts`` are not installed.
    """
    altair, to_svg = _libraries()
    rows = [
        {"month": f"{one.month:%Y-%m}", "held": one.held, "guaranteed": one.guaranteed}
        for one in months
    ]
    # Months go as text: a date would be read in the machine's own time zone.
    axis = altair.X(
        "month:O",
        title=text("documents.chart-month", lang),
        axis=altair.Axis(labelAngle=-90, labelOverlap=True),
    )
    base = altair.Chart(altair.Data(values=rows)).encode(axis)
    bars = base.mark_bar(color=HELD).encode(
        altair.Y("held:Q", title=text("documents.chart-held", lang))
    )
    guarantee = (
        base.transform_filter("isValid(datum.guaranteed)")
        .mark_tick(color=GUARANTEED, opacity=1, thickness=3, width={"band": 1})
        .encode(altair.Y("guaranteed:Q"))
    )
    chart = (bars + guarantee).properties(
        width=WIDTH,
        height=HEIGHT,
        title={"text": title, "subtitle": text("documents.chart-guaranteed", lang)},
    )
    return str(to_svg(chart.to_json()))


def _libraries() -> tuple[Any, Any]:
    """Altair, and what draws its charts; both belong to an extra, for they are large."""
    try:
        altair = importlib.import_module("altair")
        convert = importlib.import_module("vl_convert")
    except ImportError as missing:
        message = Message.of("documents.charts-missing", library=missing.name or "altair")
        raise WrongInput(Finding(message, Severity.ERROR)) from None
    return altair, convert.vegalite_to_svg
