"""An item's indexation exists, and an indexation says what its method needs."""

from collections.abc import Iterator

from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.loading.findings import listing, quote
from safeconduct.agreement.tariff import Indexation, IndexMethod, Item
from safeconduct.basics import Finding, Message


def indexations_known(draft: Draft) -> Iterator[Finding]:
    """Every reference to an indexation leads to one that can be computed."""
    known = {written.value.id for written in draft.each(Indexation)}
    if not any("indexations" in written.value.values for written in draft.parts_of("tariff")):
        return
    for item in draft.each(Item):
        name = item.value.indexation
        if name and name not in known:
            allowed = listing(sorted(known)) or "—"
            message = Message.of("agreement.unknown-indexation", id=quote(name), allowed=allowed)
            yield item.error(message, "indexation")
    for indexation in draft.each(Indexation):
        takes_mean = indexation.value.method is IndexMethod.MEAN_OF_PRECEDING_CHANGES
        if takes_mean and indexation.value.years is None:
            yield indexation.error(Message.of("agreement.mean-without-years"), "method")
        if not takes_mean and indexation.value.years is not None:
            yield indexation.error(Message.of("agreement.years-without-mean"), "years")
