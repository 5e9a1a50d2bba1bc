"""A band of places or bed-days ends above where it begins."""

from collections.abc import Iterator

from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.tariff import BlockStep, Item, PerDiem, PerPlace
from safeconduct.basics import Finding, Message


def bands_ascend(draft: Draft) -> Iterator[Finding]:
    """No item covers an empty band."""
    for item in draft.each(Item):
        above, last, key = _band(item.value)
        if last is not None and last <= above:
            message = Message.of("agreement.empty-band", above=above, last=last)
            yield item.error(message, key)


def _band(item: Item) -> tuple[int, int | None, str]:
    match item:
        case BlockStep(above=above, up_to=last) | PerDiem(above=above, up_to=last):
            return above, last, "up_to"
        case PerPlace(above=above, cap=last):
            return above, last, "cap"
        case _:
            return 0, None, ""
