"""What the gate says, for somebody who reads it on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from rich.markup import escape

from safeconduct.clearance.asking import Asked
from safeconduct.clearance.explain import remedy_of, source_of, why
from safeconduct.clearance.findings import Clearing, ConditionFinding, PersonFindings
from safeconduct.clearance.held import Held
from safeconduct.clearance.missing.shortest import wanted_by_office
from safeconduct.clearance.outcomes import Outcome, Verdict
from safeconduct.clearance.report import outcome_reads, sentence_with_place
from safeconduct.clearance.touched import Touched
from safeconduct.cli.language import current
from safeconduct.cli.output import console, label, table
from safeconduct.facts.describe import code_label

MOST_NAMES = 8
_STYLE = {
    Outcome.NO_BAR_FOUND: "green",
    Outcome.UNDETERMINED: "yellow",
    Outcome.BARRED: "red",
}
_MARK = {Verdict.FALSE: "✗", Verdict.UNKNOWN: "?"}


def show_clearing(clearing: Clearing, asked: Asked) -> None:
    """Print each person with what bars or is not known, then the count and what it rests on."""
    out = console()
    for person in clearing.persons:
        reads = outcome_reads(person.outcome, current())
        style = _STYLE[person.outcome]
        transfer = f" · {escape(person.transfer)}" if person.transfer else ""
        out.print(
            f"[bold]{escape(person.person)}[/bold]{transfer}  [{style}]{escape(reads)}[/{style}]"
        )
        for line in _lines(person, asked):
            out.print(f"  {escape(line)}")
    counted = Counter(person.outcome for person in clearing.persons)
    out.print()
    for outcome in Outcome:
        if counted[outcome]:
            out.print(f"{counted[outcome]:>6}  {escape(outcome_reads(outcome, current()))}")
    out.print(escape(label("clearance.no-approval")))
    hashes = {
        "terms_hash": clearing.terms_hash,
        "floor_hash": clearing.floor_hash,
        "facts_hash": clearing.facts_hash,
    }
    show_hashes(clearing.facts_as_of, clearing.law_as_of, hashes)


def show_hashes(facts_as_of: datetime, law_as_of: date, hashes: Mapping[str, str]) -> None:
    """Print on which facts, terms and floor an answer rests."""
    out = console()
    for name, value in (
        ("clearance.facts-as-of", facts_as_of.isoformat()),
        ("clearance.law-as-of", law_as_of.isoformat()),
        ("clearance.terms-hash", hashes["terms_hash"]),
        ("clearance.floor-hash", hashes["floor_hash"]),
        ("clearance.facts-hash", hashes["facts_hash"]),
    ):
        out.print(f"[dim]{escape(label(name))}: {escape(value)}[/dim]")


def _lines(person: PersonFindings, asked: Asked) -> Iterable[str]:
    for duty in person.duties:
        code = f"clearance.duty-{duty.state}"
        zone = asked.question.now.tzinfo
        by = duty.acknowledge_by.astimezone(zone).isoformat(timespec="minutes")
        yield f"! {label(code).format(order=duty.order, by=by)}"
    for finding in sorted(person.findings, key=_most_pressing):
        if finding.verdict in _MARK:
            yield f"{_MARK[finding.verdict]} {_reason(finding, person, asked)}"
    for problem in person.problems:
        yield f"? {sentence_with_place(problem, current())}"


def _most_pressing(finding: ConditionFinding) -> int:
    return list(Verdict).index(finding.verdict) if finding.verdict is not Verdict.FALSE else -1


def _reason(finding: ConditionFinding, person: PersonFindings, asked: Asked) -> str:
    source = source_of(finding, person.case, asked, current())
    said = why(finding, person.case, current())
    return f"{said} [{finding.condition.citation.clause}, {source}]"


def show_missing(clearing: Clearing) -> None:
    """Print what would settle the undetermined, by who can supply it, the largest share first."""
    out = console()
    grouped = wanted_by_office(clearing.persons)
    if not grouped:
        out.print(escape(label("clearance.nothing-missing")))
    for office, wanted in grouped.items():
        names = label("clearance.or").join(code_label(kind, current()) for kind in office)
        out.print(f"[bold]{escape(names)}[/bold]")
        for one in wanted:
            persons = ", ".join(one.persons[:MOST_NAMES])
            more = len(one.persons) - MOST_NAMES
            persons += f" +{more}" if more > 0 else ""
            out.print(f"  ☐ {escape(remedy_of(one.need, current(), one.lines))}: {escape(persons)}")
    barred = [one.person for one in clearing.persons if one.outcome is Outcome.BARRED]
    if barred:
        said = label("clearance.barred-anyway").format(persons=", ".join(barred[:MOST_NAMES]))
        out.print(escape(said))


def show_held(found: Iterable[Held]) -> None:
    """Print who must be released, since when and by whom; then the others."""
    headings = ("person", "place", "custody", "because", "since", "by")
    rows = [
        (
            one.person,
            one.place,
            label(f"clearance.custody-{one.custody}"),
            label(f"clearance.end-{one.because}") if one.because else "",
            one.since.isoformat() if one.since else "",
            one.by,
        )
        for one in sorted(found, key=lambda one: (one.custody.value, one.person))
    ]
    codes = [f"clearance.heading-{name}" for name in headings]
    console().print(table(codes, _escaped(rows), numeric=(headings.index("since"),)))


def show_touched(found: Iterable[Touched], zone: tzinfo | None) -> None:
    """Print whom an order touches or may, the most pressing first.

    Args:
        found: whom.
        zone: where somebody reads it, for the hours.
    """
    headings = ("person", "transfer", "touches", "stage", "actor", "act-by", "bundle")
    rows = [
        (
            one.person,
            one.transfer,
            label("clearance.touches-yes" if one.is_certain else "clearance.touches-maybe"),
            label(f"clearance.stage-{one.stage}"),
            label(f"clearance.actor-{one.actor}"),
            one.act_by.astimezone(zone).isoformat(timespec="minutes") if one.act_by else "",
            one.case_bundle,
        )
        for one in found
    ]
    codes = [f"clearance.heading-{name}" for name in headings]
    console().print(table(codes, _escaped(rows), numeric=(headings.index("act-by"),)))


def _escaped(rows: Iterable[tuple[str, ...]]) -> list[list[str]]:
    return [[escape(cell) for cell in row] for row in rows]


def show_schema(schema: dict[str, Any]) -> None:
    """Print the tables and columns of a bundle."""
    out = console()
    for one in schema["tables"]:
        out.print(f"[bold]{escape(one['table'])}[/bold]  {escape(one['explained'])}")
        for column in one["columns"]:
            form = " | ".join(column["codes"]) or column["form"]
            required = " *" if column["required"] else ""
            out.print(
                f"  {escape(column['column'])}{required}  [dim]{escape(form)}[/dim]  "
                f"{escape(column['explained'])}"
            )
        out.print()
