"""The figures that are published: small cells left out, but never deaths, force, defied orders."""

from __future__ import annotations

from datetime import date, timedelta

from safeconduct.basics import Period, text
from safeconduct.casework import View
from safeconduct.casework.watching import figures_now
from safeconduct.oversight import Figures, PublishedTable
from safeconduct.store.queries import last_change
from safeconduct.web.cells import Cell
from safeconduct.web.language import current
from safeconduct.web.sections import Section
from safeconduct.web.shown import shown

DAYS = 365


def figure_sections(view: View, today: date) -> list[Section]:
    """The figures of the last year, each a table of months by places.

    Args:
        view: everything that is known; what is shown of it names nobody.
        today: the first day that is left out.
    """
    figures = _figures(view, today)
    tables = [_section(name, table) for name, table in sorted(figures.tables.items())]
    return [_never_left_out(figures), *tables]


_kept: dict[str, tuple[int, date, Figures]] = {}


def _figures(view: View, today: date) -> Figures:
    """The figures, computed once for each state of the agreement's rows and each day."""
    change = last_change(view.agreement)
    known = _kept.get(view.agreement)
    if known is None or view.as_of is not None or known[:2] != (change, today):
        figures = figures_now(view, Period(today - timedelta(days=DAYS), today))
        known = (change, today, figures)
        if view.as_of is None:
            _kept[view.agreement] = known
    return known[2]


def _never_left_out(figures: Figures) -> Section:
    lang, spread = current(), figures.notice_to_boarding
    pairs = [(text(f"web.figure-{n}", lang), shown(c)) for n, c in figures.open_counts.items()]
    pairs += [
        (text("web.figure-notice-to-boarding", lang), shown(spread.middle)),
        (text("web.figure-signatures", lang), shown(figures.signatures_in_an_hour)),
        (text("web.figure-self-asserted", lang), shown(figures.self_asserted.per_cent)),
    ]
    return Section(
        "figures",
        text("web.figures-year", lang),
        (text("web.figure", lang), text("web.value", lang)),
        tuple((Cell(name), Cell(value, is_number=True)) for name, value in pairs),
        download="?download=figures",
    )


def _section(name: str, table: PublishedTable) -> Section:
    lang = current()
    left_out = text("web.figure-left-out", lang)
    rows = tuple(
        (
            Cell(row),
            *(
                Cell(
                    left_out if (row, column) in table.left_out
                    else shown(table.cells.get((row, column), 0)),
                    is_number=True,
                )
                for column in table.columns
            ),
        )
        for row in table.rows
    )  # fmt: skip
    heading = text("web.figure-month", lang)
    title = text(f"web.figure-{name}", lang)
    return Section(
        f"figure-{name}",
        title,
        (heading, *table.columns),
        rows,
        download=f"?download=figure-{name}",
    )
