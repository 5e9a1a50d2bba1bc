"""A command line that cannot be read, told in the person's language."""

from __future__ import annotations

from safeconduct.basics import Message


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
            near = ", ".join(getattr(fault, "possibilities", None) or ())
            if near:
                return Message.of("cli.no-such-option-near", option=str(option), near=near)
            return Message.of("cli.no-such-option", option=str(option))
        case "MissingParameter" if name:
            return Message.of("cli.missing-parameter", parameter=name)
        case "BadParameter" if name:
            return Message.of("cli.bad-parameter", parameter=name, reason=str(fault))
        case "UsageError" if "command" in str(fault):
            return Message.of(
                "cli.no-such-command", words=str(fault).rpartition(" ")[2].strip(".'")
            )
        case _:
            words = getattr(fault, "format_message", fault.__str__)()
            return Message.of("cli.usage", words=words)


def _written(parameter: object) -> str:
    names = getattr(parameter, "opts", None) or ()
    metavar = getattr(parameter, "metavar", None)
    if getattr(parameter, "param_type_name", "") == "argument":
        return str(metavar or getattr(parameter, "name", "") or "").upper()
    return max(names, key=len, default="")
