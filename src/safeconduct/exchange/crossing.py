"""What may cross the border: entries whole, disclosures only as class and agreement allow.

Every entry crosses as it stands in the log, sealed ones too: they say nothing, and a gap among
them would say where the protected ones are. What is hidden crosses only for shared entries, and of
those nothing that is withheld, such as health.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from safeconduct.basics.digest import Plain
from safeconduct.record.entries import Disclosure, Entry

Withheld = Callable[[Mapping[str, Plain], Disclosure], bool]
"""Given an entry's own claims and one of its disclosures, whether it stays on this side."""


def nothing_withheld(_claims: Mapping[str, Plain], _disclosure: Disclosure) -> bool:
    """Everything that shared entries hide may cross."""
    return False


def crossing(
    entry: Entry, disclosures: Iterable[Disclosure], withheld: Withheld
) -> tuple[str, ...]:
    """The disclosures of an entry that go to the other party, as they are handed over."""
    if entry.is_sealed:
        return ()
    return tuple(one.text for one in disclosures if not withheld(entry.claims, one))
