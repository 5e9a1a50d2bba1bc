"""What a request asks, and of whom: the reader behind a token."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest

from safeconduct.api.tokens import Bearer
from safeconduct.store.node import ports
from safeconduct.store.queries import Reader


def bearer(request: HttpRequest) -> Bearer:
    """Who sends the request; the routes are closed to anybody else."""
    found = getattr(request, "auth", None)
    if not isinstance(found, Bearer):
        raise Http404
    return found


def reader(request: HttpRequest, agreement: str, as_of: datetime | None = None) -> Reader:
    """What the bearer reads under an agreement.

    Raises:
        Http404: the token does not speak of it, or there is none; which of the two is not told.
    """
    who = bearer(request)
    if not who.speaks_of(agreement):
        raise Http404
    return Reader(who.actor, ports().store.view(agreement, as_of))
