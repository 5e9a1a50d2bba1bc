"""Pages for what went wrong: what happened, that nothing was lost, and what to do."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read."""
    del exception
    return _page(request, "bad-request", HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page is not for whoever asks; nothing of it is told."""
    del exception
    return _page(request, "forbidden", HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or none for whoever asks."""
    del exception
    return _page(request, "not-found", HTTPStatus.NOT_FOUND)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was made for a session that has ended."""
    del reason
    return _page(request, "stale-form", HTTPStatus.FORBIDDEN)


def fault(request: HttpRequest) -> HttpResponse:
    """The node itself failed."""
    return _page(request, "fault", HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(request: HttpRequest, what: str, status: HTTPStatus) -> HttpResponse:
    context = {"title": f"web.failure-{what}", "body": f"web.failure-{what}-body"}
    return render(request, "web/failure.html", context, status=status)
