"""What every page holds around its content: name, languages, navigation, who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from babel import Locale
from django.conf import settings
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

from safeconduct.basics import ENGLISH, Lang, languages, text
from safeconduct.web.language import QUERY, current
from safeconduct.web.navigation import Link, navigation

AS_OF = "as_of"


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A way to the same page in a language."""

    lang: str
    name: str
    href: str
    is_current: bool


def page(request: HttpRequest) -> dict[str, object]:
    """The context of every template."""
    return {
        "lang": current(),
        "language_links": _language_links(request),
        "navigation": _navigation(request),
        "known_at": as_of(request),
        "is_demo": bool(getattr(settings, "DEMO", False)),
    }


def as_of(request: HttpRequest) -> datetime | None:
    """The earlier moment at which the page is to be read, or None for the present."""
    said = request.GET.get(AS_OF, "")
    try:
        # A plus sign in an address is read as a blank; a moment has no other blank in that place.
        moment = parse_datetime(said.replace(" ", "+")) if said else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else None


def _navigation(request: HttpRequest) -> tuple[Link, ...]:
    return navigation(request)


def _language_links(request: HttpRequest) -> list[LanguageLink]:
    links = []
    for lang in languages():
        query = request.GET.copy()
        query[QUERY] = lang
        href = f"?{query.urlencode()}"
        links.append(LanguageLink(lang, _own_name(lang), href, lang == current()))
    return links


def _own_name(lang: Lang) -> str:
    """What a language calls itself; one whose catalogue does not say so is not called English."""
    said = text("web.own-name", lang)
    if lang == ENGLISH or said != text("web.own-name", ENGLISH):
        return said
    return str(Locale.parse(lang).get_language_name(lang) or lang).capitalize()
