"""Whoever assumes a term says what the source leaves open, and why this was assumed."""

from collections.abc import Iterator

from safeconduct.agreement.citation import Citation, Grade
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding, Message


def assumed_says_why(draft: Draft) -> Iterator[Finding]:
    """Every assumed term has its reason."""
    for cited in draft.each(Citation):
        if cited.value.grade is Grade.ASSUMED and cited.value.why is None:
            yield cited.error(Message.of("agreement.assumed-without-why"), "grade")
