"""How does a text become an agreement?  Marked YAML, declared keys, checks; findings out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.loading.checks import CHECKS
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import error, in_order
from safeconduct.agreement.loading.marks import read_marks
from safeconduct.agreement.loading.whole import AGREEMENT
from safeconduct.basics import AgreementId, Finding, Location, Message

__all__ = ["Reading", "read_agreement"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: an agreement and no finding, or findings and no agreement."""

    agreement: Agreement | None
    findings: tuple[Finding, ...]


def read_agreement(data: bytes, file: str, frameworks: Iterable[AgreementId] = ()) -> Reading:
    """Read an agreement from the bytes of its file. Nothing is raised for what the bytes hold.

    Args:
        data: the file's content.
        file: the file as the person named it; findings cite it.
        frameworks: the agreements that this one may stand under.
    """
    tree, findings = read_marks(data, file)
    if tree is None:
        return Reading(None, in_order(findings))
    draft = Draft(file, frozenset(frameworks))
    agreement = AGREEMENT.read(tree, Context(draft))
    found = in_order([*draft.findings, *(f for check in CHECKS for f in check(draft))])
    if agreement is None and not found:
        found = (error(Message.of("agreement.unreadable"), Location(file, 1, 1)),)
    return Reading(None if found else agreement, found)
