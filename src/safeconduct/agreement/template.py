"""The template that a new agreement begins with: every section, commented, and free of faults."""

from __future__ import annotations

from importlib import resources

from safeconduct.basics import ENGLISH, Lang


def template(lang: Lang) -> str:
    """The template's text, with comments in the language, else in English."""
    folder = resources.files("safeconduct.agreement") / "template"
    written = folder / f"{lang}.yaml"
    return (written if written.is_file() else folder / f"{ENGLISH}.yaml").read_text("utf-8")
