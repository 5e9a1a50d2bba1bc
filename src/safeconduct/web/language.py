"""In which language a page speaks: as the person chose, else as the browser asks, else English."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from safeconduct.basics import ENGLISH, Lang, languages
from safeconduct.store.models import Account

QUERY = "lang"


class LanguageMiddleware:
    """Sets the language of one request; a choice in the address is kept in a cookie.

    Whoever is signed in is then also written to in that language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the request."""
        lang = language_of(request)
        request.LANGUAGE_CODE = lang
        with translation.override(lang):
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", lang)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if request.GET.get(QUERY) == lang:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                lang,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
            _remember(request, lang)
        return response


def _remember(request: HttpRequest, lang: Lang) -> None:
    account = getattr(request, "user", None)
    if isinstance(account, Account) and account.language != lang:
        account.language = lang
        # The page is shown although the disk is full: the cookie keeps the choice meanwhile.
        with suppress(DatabaseError):
            account.save(update_fields=["language"])


def language_of(request: HttpRequest) -> Lang:
    """The language asked for in the address, then by the cookie, then by the browser."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    wishes = [request.GET.get(QUERY, ""), cookie, *_accepted(request)]
    known = languages()
    return next((Lang(wish) for wish in wishes if wish in known), ENGLISH)


def current() -> Lang:
    """The language of the page that is being made."""
    lang = (translation.get_language() or ENGLISH)[:2]
    return Lang(lang) if lang in _known() else ENGLISH


@cache
def _known() -> frozenset[Lang]:
    # A page asks hundreds of times; the folders of a running node do not change.
    return frozenset(languages())


def _accepted(request: HttpRequest) -> list[str]:
    ranked: list[tuple[float, str]] = []
    for part in request.headers.get("Accept-Language", "").split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            ranked.append((-float(weight or 1), tag[:2].lower()))
        except ValueError:
            continue
    return [tag for _, tag in sorted(ranked, key=lambda pair: pair[0])]
