"""A person's findings, told: what was found, by which clause, on what evidence, who can settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.basics import text
from safeconduct.casework.columns import column_of, table_of
from safeconduct.casework.judged import Judged
from safeconduct.clearance import ConditionFinding, Evidence, PersonFindings, Verdict
from safeconduct.clearance.explain import source_of, why
from safeconduct.clearance.report import settled_by
from safeconduct.facts import column_label, table_label
from safeconduct.web.board.kept_back import is_kept_back
from safeconduct.web.board.matrix import MARKS
from safeconduct.web.cells import value_in_words
from safeconduct.web.language import current
from safeconduct.web.shown import shown


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that was read: what it is, its value, since when it is known, who vouches for it."""

    name: str
    value: str
    as_of: str
    attested_by: str


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in words.

    Attributes:
        id: the condition.
        says: what must hold.
        mark: ``met``, ``not-met`` or ``unknown``; empty for one that does not apply.
        reads: the mark in words.
        why: the reason, in a sentence.
        clause: the clause.
        source: the text that holds it, and whether it binds.
        settled_by: what would settle an unknown, and who can.
        facts: the evidence.
    """

    id: str
    says: str
    mark: str
    reads: str
    why: str
    clause: str
    source: str
    settled_by: str
    facts: tuple[Fact, ...]


_ORDER = (Verdict.FALSE, Verdict.UNKNOWN, Verdict.TRUE, Verdict.NOT_APPLICABLE)


def told(one: PersonFindings, judged: Judged, open_tables: frozenset[str]) -> tuple[Told, ...]:
    """The findings of a person, those that stop first; what may not be known is left out."""
    open_ones = (f for f in one.findings if not is_kept_back(f.condition, open_tables))
    ordered = sorted(open_ones, key=lambda finding: _ORDER.index(finding.verdict))
    return tuple(_told(finding, one, judged) for finding in ordered)


def _told(finding: ConditionFinding, one: PersonFindings, judged: Judged) -> Told:
    lang, condition = current(), finding.condition
    mark = MARKS[finding.verdict]
    return Told(
        id=condition.id,
        says=condition.label.in_language(lang),
        mark=mark,
        reads=text(f"web.board-{mark}" if mark else "web.board-not-applicable", lang),
        why=why(finding, one.case, lang),
        clause=str(condition.citation.clause),
        source=source_of(finding, one.case, judged.asked, lang),
        settled_by=settled_by(finding, lang),
        facts=tuple(_facts(finding.evidence)),
    )


def _facts(evidence: Iterable[Evidence]) -> Iterable[Fact]:
    lang = current()
    for one in evidence:
        table = table_of(one.fact.partition(".")[0])
        column = column_of(one.fact)
        yield Fact(
            f"{table_label(table, lang)}: {column_label(table, column, lang)}",
            value_in_words(column, one.value),
            shown(one.as_of),
            one.attested_by or text("web.self-asserted", lang),
        )
