"""Options that say something only beside another one, or never beside it."""

from __future__ import annotations

from collections.abc import Mapping

from safeconduct.basics import Finding, Message, Severity, WrongInput


def need(needed: tuple[str, object], given: Mapping[str, object]) -> None:
    """Refuse options that say nothing without another one, rather than pass over them.

    Args:
        needed: the option that the others need, and what was given for it.
        given: what was given for each of the others.

    Raises:
        WrongInput: naming the first that stands alone.
    """
    name, value = needed
    alone = _first_given(given)
    if alone and not value:
        message = Message.of("cli.option-says-nothing", option=alone, needed=name)
        raise WrongInput(Finding(message, Severity.ERROR))


def exclude(other: tuple[str, object], given: Mapping[str, object]) -> None:
    """Refuse options that contradict another one.

    Args:
        other: the option that the others contradict, and what was given for it.
        given: what was given for each of the others.

    Raises:
        WrongInput: naming the first that stands beside it.
    """
    name, value = other
    beside = _first_given(given)
    if beside and value:
        message = Message.of("cli.options-exclude", option=beside, other=name)
        raise WrongInput(Finding(message, Severity.ERROR))


def _first_given(given: Mapping[str, object]) -> str | None:
    return next((option for option, value in given.items() if value is not None), None)
