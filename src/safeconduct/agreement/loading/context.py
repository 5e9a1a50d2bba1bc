"""What a part of the file may rely on, because it stands above it or was read before it."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from dataclasses import dataclass, replace
from datetime import date

from safeconduct.agreement.agreement import Amendment
from safeconduct.agreement.citation import Citation, Grade, Source
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.tree import Node
from safeconduct.basics import Message


@dataclass(frozen=True, slots=True)
class Context:
    """Passed down through the file; what is found is noted on the draft.

    Attributes:
        draft: where values and findings are noted.
        sources: grade by source id, the first being the main one; None where the section could
            not be read, so that nothing is held against what cites it.
        amendments: first day by amendment id; None where the section could not be read.
        citation: what a value without a clause of its own rests on.
    """

    draft: Draft
    sources: Lookup[str, Grade] | None = None
    amendments: Lookup[str, date] | None = None
    citation: Citation | None = None

    def refuse(self, node: Node, message: Message) -> None:
        """Note an error at the node. Readers return what this returns: no value."""
        self.draft.find(message, node)

    def with_sources(self, sources: tuple[Source, ...]) -> Context:
        """What follows may cite these sources."""
        return replace(self, sources={source.id: source.grade for source in sources})

    def with_amendments(self, amendments: tuple[Amendment, ...]) -> Context:
        """What follows may be dated by these amendments."""
        days = {amendment.id: amendment.takes_effect for amendment in amendments}
        return replace(self, amendments=days)

    def resting_on(self, citation: Citation | None) -> Context:
        """What stands inside rests on this citation unless it has its own."""
        return replace(self, citation=citation)
