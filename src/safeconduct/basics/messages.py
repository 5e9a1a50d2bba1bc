"""Sentences in English and Spanish, from standard gettext catalogues.

A message is a code; every language, English too, has a catalogue
``locale/LANG/LC_MESSAGES/DOMAIN.po`` in which the code is the ``msgid``. The ``.po`` files are
read as they are, so that no compiled copy can be stale. A third language is a third folder.
"""

from __future__ import annotations

import gettext
import io
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import NewType

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from safeconduct.basics.finding import Message, Parameter
from safeconduct.basics.money import Money
from safeconduct.basics.number_format import shown_number, shown_sum

Lang = NewType("Lang", str)
"""A language for which a catalogue folder exists, e.g. ``en``."""

ENGLISH = Lang("en")


def languages() -> tuple[Lang, ...]:
    """The languages that have a catalogue folder, in alphabetical order."""
    folder = resources.files("safeconduct") / "locale"
    return tuple(sorted(Lang(entry.name) for entry in folder.iterdir() if entry.is_dir()))


def render(message: Message, lang: Lang) -> str:
    """The sentence in the language, its values filled in; what is wrong, without advice."""
    return text(message.code, lang).format_map(_shown(message, lang))


def advice(message: Message, lang: Lang) -> str:
    """What would be right, and an example, where the catalogue holds them; else nothing."""
    parts = (text(f"{message.code}.{part}", lang, default="") for part in ("allowed", "example"))
    return " ".join(part.format_map(_shown(message, lang)) for part in parts if part)


def text(code: str, lang: Lang, default: str | None = None) -> str:
    """The catalogue's text for a code.

    A language that lacks the sentence falls back to English; a code that English lacks shows
    itself, unless there is a ``default``.
    """
    for candidate in (lang, ENGLISH):
        found = _catalogue(code.partition(".")[0], candidate).gettext(code)
        if found != code:
            return found
    return code if default is None else default


def _shown(message: Message, lang: Lang) -> dict[str, str]:
    return {name: _show(value, lang) for name, value in message.parameters.items()}


def _show(value: Parameter, lang: Lang) -> str:
    if isinstance(value, Message):
        return render(value, lang)
    if isinstance(value, Money):
        return shown_sum(value, lang)
    if isinstance(value, Decimal | Fraction):
        return shown_number(value, lang)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


@cache
def _catalogue(domain: str, lang: Lang) -> gettext.NullTranslations:
    path = resources.files("safeconduct") / "locale" / lang / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes()), locale=lang))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
