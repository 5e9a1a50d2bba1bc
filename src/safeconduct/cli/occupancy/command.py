"""``safeconduct occupancy``: a population or bookings against guarantees, by place and month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Finding, Message, Severity, WrongInput, read_period
from safeconduct.cli.days import read_day, read_window
from safeconduct.cli.deciding import Decided, need_a_decision, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.occupancy.chart import write_chart
from safeconduct.cli.occupancy.proposing import proposals, write_proposals
from safeconduct.cli.occupancy.reading import (
    AsBookings,
    Read,
    read_bookings,
    read_limits,
    read_population,
    under_other_names,
)
from safeconduct.cli.occupancy.shown import (
    Against,
    occupancy_as_json,
    print_occupancy,
    print_proposals,
    proposals_as_json,
)
from safeconduct.cli.output import JsonOption, leave, print_findings, print_json
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.together import exclude, need
from safeconduct.cli.written_files import keep_what_is_read
from safeconduct.custody import occupancy, unmatched
from safeconduct.engine import session
from safeconduct.tables import Table

if TYPE_CHECKING:
    import duckdb

    from safeconduct.basics import Period

HELD = "held"
"""The column of a daily population that says how many persons were held, unless told."""

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="cli.occupancy-file")]
MinimumOption = Annotated[
    str, typer.Option("--minimum", metavar="FILE", help="cli.occupancy-minimum")
]
HeldOption = Annotated[str, typer.Option("--held", metavar="COLUMN", help="cli.occupancy-held")]
NamesOption = Annotated[
    str | None, typer.Option("--names", metavar="FILE", help="cli.occupancy-names")
]
RuleOption = Annotated[DayCountRule | None, typer.Option("--rule", help="cli.occupancy-rule")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DAY", help="cli.count-until")]
ZoneOption = Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="cli.count-zone")]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DAY", help="cli.count-from")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DAY", help="cli.count-to")]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="PLACE", help="cli.occupancy-place")
]
ChartOption = Annotated[
    str | None, typer.Option("--chart", metavar="FILE", help="cli.occupancy-chart")
]
ProposeOption = Annotated[
    str | None, typer.Option("--propose-names", metavar="FILE", help="cli.occupancy-propose")
]
AverageOption = Annotated[
    str | None, typer.Option("--average-over", metavar="PERIOD", help="cli.occupancy-average")
]


def show_occupancy(  # noqa: PLR0913, PLR0917 - each option is one thing that a person may say
    file: FileArgument,
    minimum: MinimumOption,
    held: HeldOption = HELD,
    names: NamesOption = None,
    rule: RuleOption = None,
    until: UntilOption = None,
    zone: ZoneOption = None,
    first: FromOption = None,
    end: ToOption = None,
    place: PlaceOption = None,
    chart: ChartOption = None,
    propose: ProposeOption = None,
    average_over: AverageOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Hold what places held against what is guaranteed to them."""
    del lang
    need_a_decision(record, {"--propose-names": propose})
    need(("--rule", rule), {"--until": until, "--zone": zone})
    exclude(("--rule", rule), {"--held": None if held == HELD else held})
    need(("--average-over", average_over), {"--propose-names": propose})
    need(("--propose-names", propose), {"--average-over": average_over})
    keep_what_is_read((chart, propose), (file, minimum, names))
    window = read_window(first, end)
    bookings = AsBookings(rule, read_day("--until", until), zone) if rule else None
    with session() as connection:
        limits, table = read_limits(connection, Path(minimum))
        if bookings:
            population = read_bookings(connection, Path(file), bookings, window)
        else:
            population = read_population(connection, Path(file), held, window)
        if names is not None:
            population = under_other_names(connection, population, Path(names))
        if propose is not None:
            _propose(connection, population, table, Path(propose), average_over, as_json)
        against = _against(connection, population, limits, place)
    if chart is not None:
        write_chart(Path(chart), against.months, place)
    decided = Decided(
        "occupancy",
        lambda: occupancy_as_json(against),
        lambda: print_occupancy(against),
        {"held": file, "limits": minimum, "names": names},
    )
    findings = (*against.findings, *tell(decided, as_json=as_json, record=record))
    print_findings(findings)
    leave(findings)


def _against(
    connection: duckdb.DuckDBPyConnection, population: Read, limits: Read, place: str | None
) -> Against:
    months = occupancy(connection, population.relation, limits.relation)
    places, facilities = unmatched(connection, population.relation, limits.relation)
    refused = (*population.refused, *limits.refused)
    if not months:
        _refuse(refused, Message.of("cli.occupancy-no-match"))
    if place is not None:
        months = [month for month in months if month.place == place]
    if not months:
        _refuse(refused, Message.of("cli.occupancy-no-place", place=str(place)))
    return Against(months, places, facilities, refused, population.findings)


def _refuse(refused: tuple[Finding, ...], message: Message) -> NoReturn:
    raise WrongInput(*refused, Finding(message, Severity.ERROR))


def _propose(
    connection: duckdb.DuckDBPyConnection,
    population: Read,
    limits: Table,
    file: Path,
    average_over: str | None,
    as_json: bool,
) -> None:
    """Write proposals and leave: they are for a person to read before anything is held to them."""
    found = proposals(connection, population.relation, limits, _period(average_over))
    write_proposals(file, found)
    if as_json:
        print_json(proposals_as_json(found))
    else:
        print_proposals(found, file)
    leave()


def _period(text: str | None) -> Period:
    try:
        return read_period(text or "")
    except ValueError:
        message = Message.of("cli.not-a-period", text=text or "")
        raise WrongInput(Finding(message, Severity.ERROR)) from None
