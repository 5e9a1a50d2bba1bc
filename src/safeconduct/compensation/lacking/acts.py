"""Acts: no file, and acts on days for which the agreement states no rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.agreement.tariff import PerAct
from safeconduct.basics import Finding, Message, Period, Severity
from safeconduct.compensation.acts import Acts
from safeconduct.compensation.priced import Priced, of_shape


def acts_findings(items: Sequence[Priced], acts: Acts | None, period: Period) -> Iterator[Finding]:
    """What a person must know of the acts. Where no file was given, none is billed: a note."""
    if acts is None:
        if of_shape(items, PerAct):
            yield Finding(Message.of("compensation.no-acts-given"), Severity.NOTE)
        return
    priced_acts = [priced for priced in items if isinstance(priced.item, PerAct)]
    for act in acts.done:
        if act.on in period and not any(
            isinstance(priced.item, PerAct) and priced.item.act == act.act and priced.on(act.on)
            for priced in priced_acts
        ):
            yield Finding(Message.of("compensation.act-without-rate", act=act.act, day=act.on))
