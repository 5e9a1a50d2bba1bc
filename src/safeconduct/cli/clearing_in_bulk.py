"""``safeconduct clear`` on a folder of Parquet files: everybody at once, or some one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.markup import escape

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.clearance.asking import Asked, Question
from safeconduct.clearance.bulk import Answered, ask_folder, bulk_report
from safeconduct.clearance.bulk.answering import Counted, ask_persons
from safeconduct.clearance.findings import Clearing
from safeconduct.clearance.outcomes import Outcome, Verdict
from safeconduct.clearance.report import outcome_reads
from safeconduct.cli.case_files import files_of_case
from safeconduct.cli.clearing_shown import show_hashes
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import current
from safeconduct.cli.output import console, label, leave, print_findings, table
from safeconduct.cli.record.recording import AskedRecord
from safeconduct.cli.written_files import keep_what_is_read, writing


def ask_everybody(
    case: Path,
    question: Question,
    findings: str | None,
    *,
    as_json: bool,
    record: AskedRecord | None,
) -> None:
    """Judge a folder of Parquet files, write the findings, and leave."""
    files = files_of_case("case", case)
    keep_what_is_read([findings], [str(file) for file in files.values()])
    target = None if findings is None else Path(findings)
    if target is not None:
        _need_to_write(target)
    answered = ask_folder(case, question, target)
    opened = answered.opened
    decided = Decided(
        "clear",
        lambda: bulk_report(answered, current()),
        lambda: _show(answered),
        files,
        question.agreement,
        answered.hashes["floor_hash"],
        facts={
            "facts": answered.hashes["facts_hash"],
            "evaluator": [*answered.hashes["evaluator"].split()],
            "facts_as_of": question.now.isoformat(),
            "law_as_of": question.law_as_of.isoformat(),
            "computed_at": question.computed_at.isoformat(),
        },
        orders=[order.text("order") for order in opened.book.general],
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings((*(problem.finding for problem in opened.problems), *found))
    stopped = answered.outcomes[Outcome.BARRED] + answered.outcomes[Outcome.UNDETERMINED]
    nobody = not any(answered.outcomes.values())
    leave(found, needs_a_person=nobody or stopped > 0)


def _need_to_write(target: Path) -> None:
    """Tell before a million persons are asked that the findings could not be written."""
    is_new = not target.exists()
    with writing(target), target.open("ab"):
        pass
    if is_new:
        target.unlink()


def ask_some(case: Path, question: Question, persons: Sequence[str]) -> Asked:
    """The question on some persons of the folder, for the ordinary way."""
    return ask_persons(case, question, tuple(persons))


def of_persons(clearing: Clearing, persons: Sequence[str], case: Path) -> Clearing:
    """The answer for some persons; for all, where none is named.

    Raises:
        WrongInput: if somebody named is not in the bundle at that moment.
    """
    if not persons:
        return clearing
    known = {one.person for one in clearing.persons}
    strangers = [person for person in persons if person not in known]
    if strangers:
        message = Message.of("clearance.no-such-person", person=strangers[0])
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(case))))
    named = tuple(one for one in clearing.persons if one.person in set(persons))
    return replace(clearing, persons=named)


def _show(answered: Answered) -> None:
    """Print how many persons came out how, and what stopped them, the most frequent first."""
    out, question = console(), answered.opened.question
    stopping = sorted(answered.counted, key=_stopped, reverse=True)
    rows = [
        (
            escape(str(one.condition.id)),
            escape(str(one.condition.citation.clause)),
            f"{one.verdicts[Verdict.FALSE]:,}",
            f"{one.verdicts[Verdict.UNKNOWN]:,}",
        )
        for one in stopping
        if _stopped(one)
    ]
    if rows:
        headings = ("condition", "clause", "false", "unknown")
        codes = [f"clearance.heading-{name}" for name in headings]
        out.print(table(codes, rows, numeric=(2, 3)))
        out.print()
    for outcome, number in answered.outcomes.items():
        if number:
            out.print(f"{number:>12,}  {escape(outcome_reads(outcome, current()))}")
    out.print(escape(label("clearance.no-approval")))
    show_hashes(question.now, question.law_as_of, answered.hashes)


def _stopped(counted: Counted) -> int:
    return counted.verdicts[Verdict.FALSE] + counted.verdicts[Verdict.UNKNOWN]
