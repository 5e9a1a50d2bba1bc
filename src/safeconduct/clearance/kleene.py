"""Strong Kleene logic on ``True``, ``False`` and ``None`` for unknown."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None


def all_true(truths: Iterable[Truth]) -> Truth:
    """False if one is false, else unknown if one is unknown, else true. Looks at all of them."""
    seen = set(truths)
    if False in seen:
        return False
    return None if None in seen else True


def any_true(truths: Iterable[Truth]) -> Truth:
    """True if one is true, else unknown if one is unknown, else false. Looks at all of them."""
    seen = set(truths)
    if True in seen:
        return True
    return None if None in seen else False


def not_true(truth: Truth) -> Truth:
    """The opposite; of an unknown, unknown."""
    return None if truth is None else not truth
