"""Where a cost is passed on as it is, the rate is 1 and no index moves it."""

from collections.abc import Iterator

from safeconduct.agreement.loading.draft import Draft
from safeconduct.agreement.tariff import PerAct
from safeconduct.basics import Finding, Message


def cost_passed_on(draft: Draft) -> Iterator[Finding]:
    """An item at cost neither multiplies nor indexes what the acts file states."""
    for item in draft.each(PerAct):
        if not item.value.at_cost:
            continue
        if any(rate.value != 1 for rate in item.value.rates.values):
            yield item.error(Message.of("agreement.rate-at-cost"), "rates")
        if item.value.indexation:
            yield item.error(Message.of("agreement.indexed-at-cost"), "indexation")
