"""Who may be sealed: the gate, the signature and the digest, asked again at that instant.

A seal is not a decision of its own: it holds what each signature said, if everything that was
signed still is as it was. One person in doubt holds the seal of all; the manifest goes without
that person, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import Finding, Message, Severity
from safeconduct.basics.finding import Parameter
from safeconduct.clearance import Outcome


@dataclass(frozen=True, slots=True)
class Signature:
    """A clearance as it stands on file.

    Attributes:
        digest: the digest of the findings that were signed.
        signer: the account that signed.
        standing: whether nobody has withdrawn it.
        signed_at: when, aware.
    """

    digest: str
    signer: str
    standing: bool
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class LineToSeal:
    """A line of the manifest, with what the gate says of the person at this instant.

    Attributes:
        person: the person.
        state: the state of the line.
        outcome: what the gate finds now; None where it was not asked of this person.
        digest: the digest of those findings.
        proposer: the account that proposed the person; empty where nobody knows.
        signature: the clearance; None where nobody signed.
        added_at: when the line was added, aware; None where nobody knows.
    """

    person: str
    state: str
    outcome: Outcome | None
    digest: str
    proposer: str
    signature: Signature | None
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sealing:
    """Whether a manifest may be sealed.

    Attributes:
        sealed: the persons whom the seal would hold; none where something stands in its way.
        in_the_way: everything that stands in its way, person by person.
    """

    sealed: tuple[str, ...]
    in_the_way: tuple[Finding, ...]


def may_seal(
    lines: Iterable[LineToSeal], *, stops: Iterable[str] = (), closed_at: datetime | None = None
) -> Sealing:
    """Whether the manifest may be sealed with everybody on it.

    Args:
        lines: the lines of those who are still on it.
        stops: the stops that stand and reach the transfer.
        closed_at: when the list was closed before, aware; nobody is added after that.
    """
    on_it = tuple(lines)
    found = [_bar("transfer.seal-stopped", stop=stop) for stop in stops]
    if not on_it:
        found.append(_bar("transfer.seal-nobody"))
    found += [bar for line in on_it for bar in _bars(line, closed_at)]
    return Sealing(() if found else tuple(line.person for line in on_it), tuple(found))


def _bars(line: LineToSeal, closed_at: datetime | None) -> Iterator[Finding]:
    person = line.person
    if line.outcome is None:
        yield _bar("transfer.seal-not-asked", person=person)
    elif line.outcome is not Outcome.NO_BAR_FOUND:
        yield _bar(f"transfer.seal-{line.outcome.value}", person=person)
    if closed_at is not None and line.added_at is not None and line.added_at > closed_at:
        yield _bar("transfer.seal-added-late", person=person, added=line.added_at, closed=closed_at)
    if line.signature is None or not line.signature.standing:
        yield _bar("transfer.seal-not-signed", person=person)
        return
    if line.signature.digest != line.digest:
        yield _bar("transfer.seal-facts-changed", person=person, at=line.signature.signed_at)
    if not line.proposer or line.signature.signer == line.proposer:
        yield _bar("transfer.seal-proposer-signed", person=person)
    if line.state != "cleared":
        yield _bar("transfer.seal-not-cleared", person=person, state=line.state)


def _bar(code: str, **parameters: Parameter) -> Finding:
    return Finding(Message(code, parameters), Severity.ERROR)
