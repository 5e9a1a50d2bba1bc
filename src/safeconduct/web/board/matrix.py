"""The board: for each person the outcome, what is missing, and one cell for each safeguard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from safeconduct.basics import text
from safeconduct.casework.clearing import findings_of
from safeconduct.casework.judged import Judged
from safeconduct.casework.row import KeptRow
from safeconduct.clearance import ConditionFinding, Outcome, PersonFindings, Verdict
from safeconduct.clearance.explain import remedy_of
from safeconduct.clearance.missing.shortest import wanted_by_office
from safeconduct.clearance.report import outcome_reads
from safeconduct.facts.describe import code_label
from safeconduct.web.board.kept_back import is_kept_back
from safeconduct.web.cells import Cell, Names
from safeconduct.web.language import current

MARKS: Mapping[Verdict, str] = {
    Verdict.TRUE: "met",
    Verdict.FALSE: "not-met",
    Verdict.UNKNOWN: "unknown",
    Verdict.NOT_APPLICABLE: "",
}
OUTCOME_MARKS: Mapping[Outcome, str] = {
    Outcome.NO_BAR_FOUND: "met",
    Outcome.UNDETERMINED: "unknown",
    Outcome.BARRED: "not-met",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A safeguard.

    Attributes:
        id: the condition.
        says: what must hold, in a sentence.
        clause: where it stands.
    """

    id: str
    says: str
    clause: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A person on the manifest.

    Attributes:
        person: the key.
        name: the name where it may be read, else the key.
        href: the page of this person's findings.
        line: where the person's line stands, in words.
        outcome: what the gate says.
        not_met: how many safeguards are not met.
        unknown: how many are unknown.
        cells: one for each column of the board.
    """

    person: str
    name: str
    href: str
    line: str
    outcome: Cell
    not_met: int
    unknown: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole of it."""

    columns: tuple[Column, ...]
    rows: tuple[BoardRow, ...]


def board_of(
    lines: Iterable[KeptRow], judged: Judged, names: Names, open_tables: frozenset[str], *,
    every_column: bool = False,
) -> Board:  # fmt: skip
    """The board of a manifest.

    Args:
        lines: the lines of the people on it.
        judged: what the gate found.
        names: what people are called.
        open_tables: the tables of which the reader sees something.
        every_column: whether safeguards that everybody meets are columns too.
    """
    found = {
        line.person: one
        for line in lines
        if (one := findings_of(judged.clearing, line.person)) is not None
    }
    columns = _columns(found.values(), every=every_column)
    rows = (_row(line, found.get(line.person), columns, names, open_tables) for line in lines)
    return Board(columns, tuple(sorted(rows, key=lambda row: (-row.not_met, -row.unknown))))


def _columns(found: Iterable[PersonFindings], *, every: bool) -> tuple[Column, ...]:
    columns: dict[str, Column] = {}
    telling = {Verdict.FALSE, Verdict.UNKNOWN}
    for one in found:
        for finding in one.findings:
            if every or finding.verdict in telling:
                condition = finding.condition
                says = condition.label.in_language(current())
                clause = str(condition.citation.clause)
                columns.setdefault(condition.id, Column(condition.id, says, clause))
    return tuple(columns.values())


def _row(
    line: KeptRow, one: PersonFindings | None, columns: tuple[Column, ...], names: Names,
    open_tables: frozenset[str],
) -> BoardRow:  # fmt: skip
    href = reverse("web:findings", args=[names.agreement, line.transfer, line.person])
    by_id = {f.condition.id: f for f in one.findings} if one is not None else {}
    verdicts = [finding.verdict for finding in by_id.values()]
    outcome = one.outcome if one is not None else Outcome.UNDETERMINED
    return BoardRow(
        person=line.person,
        name=names.of("persons", line.person),
        href=href,
        line=code_label(line.text("state"), current()),
        outcome=Cell(outcome_reads(outcome, current()), mark=OUTCOME_MARKS[outcome]),
        not_met=verdicts.count(Verdict.FALSE),
        unknown=verdicts.count(Verdict.UNKNOWN),
        cells=tuple(_cell(by_id.get(column.id), href, open_tables) for column in columns),
    )


def _cell(finding: ConditionFinding | None, href: str, open_tables: frozenset[str]) -> Cell:
    if finding is None:
        return Cell(text("web.board-not-asked", current()))
    if is_kept_back(finding.condition, open_tables):
        return Cell(text("web.board-kept-back", current()))
    mark = MARKS[finding.verdict]
    if not mark:
        return Cell(text("web.board-not-applicable", current()))
    return Cell(text(f"web.board-{mark}", current()), f"{href}#{finding.condition.id}", mark)


@dataclass(frozen=True, slots=True)
class Missing:
    """What one kind of office can supply.

    Attributes:
        who: the kinds of office, any of which can.
        wants: what is wanted, and of how many persons.
    """

    who: str
    wants: tuple[tuple[str, int], ...]


def missing_of(judged: Judged) -> tuple[Missing, ...]:
    """What would settle those who are undetermined, by who can supply it, the most first."""
    lang = current()
    either = text("clearance.or", lang)
    return tuple(
        Missing(
            either.join(code_label(kind, lang) for kind in offices),
            tuple((remedy_of(one.need, lang, one.lines), len(one.persons)) for one in wanted),
        )
        for offices, wanted in wanted_by_office(judged.clearing.persons).items()
    )
