"""``safeconduct screen --audit``: a whole register against itself or another, pair by pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape

from safeconduct.basics import Finding, Message
from safeconduct.basics.digest import Plain
from safeconduct.cli.deciding import Decided
from safeconduct.cli.language import current
from safeconduct.cli.output import console, finding_as_json, label, number, say, table
from safeconduct.cli.progress import Steps
from safeconduct.cli.screen.registers import open_register
from safeconduct.screening import Index
from safeconduct.screening.audit import Audit, AuditedPair, Opinions, audit, second_opinion
from safeconduct.screening.explanation import sentence_of
from safeconduct.screening.report import candidate_report


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit and the second opinion on it.

    Attributes:
        left: the register on the left.
        right: the register on the right; the same where one is held against itself.
        audit: what the keys of this program found.
        opinions: what Splink found; None where it is not installed.
        findings: what a person should know of the files.
    """

    left: Index
    right: Index
    audit: Audit
    opinions: Opinions | None
    findings: tuple[Finding, ...]

    @property
    def needs_a_person(self) -> bool:
        """Whether anything was found, or something could not be compared."""
        refused = self.left.refused or self.right.refused
        return bool(self.audit.pairs or self.audit.split or refused or self.alone)

    @property
    def weights(self) -> Mapping[tuple[int, int], int]:
        """Splink's weights by the lines of two records."""
        if self.opinions is None:
            return {}
        mine, theirs = (index.rows.column("line").to_pylist() for index in (self.left, self.right))
        pairs = self.opinions.weights.items()
        return {(mine[one], theirs[other]): weight for (one, other), weight in pairs}

    @property
    def alone(self) -> tuple[tuple[int, int], ...]:
        """Lines of the pairs that Splink alone found."""
        found = {_lines(pair) for pair in self.audit.pairs}
        both = found | {(other, one) for one, other in found if self.left is self.right}
        return tuple(sorted(pair for pair in self.weights if pair not in both))


def audit_registers(steps: Steps, left: Path, right: Path, folder: Path | None) -> Audited:
    """Audit two files; a file against itself if both are the same.

    Raises:
        WrongInput: if a register or the index of the right one cannot be read.
    """
    steps.begin("cli.step-reading")
    theirs, findings = open_register(right, folder)
    mine = theirs
    if left.resolve() != right.resolve():
        mine, more = open_register(left, None)
        findings = (*more, *findings)
    steps.begin("cli.step-screening")
    found = audit(mine, theirs)
    steps.begin("cli.step-second-opinion")
    return Audited(mine, theirs, found, second_opinion(mine, theirs), findings)


def decided(audited: Audited, inputs: Mapping[str, str]) -> Decided:
    """The audit as a command tells it."""
    return Decided("screen-audit", lambda: _as_json(audited), lambda: _print(audited), dict(inputs))


def _as_json(audited: Audited) -> Plain:
    weights = audited.weights
    refs = [index.rows.column("ref").to_pylist() for index in (audited.left, audited.right)]
    lines = [index.rows.column("line").to_pylist() for index in (audited.left, audited.right)]
    named = [dict(zip(line, ref, strict=True)) for line, ref in zip(lines, refs, strict=True)]
    return {
        "registers": [audited.left.edition.register, audited.right.edition.register],
        "rules": audited.right.edition.rules,
        "records": [audited.left.size, audited.right.size],
        "compared": audited.audit.compared,
        "blocks": audited.audit.blocks,
        "split": audited.audit.split,
        "findings": [finding_as_json(finding) for finding in audited.findings],
        "pairs": [_pair(pair, weights) for pair in audited.audit.pairs],
        "second_opinion": None if audited.opinions is None else "splink",
        "splink_alone": [
            {"left": named[0][one], "right": named[1][other], "splink": weights[one, other]}
            for one, other in audited.alone
        ],
    }


def _pair(pair: AuditedPair, weights: Mapping[tuple[int, int], int]) -> Plain:
    told = candidate_report(pair.candidate, current())
    splink = weights.get(_lines(pair), weights.get(_lines(pair)[::-1]))
    return {"left": pair.left.ref, "left_line": pair.left.line, "right": told, "splink": splink}


def _lines(pair: AuditedPair) -> tuple[int, int]:
    return pair.left.line, pair.candidate.record.line


def _print(audited: Audited) -> None:
    weights = audited.weights
    headings = ["cli.heading-left", "cli.heading-right", "cli.heading-weight"]
    headings += ["cli.heading-second-opinion", "cli.heading-why"]
    rows = []
    for pair in audited.audit.pairs:
        splink = weights.get(_lines(pair), weights.get(_lines(pair)[::-1]))
        rows.append(
            [
                escape(pair.left.ref),
                escape(pair.candidate.record.ref),
                number(round(pair.candidate.score / 100)),
                label("cli.screen-no-opinion") if splink is None else number(round(splink / 100)),
                escape(say(sentence_of(pair.candidate))),
            ]
        )
    screen = console()
    screen.print(table(headings, rows, (2, 3)))
    message = Message.of(
        "cli.screen-audited",
        pairs=len(audited.audit.pairs),
        compared=audited.audit.compared,
        split=audited.audit.split,
        alone=len(audited.alone),
    )
    screen.print(say(message), markup=False)
