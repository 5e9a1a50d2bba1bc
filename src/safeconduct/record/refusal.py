"""Refusal: a proof, note or file that does not hold, with its one-line reason."""

from __future__ import annotations

from safeconduct.basics import Finding, Location, Message, Severity


class Refused(Exception):  # noqa: N818 - named for what happened; nothing of ours has failed
    """Something offered as proof is refused.

    Functions of this package that return a value have verified it; what cannot be verified never
    becomes a value. The edges (an audit, the check of a pack, a command) turn a refusal into a
    finding.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message

    def finding(self, file: str = "") -> Finding:
        """The refusal as a finding about a file."""
        return Finding(self.message, Severity.ATTENTION, Location(file=file))


class Malformed(Refused):
    """The bytes do not have the form that their specification demands."""
