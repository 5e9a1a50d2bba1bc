"""A name by which other parts refer to something names one thing."""

from collections.abc import Iterator
from typing import Protocol

from safeconduct.agreement.agreement import Amendment
from safeconduct.agreement.citation import Source
from safeconduct.agreement.duties import Duty
from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import quote
from safeconduct.agreement.parties import Place
from safeconduct.agreement.tariff import GrantCondition, Indexation, Item
from safeconduct.basics import Finding, Message


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The name by which other parts of the file, or other files, refer to it."""


NAMED: tuple[type[Named], ...] = (
    Source,
    Amendment,
    Place,
    Indexation,
    Item,
    GrantCondition,
    Duty,
)


def ids_unique(draft: Draft) -> Iterator[Finding]:
    """No two things of one kind have the same id."""
    for kind in NAMED:
        first_lines: dict[str, int] = {}
        for named in draft.each(kind):
            name = named.value.id
            first = first_lines.setdefault(name, named.node.mark.line)
            if first != named.node.mark.line:
                message = Message.of("agreement.duplicate-id", id=quote(name), first_line=first)
                yield named.error(message, "id")
