"""Where the other party's node brings its bundles. Whoever is not introduced learns nothing."""

from __future__ import annotations

import time
from collections import deque

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from safeconduct.basics import ENGLISH, WrongInput, render
from safeconduct.exchange.sealing import MAX_SEALED_BYTES
from safeconduct.exchange.transport import CONTENT_TYPE
from safeconduct.record import Refused
from safeconduct.store.neighbours.relaying import relay_protection
from safeconduct.store.neighbours.station import receive
from safeconduct.store.node import ports, store

MOST_A_MINUTE = 1_200
"""Bundles that one process looks at in a minute; the rest is told to come back."""

_seen: deque[float] = deque()


@csrf_exempt  # the bundle itself is signed and sealed; no session and no cookie is looked at
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take a sealed bundle; the answer is the signed acknowledgement."""
    if _is_flooded(time.monotonic()):
        return HttpResponse(status=429, headers={"Retry-After": "60"})
    data = request.read(MAX_SEALED_BYTES + 1)
    if len(data) > MAX_SEALED_BYTES:
        return HttpResponse(status=413)
    try:
        peer, answer = receive(store(), data, ports().clock.now())
    except WrongInput as wrong:
        said = render(wrong.findings[0].message, ENGLISH)
        return HttpResponse(said, "text/plain; charset=utf-8", status=422)
    except Refused:
        return HttpResponse(status=503, headers={"Retry-After": "5"})
    relay_protection(ports(), peer)
    return HttpResponse(answer, CONTENT_TYPE)


def _is_flooded(now: float) -> bool:
    while _seen and _seen[0] < now - 60:
        _seen.popleft()
    if len(_seen) >= MOST_A_MINUTE:
        return True
    _seen.append(now)
    return False
