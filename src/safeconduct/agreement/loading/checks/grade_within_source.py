"""A term is never known better than the source that it is read from."""

from collections.abc import Iterator

from safeconduct.agreement.citation import Citation, Grade, Source
from safeconduct.agreement.loading.draft import Draft
from safeconduct.basics import Finding, Message

BEST_FIRST = tuple(Grade)


def grade_within_source(draft: Draft) -> Iterator[Finding]:
    """No citation claims a better grade than its source has."""
    grades = {written.value.id: written.value.grade for written in draft.each(Source)}
    for cited in draft.each(Citation):
        best = grades.get(cited.value.source)
        if best is not None and BEST_FIRST.index(cited.value.grade) < BEST_FIRST.index(best):
            message = Message.of(
                "agreement.grade-above-source",
                grade=cited.value.grade.value,
                source=cited.value.source,
                best=best.value,
            )
            yield cited.error(message, "grade")
