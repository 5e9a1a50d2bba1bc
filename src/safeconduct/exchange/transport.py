"""Bringing a sealed bundle to the other party's node over HTTP; the answer comes back at once."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from safeconduct.basics import Finding, Message, Severity, WrongInput

SECONDS = 20.0
MAX_ANSWER_BYTES = 2**20
CONTENT_TYPE = "application/jose"


class Undelivered(Exception):  # noqa: N818 - named for what happened; the bundle is as it was
    """The other party's node did not take the bundle; it is sent again later."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.message = Message.of("exchange.undelivered", why=why)


class _StayThere(urllib.request.HTTPRedirectHandler):
    """No bundle follows a redirection: where it goes was agreed between two officers."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def checked_url(url: str) -> str:
    """An address that bundles may be sent to.

    Raises:
        WrongInput: no http(s) address with a host and without a name or password in it.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise WrongInput(Finding(Message.of("exchange.url", url=url[:200]), Severity.ERROR))
    return url


def deliver(url: str, sealed: bytes, seconds: float = SECONDS) -> bytes:
    """Send a bundle; the other party's signed acknowledgement.

    Raises:
        Undelivered: nobody answered, the certificate does not hold, or the answer is no answer.
    """
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked
        checked_url(url), sealed, {"Content-Type": CONTENT_TYPE}, method="POST"
    )
    opener = urllib.request.build_opener(_StayThere)
    try:
        with opener.open(request, timeout=seconds) as response:
            answer: bytes = response.read(MAX_ANSWER_BYTES + 1)
    except urllib.error.HTTPError as fault:
        fault.close()
        raise Undelivered(f"HTTP {fault.code}") from fault
    except (OSError, http.client.HTTPException, ValueError) as fault:
        raise Undelivered(str(getattr(fault, "reason", fault))[:200]) from fault
    if len(answer) > MAX_ANSWER_BYTES:
        raise Undelivered(f"> {MAX_ANSWER_BYTES} bytes")
    return answer
