"""A cited source exists, and its clause index holds the cited clause."""

from collections.abc import Iterator

from safeconduct.agreement.citation import Citation, Source
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import listing, nearest, quote
from safeconduct.basics import Finding, Message


def clause_in_index(draft: Draft) -> Iterator[Finding]:
    """Every citation leads somewhere."""
    sources = {written.value.id: written.value for written in draft.each(Source)}
    for cited in draft.each(Citation):
        source = sources.get(cited.value.source)
        if source is None:
            yield cited.error(_unknown_source(cited.value.source, sources), "source")
        elif cited.value.clause not in source.clauses:
            yield cited.error(_unknown_clause(cited.value.clause, source), "clause")


def _unknown_source(source: str, sources: dict[str, Source]) -> Message:
    return Message.of("agreement.unknown-source", source=quote(source), allowed=listing(sources))


def _unknown_clause(clause: str, source: Source) -> Message:
    near = nearest(clause, source.clauses)
    code = "agreement.unknown-clause-near" if near else "agreement.unknown-clause"
    return Message(code, {"clause": quote(clause), "source": source.id, "near": near})
