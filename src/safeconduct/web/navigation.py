"""The links that a person needs on every page, and no others."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Link:
    """A place that the navigation offers.

    Attributes:
        code: message code of its words.
        href: where it leads.
        is_current: whether the page is at that place.
    """

    code: str
    href: str
    is_current: bool = False


def navigation(request: HttpRequest) -> tuple[Link, ...]:
    """The links for whoever asks."""
    # A request that is refused at the door, e.g. for its host, has no user yet.
    user = getattr(request, "user", None)
    names = ("home",) if user is not None and user.is_authenticated else ("front",)
    return tuple(_link(request, name) for name in names)


def _link(request: HttpRequest, name: str) -> Link:
    href = reverse(f"web:{name}")
    return Link(f"web.go-{name}", href, request.path == href)
