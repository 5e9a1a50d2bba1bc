"""The conventions that an agreement stands under: their conditions are asked too."""

from __future__ import annotations

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.library import load
from safeconduct.basics import AgreementId


def frameworks_of(agreement: Agreement) -> tuple[Agreement, ...]:
    """Every convention above the agreement, each once, the nearest first.

    A name behind ``under`` is one of the library; a file that names another is refused when it is
    loaded.

    Raises:
        WrongInput: if a convention is not in the library.
    """
    found: dict[AgreementId, Agreement] = {}
    waiting = list(agreement.under)
    while waiting:
        name = waiting.pop(0)
        if name not in found and name != agreement.id:
            found[name] = load(str(name))
            waiting += found[name].under
    return tuple(found.values())
