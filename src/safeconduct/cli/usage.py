"""A command line that cannot be read, told in the person's language."""

from __future__ import annotations

import re

from safeconduct.basics import Message

NO_SUCH_COMMAND = re.compile(
    r"No such command '(?P<word>.*?)'\.?"
    r"(?:.*(?:Did you mean|Possible commands:) (?P<near>.*?)[?.]?)?$",
    re.DOTALL,
)
NO_COMMAND = "Missing command"
NEEDS_A_VALUE = re.compile(r"Option '(?P<option>.*?)' requires an argument")
TAKES_NO_VALUE = re.compile(r"Option '(?P<option>.*?)' does not take a value")
TOO_MANY = re.compile(r"unexpected extra arguments? ?(?:\(s\) )?\((?P<words>.*)\)")
NOT_ONE_OF = re.compile(r"'(?P<value>.*?)' is not one of (?P<choices>.*)", re.DOTALL)
AT_LEAST = re.compile(r"(?:greater than or equal to|x>=)\s*(?P<least>-?\d+)")
"""What the library's own words say, as far as a person needs to be told."""


def usage_message(fault: Exception) -> Message:
    """The sentence for a usage error of the command-line library.

    The library words its errors in English only; the kinds that people meet are told again here,
    from the same facts. Any other kind keeps the library's words.
    """
    option = getattr(fault, "option_name", None)
    parameter = getattr(fault, "param", None)
    name = _written(parameter)
    match type(fault).__name__:
        case "NoSuchOption":
            nearest = next(iter(getattr(fault, "possibilities", None) or ()), "")
            if nearest:
                return Message.of("cli.no-such-option-near", option=str(option), near=nearest)
            return Message.of("cli.no-such-option", option=str(option))
        case "MissingParameter" if name:
            return Message.of("cli.missing-parameter", parameter=name)
        case "BadParameter" if name:
            return _bad_value(name, str(fault))
        case "UsageError" if wrong := NO_SUCH_COMMAND.search(str(fault)):
            if wrong["near"]:
                near = wrong["near"].replace("'", "")
                return Message.of("cli.no-such-command-near", words=wrong["word"], near=near)
            return Message.of("cli.no-such-command", words=wrong["word"])
        case _:
            return _other(getattr(fault, "format_message", fault.__str__)())


def _other(words: str) -> Message:
    if needy := NEEDS_A_VALUE.search(words):
        return Message.of("cli.option-needs-a-value", option=needy["option"])
    if plain := TAKES_NO_VALUE.search(words):
        return Message.of("cli.option-takes-no-value", option=plain["option"])
    if words.startswith(NO_COMMAND):
        return Message.of("cli.missing-command")
    if extra := TOO_MANY.search(words):
        return Message.of("cli.too-many-arguments", words=extra["words"])
    return Message.of("cli.usage", words=words)


def _bad_value(name: str, reason: str) -> Message:
    if choice := NOT_ONE_OF.search(reason):
        allowed = choice["choices"].replace("'", "").removesuffix(".")
        return Message.of("cli.not-one-of", parameter=name, value=choice["value"], allowed=allowed)
    if "integer" in reason:
        return Message.of("cli.not-a-whole-number", parameter=name)
    if least := AT_LEAST.search(reason):
        return Message.of("cli.too-small", parameter=name, least=least["least"])
    return Message.of("cli.bad-parameter", parameter=name, reason=reason)


def _written(parameter: object) -> str:
    names = getattr(parameter, "opts", None) or ()
    metavar = getattr(parameter, "metavar", None)
    if getattr(parameter, "param_type_name", "") == "argument":
        return str(metavar or getattr(parameter, "name", "") or "").upper()
    return max(names, key=len, default="")
