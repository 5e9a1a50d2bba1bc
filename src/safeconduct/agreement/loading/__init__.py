"""How does a text become an agreement?  Marked YAML, declared keys, checks; findings out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.loading.checks import CHECKS
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import MOST_FINDINGS, in_order
from safeconduct.agreement.loading.marks import read_marks
from safeconduct.agreement.loading.whole import AGREEMENT
from safeconduct.basics import AgreementId, Finding

__all__ = ["Reading", "read_agreement"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: an agreement and no finding, or findings and no agreement.

    Raises:
        ValueError: for both or neither of the two.
    """

    agreement: Agreement | None
    findings: tuple[Finding, ...]

    def __post_init__(self) -> None:
        if (self.agreement is None) != bool(self.findings):
            raise ValueError("a reading holds either an agreement or findings")


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
    checked = islice(chain.from_iterable(check(draft) for check in CHECKS), MOST_FINDINGS)
    found = in_order([*draft.findings, *checked])
    return Reading(None if found else agreement, found)
