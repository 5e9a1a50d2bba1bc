"""``safeconduct clear``: may these persons board?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import load
from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.clearance.asking import Asked, Question, answer, prepare
from safeconduct.clearance.bulk import cross_check
from safeconduct.clearance.bundle import seal_of
from safeconduct.clearance.cases import cases_of
from safeconduct.clearance.findings import Clearing
from safeconduct.clearance.held import Custody, held_today
from safeconduct.clearance.missing.report import missing_report
from safeconduct.clearance.outcomes import Outcome
from safeconduct.clearance.report import clearing_report
from safeconduct.cli.case_files import read_case, write_contents
from safeconduct.cli.clearing_shown import show_clearing, show_held, show_missing, show_schema
from safeconduct.cli.days import read_day
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.moments import read_moment
from safeconduct.cli.output import NEEDS_A_PERSON, JsonOption, print_findings, print_json, say
from safeconduct.facts import bundle_schema, write_template

CaseArgument = Annotated[str | None, typer.Argument(metavar="CASE", help="clearance.clear-case")]
AgreementOption = Annotated[
    str | None, typer.Option("--agreement", metavar="A", help="clearance.clear-agreement")
]
AtOption = Annotated[str | None, typer.Option("--at", metavar="MOMENT", help="clearance.clear-at")]
LawOption = Annotated[
    str | None, typer.Option("--law-as-of", metavar="DAY", help="clearance.clear-law-as-of")
]
MissingOption = Annotated[bool, typer.Option("--missing", help="clearance.clear-missing")]
HeldOption = Annotated[bool, typer.Option("--held", help="clearance.clear-held")]
SchemaOption = Annotated[bool, typer.Option("--schema", help="clearance.clear-schema")]
TemplateOption = Annotated[
    str | None, typer.Option("--template", metavar="FILE", help="clearance.clear-template")
]
SealOption = Annotated[bool, typer.Option("--seal", help="clearance.clear-seal")]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct clear``."""
    app.command("clear", help="clearance.clear-help")(clear)


def clear(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    case: CaseArgument = None,
    agreement: AgreementOption = None,
    at: AtOption = None,
    law_as_of: LawOption = None,
    missing: MissingOption = False,
    held: HeldOption = False,
    schema: SchemaOption = False,
    template: TemplateOption = None,
    seal: SealOption = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Judge every person of a case bundle."""
    del lang
    if schema:
        _print_schema(as_json=as_json)
    elif template is not None:
        write_template(Path(template))
    elif case is None:
        raise WrongInput(Finding(Message.of("clearance.case-wanted"), Severity.ERROR))
    elif seal:
        _seal(Path(case), as_json=as_json)
    elif agreement is None:
        raise WrongInput(Finding(Message.of("clearance.agreement-wanted"), Severity.ERROR))
    else:
        asked = ask(Path(case), agreement, at, law_as_of)
        if held:
            _judge_held(asked, as_json=as_json)
        _judge(asked, as_json=as_json, missing=missing)


def ask(case: Path, agreement: str, at: str | None, law_as_of: str | None) -> Asked:
    """Read a bundle and an agreement for a question.

    Raises:
        WrongInput: if either cannot be read.
    """
    computed_at, terms = datetime.now(UTC), load(agreement)
    now = read_moment(at, terms, computed_at)
    law = read_day("--law-as-of", law_as_of) or now.date()
    return prepare(read_case(case), str(case), Question(terms, now, law, computed_at))


def _judge(asked: Asked, *, as_json: bool, missing: bool) -> None:
    clearing = answer(asked)
    cross_check(asked, clearing)
    if as_json:
        report: dict[str, Plain] = clearing_report(clearing, asked, current())
        if missing:
            report["missing"] = missing_report(clearing, current())
        print_json(report)
    elif missing:
        show_missing(clearing)
    else:
        show_clearing(clearing, asked)
    print_findings(problem.finding for problem in clearing.problems)
    _leave(clearing)


def _leave(clearing: Clearing) -> None:
    clear_ones = all(person.outcome is Outcome.NO_BAR_FOUND for person in clearing.persons)
    nobody = not clearing.persons
    if nobody or not clear_ones or any(person.duties for person in clearing.persons):
        raise typer.Exit(NEEDS_A_PERSON)


def _judge_held(asked: Asked, *, as_json: bool) -> None:
    places = asked.docket.known.tables["places"]
    supervisors = {place.text("place"): place.text("supervised_by") for place in places}
    found = held_today(cases_of(asked.docket), supervisors)
    if as_json:
        print_json(
            [
                {
                    "person": one.person,
                    "place": one.place,
                    "custody": one.custody.value,
                    "because": one.because.value if one.because else None,
                    "since": one.since.isoformat() if one.since else None,
                    "order": one.order or None,
                    "by": one.by or None,
                }
                for one in found
            ]
        )
    else:
        show_held(found)
    stands = all(one.custody is Custody.TITLE_STANDS for one in found) and not asked.problems
    raise typer.Exit(0 if stands else NEEDS_A_PERSON)


def _print_schema(*, as_json: bool) -> None:
    schema = bundle_schema(current())
    if as_json:
        print_json(schema)  # type: ignore[arg-type]  # plain by construction
    else:
        show_schema(schema)


def _seal(case: Path, *, as_json: bool) -> None:
    recorded_at = datetime.now(UTC).isoformat(timespec="seconds")
    lines = seal_of(read_case(case))
    written = write_contents(case, lines, recorded_at)
    if as_json:
        print_json({"contents": str(written), "tables": {t: int(n) for t, n, _ in lines}})
    else:
        typer.echo(say(Message.of("clearance.sealed", file=str(written))))
