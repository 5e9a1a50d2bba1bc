"""How often somebody without an account may ask; orders and challenges are never limited."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

ASKED_AN_HOUR = 10
HOUR = 60 * 60


def asks_too_often(request: HttpRequest, what: str) -> bool:
    """Whether this sender has asked more often than once every six minutes, over an hour."""
    sender = request.META.get("REMOTE_ADDR", "")
    key = f"asked:{what}:{sender}"
    cache.add(key, 0, HOUR)
    return int(cache.incr(key)) > ASKED_AN_HOUR
