"""The sentences of the program as a page: by domain and code, in every language."""

from __future__ import annotations

from importlib import resources
from itertools import groupby

from babel.messages.pofile import read_po

from safeconduct.basics import ENGLISH, Lang, languages

Sentences = dict[str, dict[Lang, str]]


def sentences() -> Sentences:
    """Every code, in alphabetical order, with its text by language."""
    found: Sentences = {}
    for lang in languages():
        folder = resources.files("safeconduct") / "locale" / lang / "LC_MESSAGES"
        for file in folder.iterdir():
            with file.open("rb") as stream:
                for message in read_po(stream):
                    if message.id:
                        found.setdefault(str(message.id), {})[lang] = str(message.string)
    return dict(sorted(found.items()))


def markdown(entries: Sentences) -> str:
    """A section for each domain; in it each code with its text, English first."""
    parts = []
    for domain, codes in groupby(entries, key=lambda code: code.partition(".")[0]):
        parts.append(f"## {domain}")
        parts.extend(_entry(code, entries[code]) for code in codes)
    return "\n\n".join(parts) + "\n"


def _entry(code: str, said: dict[Lang, str]) -> str:
    ordered = sorted(said, key=lambda lang: (lang != ENGLISH, lang))
    return f"`{code}`\n" + "\n".join(f": {lang}: {_literal(said[lang])}" for lang in ordered)


def _literal(sentence: str) -> str:
    # A sentence may hold what the page's own language would read as markup.
    fence = "``" if "`" in sentence else "`"
    return f"{fence} {' '.join(sentence.split())} {fence}"
