"""The interface's routes, version 1."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.security import HttpBearer

from safeconduct import __version__
from safeconduct.api.acting import router as acting
from safeconduct.api.following import router as following
from safeconduct.api.reading import router as reading
from safeconduct.api.tokens import Bearer, bearer_of


class TokenAuth(HttpBearer):
    """``Authorization: Bearer sct_…``; without one, nothing of the node is told."""

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        """Who bears the token."""
        del request
        return bearer_of(token)


api = NinjaAPI(
    title="Safeconduct",
    version=__version__,
    urls_namespace="api-v1",
    auth=TokenAuth(),
    docs_url=None,
    openapi_url="/openapi.json",
)
api.add_router("", acting)
api.add_router("", reading)
api.add_router("", following)
