"""The occupancy chart: drawn offline, readable, and honest about what is missing."""

from __future__ import annotations

import sys
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from safeconduct.basics import ENGLISH, Lang, Period, WrongInput, advice
from safeconduct.documents import Document, Figure, OccupancyMonth, occupancy_chart, typeset

MONTHS = [
    OccupancyMonth(month.start, held, guaranteed)
    for month, held, guaranteed in zip(
        Period.year(2024).months(),
        [310.5, 290.0, 305.2, 280.9, 250.0, 260.1, 300.0, 330.4, 320.0, 315.0, 299.0, 301.0],
        [300] * 9 + [None] * 3,
        strict=True,
    )
]


def words(svg: str) -> set[str]:
    """The texts of a drawing."""
    return {text for element in ET.fromstring(svg).iter() if (text := (element.text or "").strip())}  # noqa: S314 - our own drawing


@pytest.fixture(scope="module")
def drawn() -> str:
    return occupancy_chart(MONTHS, "Facility <A> & B", ENGLISH)


def test_a_bar_for_each_month_and_a_line_where_places_are_guaranteed(drawn: str) -> None:
    assert drawn.count('aria-roledescription="bar"') == 12
    assert drawn.count('aria-roledescription="tick"') == 9


def test_title_and_axes_are_labelled(drawn: str) -> None:
    assert {"Facility <A> & B", "Mean of persons held", "Month", "2024-01"} <= words(drawn)


def test_in_spanish() -> None:
    assert {"Media de personas", "Mes"} <= words(occupancy_chart(MONTHS, "Centro", Lang("es")))


def test_it_can_stand_in_a_document(drawn: str) -> None:
    pdf = typeset(
        Document(
            title="Occupancy",
            subtitle="2024",
            lang=ENGLISH,
            author="Author",
            dated=date(2025, 1, 1),
            running="",
            page_of="{page}/{pages}",
            blocks=(Figure(drawn, "Bars of occupancy by month", "Occupancy"),),
        )
    )
    assert pdf.startswith(b"%PDF-")


def test_without_the_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(WrongInput) as wrong:
        occupancy_chart(MONTHS, "A", ENGLISH)
    (finding,) = wrong.value.findings
    assert finding.code == "documents.charts-missing"
    assert 'pip install "safeconduct[charts]"' in advice(finding.message, ENGLISH)
