"""An amendment is in the sources, and a value that refers to one finds it and begins with it."""

from collections.abc import Iterator

from safeconduct.agreement.agreement import Amendment
from safeconduct.agreement.citation import Source
from safeconduct.agreement.loading.dated import ValueAsWritten
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import listing, quote
from safeconduct.basics import Finding, Message


def amendments_known(draft: Draft) -> Iterator[Finding]:
    """Every amendment referred to exists."""
    yield from _their_sources(draft)
    amendments = {written.value.id: written.value for written in draft.each(Amendment)}
    for value in draft.each(ValueAsWritten):
        name, start = value.value.amendment, value.value.start
        if not name:
            continue
        amendment = amendments.get(name)
        if amendment is None:
            allowed = listing(amendments) or "—"
            message = Message.of("agreement.unknown-amendment", id=quote(name), allowed=allowed)
            yield value.error(message, "amendment")
        elif start is not None and start < amendment.takes_effect:
            first = amendment.takes_effect
            message = Message.of("agreement.before-amendment", day=start, id=name, first=first)
            yield value.error(message, "from")


def _their_sources(draft: Draft) -> Iterator[Finding]:
    sources = [written.value.id for written in draft.each(Source)]
    for amendment in draft.each(Amendment):
        if amendment.value.source not in sources:
            message = Message.of(
                "agreement.unknown-source",
                source=quote(amendment.value.source),
                allowed=listing(sources),
            )
            yield amendment.error(message, "source")
