"""What the sign-in is told of this node."""

from __future__ import annotations

from allauth.account.adapter import (  # type: ignore[import-untyped]
    DefaultAccountAdapter,
)
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether a stranger may make an account: never."""
        del request
        return False
