"""What may cross the border: entries whole, disclosures only as class and agreement allow.

Every entry crosses as it stands in the log, sealed ones too: they say nothing, and a gap among
them would say where the protected ones are. What is hidden crosses only for shared entries, and of
those nothing that is withheld, such as health.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from safeconduct.record.entries import Disclosure, Entry

Withheld = Callable[[Entry, tuple[Disclosure, ...]], frozenset[str]]
"""Given an entry and all that it hides, the names of what stays on this side."""


def nothing_withheld(_entry: Entry, _disclosures: tuple[Disclosure, ...]) -> frozenset[str]:
    """Everything that shared entries hide may cross."""
    return frozenset()


def crossing(
    entry: Entry, disclosures: Iterable[Disclosure], withheld: Withheld
) -> tuple[str, ...]:
    """The disclosures of an entry that go to the other party, as they are handed over."""
    if entry.is_sealed:
        return ()
    kept = tuple(disclosures)
    stays = withheld(entry, kept)
    return tuple(one.text for one in kept if one.name not in stays)
