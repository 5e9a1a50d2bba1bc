"""The tags with which a template speaks: sentences by their codes, values of the field."""

from __future__ import annotations

from django import template

from safeconduct.basics import Finding, Message, text
from safeconduct.web.language import current
from safeconduct.web.shown import advised, said
from safeconduct.web.shown import shown as shown_value

register = template.Library()


@register.simple_tag
def say(code: str, **parameters: str) -> str:
    """The sentence of a code in the language of the page; its values are escaped like any text."""
    values = {name: shown_value(value) for name, value in parameters.items()}
    return text(code, current()).format_map(values)


@register.filter
def sentence(what: Message | Finding) -> str:
    """What a message or a finding says."""
    return said(what.message if isinstance(what, Finding) else what)


@register.filter
def advice(what: Message | Finding) -> str:
    """What would be right instead."""
    return advised(what.message if isinstance(what, Finding) else what)


@register.filter
def shown(value: object) -> str:
    """A value of the field as a person reads it."""
    return shown_value(value)


@register.simple_tag
def act_title(name: str) -> str:
    """What an act is called."""
    return text(f"web.act-{name}", current())
