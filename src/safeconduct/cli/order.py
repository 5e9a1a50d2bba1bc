"""``safeconduct order``: whom does this order touch, where are they, who must act by when?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement.floor import floor
from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.clearance.bundle import Sheet
from safeconduct.clearance.order_intake import PastedOrder, read_order, touched_in
from safeconduct.clearance.touched import Stage, Touched
from safeconduct.cli.case_files import read_case
from safeconduct.cli.clearing_shown import show_touched
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import NEEDS_A_PERSON, JsonOption, print_findings, print_json

OrderArgument = Annotated[str, typer.Argument(metavar="ORDER", help="clearance.order-file")]
CasesOption = Annotated[str, typer.Option("--cases", metavar="DIR", help="clearance.order-cases")]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct order``."""
    app.command("order", help="clearance.order-help")(order)


def order(
    order: OrderArgument,
    cases: CasesOption,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """List everybody whom an order touches or may touch."""
    del lang
    pasted = read_order(_bytes_of(Path(order)), order)
    found, findings = _touched(pasted, Path(cases))
    if as_json:
        print_json([_as_json(one) for one in found])
    else:
        show_touched(found)
    print_findings(findings)
    if found or findings:
        raise typer.Exit(NEEDS_A_PERSON)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        message = Message.of("clearance.case-not-readable", reason=reason)
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(path)))) from fault


def _touched(pasted: PastedOrder, folder: Path) -> tuple[list[Touched], list[Finding]]:
    found: list[Touched] = []
    findings: list[Finding] = []
    now, within = datetime.now(UTC), timedelta(minutes=floor().acknowledge_within_minutes)
    for name, sheets in _bundles(folder):
        touched, problems = touched_in(pasted, sheets, name, now, within)
        found += touched
        findings += [problem.finding for problem in problems if problem.holds]
    if not found:
        message = Message.of("clearance.order-touches-nobody", order=pasted.key)
        findings.append(Finding(message, Severity.ATTENTION, Location(str(folder))))
    stages = list(Stage)
    return sorted(found, key=lambda one: (stages.index(one.stage), one.person)), findings


def _bundles(folder: Path) -> list[tuple[str, list[Sheet]]]:
    """The bundle itself, or every bundle in the folder."""
    if not folder.is_dir() or any(folder.glob("*.csv")):
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
