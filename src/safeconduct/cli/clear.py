"""``safeconduct clear``: may these persons board?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import load
from safeconduct.agreement.floor import floor_hash
from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.clearance.asking import Asked, Question, answer, facts_hash, prepare
from safeconduct.clearance.bulk import cross_check, is_parquet, seal_folder
from safeconduct.clearance.bundle import seal_of
from safeconduct.clearance.cases import cases_of
from safeconduct.clearance.evaluator import evaluator
from safeconduct.clearance.findings import Clearing
from safeconduct.clearance.held import Custody, Held, held_today
from safeconduct.clearance.missing.report import missing_report
from safeconduct.clearance.outcomes import Outcome
from safeconduct.clearance.report import clearing_report
from safeconduct.cli.case_files import files_of_case, read_case, write_contents
from safeconduct.cli.clearing_in_bulk import ask_everybody, ask_some, of_persons
from safeconduct.cli.clearing_shown import show_clearing, show_held, show_missing, show_schema
from safeconduct.cli.days import read_day
from safeconduct.cli.deciding import Decided, Inputs, need_a_decision, tell
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.moments import read_moment
from safeconduct.cli.output import JsonOption, leave, print_findings, print_json, say
from safeconduct.cli.record.recording import AskedRecord, RecordOption
from safeconduct.cli.written_files import writing
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
PersonOption = Annotated[
    list[str] | None, typer.Option("--person", metavar="P", help="clearance.clear-person")
]
FindingsOption = Annotated[
    str | None, typer.Option("--findings", metavar="FILE", help="clearance.clear-findings")
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
    person: PersonOption = None,
    findings: FindingsOption = None,
    schema: SchemaOption = False,
    template: TemplateOption = None,
    seal: SealOption = False,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Judge every person of a case bundle."""
    del lang
    need_a_decision(record, {"--schema": schema, "--template": template, "--seal": seal})
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
        question, persons = _question(agreement, at, law_as_of), tuple(person or ())
        if is_parquet(Path(case)) and not persons:
            _only_one_by_one({"--missing": missing, "--held": held})
            ask_everybody(Path(case), question, findings, as_json=as_json, record=record)
        if findings is not None:
            raise WrongInput(Finding(Message.of("clearance.findings-in-bulk"), Severity.ERROR))
        asked, files = ask(Path(case), question, persons), files_of_case("case", Path(case))
        if held:
            _judge_held(asked, files, persons, as_json=as_json, record=record)
        clearing = answer(asked)
        cross_check(asked, clearing)
        named = of_persons(clearing, persons, Path(case))
        _judge(asked, named, files, as_json=as_json, missing=missing, record=record)


def _question(agreement: str, at: str | None, law_as_of: str | None) -> Question:
    computed_at, terms = datetime.now(UTC), load(agreement)
    now = read_moment(at, terms, computed_at)
    law = read_day("--law-as-of", law_as_of) or now.date()
    return Question(terms, now, law, computed_at)


def _only_one_by_one(options: dict[str, bool]) -> None:
    """Refuse what a million persons at once cannot answer, and say how to ask it of some."""
    for option, given in options.items():
        if given:
            message = Message.of("clearance.option-wants-persons", option=option)
            raise WrongInput(Finding(message, Severity.ERROR))


def ask(case: Path, question: Question, persons: tuple[str, ...] = ()) -> Asked:
    """Read a bundle for a question.

    Args:
        case: the bundle.
        question: the question.
        persons: of a folder of Parquet files, the persons to read.

    Raises:
        WrongInput: if it cannot be read.
    """
    if is_parquet(case):
        return ask_some(case, question, persons)
    return prepare(read_case(case), str(case), question)


def _judge(
    asked: Asked,
    clearing: Clearing,
    files: Inputs,
    *,
    as_json: bool,
    missing: bool,
    record: AskedRecord | None,
) -> None:
    decided = _decided(
        "clear",
        asked,
        files,
        lambda: _report(clearing, asked, missing=missing),
        lambda: show_missing(clearing) if missing else show_clearing(clearing, asked),
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings((*(problem.finding for problem in clearing.problems), *found))
    leave(found, needs_a_person=_needs_a_person(clearing))


def _report(clearing: Clearing, asked: Asked, *, missing: bool) -> Plain:
    report: dict[str, Plain] = clearing_report(clearing, asked, current())
    if missing:
        report["missing"] = missing_report(clearing, current())
    return report


def _needs_a_person(clearing: Clearing) -> bool:
    clear_ones = all(person.outcome is Outcome.NO_BAR_FOUND for person in clearing.persons)
    nobody = not clearing.persons
    return nobody or not clear_ones or any(person.duties for person in clearing.persons)


def _decided(
    command: str,
    asked: Asked,
    files: Inputs,
    as_plain: Callable[[], Plain],
    show: Callable[[], None],
) -> Decided:
    """An answer with all that it rests on, so that this is known when the answer is erased."""
    question, known = asked.question, asked.docket.known
    return Decided(
        command,
        as_plain,
        show,
        files,
        question.agreement,
        floor_hash(asked.floor),
        facts={
            "facts": facts_hash(known),
            "evaluator": [*evaluator().split()],
            "facts_as_of": question.now.isoformat(),
            "law_as_of": question.law_as_of.isoformat(),
            "computed_at": question.computed_at.isoformat(),
        },
        orders=[order.text("order") for order in known.tables["orders"]],
    )


def _judge_held(
    asked: Asked,
    files: Inputs,
    persons: tuple[str, ...],
    *,
    as_json: bool,
    record: AskedRecord | None,
) -> None:
    places = asked.docket.known.tables["places"]
    supervisors = {place.text("place"): place.text("supervised_by") for place in places}
    everybody = held_today(cases_of(asked.docket), supervisors)
    held = [one for one in everybody if not persons or one.person in persons]
    decided = _decided(
        "clear-held",
        asked,
        files,
        lambda: [_held_as_json(one) for one in held],
        lambda: show_held(held),
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings(found)
    stands = all(one.custody is Custody.TITLE_STANDS for one in held) and not asked.problems
    leave(found, needs_a_person=not stands)


def _held_as_json(one: Held) -> Plain:
    return {
        "person": one.person,
        "place": one.place,
        "custody": one.custody.value,
        "because": one.because.value if one.because else None,
        "since": one.since.isoformat() if one.since else None,
        "order": one.order or None,
        "by": one.by or None,
    }


def _print_schema(*, as_json: bool) -> None:
    schema = bundle_schema(current())
    if as_json:
        print_json(schema)  # type: ignore[arg-type]  # plain by construction
    else:
        show_schema(schema)


def _seal(case: Path, *, as_json: bool) -> None:
    recorded_at = datetime.now(UTC)
    if is_parquet(case):
        written = case / "contents.parquet"
        with writing(written):
            tables = seal_folder(case, recorded_at)
    else:
        lines = seal_of(read_case(case))
        written = write_contents(case, lines, recorded_at.isoformat(timespec="seconds"))
        tables = {table: int(rows) for table, rows, _ in lines}
    if as_json:
        print_json({"contents": str(written), "tables": {**tables}})
    else:
        typer.echo(say(Message.of("clearance.sealed", file=str(written))))
