"""What the commands of the record print alike: publications, and findings as plain values."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from safeconduct.basics import Finding, Severity
from safeconduct.basics.digest import Plain
from safeconduct.cli.output import console, label, sentence_of
from safeconduct.record import Publication
from safeconduct.record.strict_text import to_base64

WIDE = 1_000
"""Columns for output that no terminal bounds."""


def print_table(drawn: Table) -> None:
    """Print a table in which nothing is cut off: folded at a terminal, whole lines elsewhere."""
    for column in drawn.columns:
        column.overflow = "fold"
    out = console()
    if not out.is_terminal:
        out.width = WIDE
    out.print(drawn, markup=False)


def as_plain(findings: Sequence[Finding]) -> list[Plain]:
    """Findings for ``--json``."""
    return [{"code": one.code, "says": sentence_of(one)} for one in findings]


def publication_findings(publication: Publication) -> tuple[Finding, ...]:
    """Why a checkpoint was not published, or whose cosignature is missing."""
    severity = Severity.NOTE if publication.published else Severity.ATTENTION
    return tuple(Finding(message, severity) for message in publication.missing)


def publication_as_plain(publication: Publication) -> dict[str, Plain]:
    """A publication for ``--json``."""
    return {
        "log": publication.checkpoint.origin,
        "size": publication.checkpoint.size,
        "root": to_base64(publication.checkpoint.root),
        "published": publication.published,
        "checkpoint": bytes(publication.note).decode(),
    }


def publication_line(publication: Publication) -> str:
    """A publication in a sentence."""
    code = "cli.record-published" if publication.published else "cli.record-pending"
    return label(code).format(log=publication.checkpoint.origin, size=publication.checkpoint.size)
