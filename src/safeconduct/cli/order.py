"""``safeconduct order``: whom does this order touch, where are they, who must act by when?"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement.floor import floor, floor_hash
from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.basics.digest import Plain
from safeconduct.clearance.bulk import is_parquet
from safeconduct.clearance.bundle import Sheet
from safeconduct.clearance.bundle.references import asked_ahead
from safeconduct.clearance.order_intake import PastedOrder, read_order, touched_in
from safeconduct.clearance.touched import Stage, Touched
from safeconduct.cli.case_files import files_of_case, read_case
from safeconduct.cli.clearing_shown import show_touched
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.lodging import lodgings
from safeconduct.cli.moments import read_moment
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.record.recording import RecordOption

OrderArgument = Annotated[str, typer.Argument(metavar="ORDER", help="clearance.order-file")]
AtOption = Annotated[str | None, typer.Option("--at", metavar="MOMENT", help="clearance.order-at")]
CasesOption = Annotated[str, typer.Option("--cases", metavar="DIR", help="clearance.order-cases")]

Bundle = tuple[str, list[Sheet]]
"""A bundle's path and its tables."""


def register(app: typer.Typer) -> None:
    """Add ``safeconduct order``."""
    app.command("order", help="clearance.order-help")(order)


def order(
    order: OrderArgument,
    cases: CasesOption,
    at: AtOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """List everybody whom an order touches or may touch."""
    del lang
    computed_at = datetime.now(UTC)
    now = read_moment(at, None, computed_at)
    pasted = read_order(_bytes_of(Path(order)), order)
    bundles = _bundles(Path(cases))
    touched, findings = _touched(pasted, bundles, now)
    findings += [problem.finding for problem in asked_ahead(now, computed_at)]
    if not touched:
        message = Message.of("clearance.order-touches-nobody", order=pasted.key)
        findings.append(Finding(message, Severity.ATTENTION, Location(cases)))
    case = str(uuid.uuid4())
    decided = Decided(
        "order",
        lambda: [_as_json(one) for one in touched],
        lambda: show_touched(touched, now.tzinfo),
        {"order": order, **_files(bundles)},
        floor=floor_hash(floor()),
        case=case,
        facts={
            "facts_as_of": now.isoformat(),
            "computed_at": computed_at.isoformat(timespec="seconds"),
        },
        orders=[*filter(None, (pasted.key, pasted.cells.get("lifts")))],
    )
    beside = tuple(lodgings(pasted.cells, case, computed_at))
    found = tell(decided, as_json=as_json, record=record, beside=beside)
    print_findings((*findings, *found))
    leave(found, needs_a_person=bool(touched or findings))


def _files(bundles: Iterable[Bundle]) -> dict[str, Path]:
    return {
        name: file
        for number, (bundle, _) in enumerate(bundles, 1)
        for name, file in files_of_case(f"case_{number}", Path(bundle)).items()
    }


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        message = Message.of("clearance.case-not-readable", reason=system_reason(fault))
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(path)))) from fault


def _touched(
    pasted: PastedOrder, bundles: Iterable[Bundle], now: datetime
) -> tuple[list[Touched], list[Finding]]:
    found: list[Touched] = []
    findings: list[Finding] = []
    within = timedelta(minutes=floor().acknowledge_within_minutes)
    for name, sheets in bundles:
        touched, problems = touched_in(pasted, sheets, name, now, within)
        found += touched
        findings += [problem.finding for problem in problems if problem.holds]
    stages = list(Stage)
    return sorted(found, key=lambda one: (stages.index(one.stage), one.person)), findings


def _bundles(folder: Path) -> list[Bundle]:
    """The bundle itself, or every bundle in the folder."""
    if not folder.is_dir() or any(folder.glob("*.csv")) or is_parquet(folder):
        return [(str(folder), read_case(folder))]
    inside = sorted(
        path for path in folder.iterdir() if path.is_dir() or path.suffix.lower() == ".xlsx"
    )
    if not inside:
        message = Message.of("clearance.case-without-tables")
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(folder))))
    return [(str(path), read_case(path)) for path in inside]


def _as_json(one: Touched) -> Plain:
    return {
        "person": one.person,
        "transfer": one.transfer or None,
        "touches": "yes" if one.is_certain else "maybe",
        "stage": one.stage.value,
        "actor": one.actor.value,
        "act_by": one.act_by.isoformat() if one.act_by else None,
        "case": one.case_bundle,
    }
