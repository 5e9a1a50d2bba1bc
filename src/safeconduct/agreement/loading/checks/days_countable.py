"""A price for bed-days needs the rule by which days count."""

from collections.abc import Iterator

from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.tariff import GuaranteedMinimum, Item, PerDiem, Prepaid
from safeconduct.basics import Finding, Message


def days_countable(draft: Draft) -> Iterator[Finding]:
    """An agreement that bills bed-days says which days of a booking count."""
    for whole in draft.parts_of("agreement"):
        if whole.value.values.get("day_count", ...) is not None:
            continue
        for item in draft.each(Item):
            if _bills_days(item.value):
                message = Message.of("agreement.days-without-rule", id=item.value.id)
                yield item.error(message)


def _bills_days(item: Item) -> bool:
    match item:
        case PerDiem() | GuaranteedMinimum():
            return True
        case Prepaid(drawn_per_bed_day=drawn):
            return drawn is not None
        case _:
            return False
