"""Links to the acts that a reader may do here, with what is known filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from safeconduct.basics import text
from safeconduct.casework import ACTS
from safeconduct.web.acts.grave import GRAVE
from safeconduct.web.language import current
from safeconduct.web.reading import Reader


@dataclass(frozen=True, slots=True)
class ActLink:
    """A way to an act's page.

    Attributes:
        name: the act.
        title: what it is called, in the language of the page.
        href: its page, with what is known filled in.
        is_grave: whether it reaches many or cannot be taken back.
    """

    name: str
    title: str
    href: str
    is_grave: bool


def links(
    reading: Reader, names: Iterable[str], then: str, *, place: str = "", **given: str
) -> tuple[ActLink, ...]:
    """The acts among those named that the reader may do to a subject; none at an earlier moment.

    Args:
        reading: who reads.
        names: the acts.
        then: the page to which the receipt leads.
        place: where the subject is or will be, for rights that reach as far as a place.
        given: what is filled in, by field of the act.
    """
    if reading.view.as_of is not None:
        return ()
    acts = [ACTS[name] for name in names if name in ACTS]
    subject = {k: v for k, v in given.items() if k in {"person", "transfer"}}
    return tuple(
        link(reading, act.name, then, **given)
        for act in acts
        if reading.may(act.right, place=place or given.get("place", ""), **subject)
    )


def link(reading: Reader, name: str, then: str = "", **given: str) -> ActLink:
    """The way to one act's page."""
    query = urlencode({**given, **({"then": then} if then else {})})
    href = f"{reverse('web:do', args=[reading.agreement, name])}?{query}"
    return ActLink(name, text(f"web.act-{name}", current()), href, name in GRAVE)
