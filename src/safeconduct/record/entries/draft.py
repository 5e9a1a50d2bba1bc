"""Drafting an entry: what is said, in clear and behind digests, before it has its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.canonical import MAX_NUMBER, digest_of
from safeconduct.record.entries.confidentiality import Confidentiality
from safeconduct.record.entries.disclosure import (
    RESERVED,
    Disclosure,
    decoy,
    disclose,
    read_disclosure,
)
from safeconduct.record.entries.events import EVENTS, Event
from safeconduct.record.refusal import Malformed

DIGESTS_IN_STEPS_OF = 4
"""Digests are filled up with decoys to a multiple, so that their count tells little."""

_CLEAR = re.compile(r"[A-Za-z0-9:._/+=@-]{1,200}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody wants recorded.

    Attributes:
        event: one of :data:`EVENTS`.
        case: the case's random identifier, never a person's; nothing for what concerns no case.
        agreement: the agreement's identifier.
        facts: non-personal facts, in clear: codes, digests, dates, counts. No free text.
        personal: personal values; each is hidden behind its own salted digest.
        confidentiality: a closer class than the event's own, if one is needed.
    """

    event: str
    case: str = ""
    agreement: str = ""
    facts: Mapping[str, Plain] = field(default_factory=dict)
    personal: Mapping[str, Plain] = field(default_factory=dict)
    confidentiality: Confidentiality | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that waits for signatures and its place.

    Attributes:
        event: its kind.
        confidentiality: its class.
        claims: agreement, case, event and body, with digests for what is personal.
        disclosures: the hidden personal values.
    """

    event: Event
    confidentiality: Confidentiality
    claims: Mapping[str, Plain]
    disclosures: tuple[Disclosure, ...]

    @property
    def digest(self) -> str:
        """The decision's digest: what a person signs."""
        return digest_of(self.claims)

    @property
    def case(self) -> str:
        """The case's identifier."""
        return str(self.claims["case"])


def draft(statement: Statement) -> Draft:
    """Check a statement and hide what is personal.

    Raises:
        WrongInput: an unknown event, a fact that is free text, a hidden value that no entry can
            hold, a name in both parts, or a class that is wider than the event's.
    """
    findings = tuple(_faults(statement))
    if findings:
        raise WrongInput(*findings)
    event = EVENTS[statement.event]
    hidden = tuple(disclose(name, value) for name, value in statement.personal.items())
    digests: list[Plain] = [*padded([one.digest for one in hidden])]
    claims: dict[str, Plain] = {
        "agreement": statement.agreement,
        "body": {**statement.facts, "_sd": digests},
        "case": statement.case,
        "event": event.name,
    }
    return Draft(event, statement.confidentiality or event.confidentiality, claims, hidden)


def padded(digests: list[str]) -> list[str]:
    """Digests filled up with decoys and sorted, so that neither count nor order tells anything."""
    missing = -len(digests) % DIGESTS_IN_STEPS_OF or (0 if digests else DIGESTS_IN_STEPS_OF)
    return sorted([*digests, *(decoy() for _ in range(missing))])


def _faults(statement: Statement) -> list[Finding]:
    event = EVENTS.get(statement.event)
    if event is None:
        known = ", ".join(get_close_matches(statement.event, EVENTS) or EVENTS)
        return [_fault("record.unknown-event", event=statement.event, known=known)]
    faults = []
    asked = statement.confidentiality
    if asked is not None and event.confidentiality.is_sealed and not asked.is_sealed:
        faults.append(_fault("record.class-too-wide", event=event.name))
    faults += [
        _fault("record.claim-name", name=name[:80])
        for name in (*statement.facts, *statement.personal)
        if not _NAME.fullmatch(name)
    ]
    both = set(statement.facts) & set(statement.personal)
    faults += [_fault("record.claim-twice", name=name) for name in sorted(both)]
    clear = {**statement.facts, "case": statement.case, "agreement": statement.agreement}
    faults += [
        _fault("record.fact-not-clear", name=name)
        for name, value in clear.items()
        if not may_be_clear(value)
    ]
    faults += [
        _fault("record.value-not-held", name=name)
        for name, value in statement.personal.items()
        if _NAME.fullmatch(name) and not _can_be_read_again(name, value)
    ]
    return faults


def _can_be_read_again(name: str, value: Plain) -> bool:
    # A value that is written and never read again would shut the whole record.
    try:
        read_disclosure(disclose(name, value).text)
    except Malformed:
        return False
    return True


def may_be_clear(value: Plain) -> bool:
    """Whether a fact can stand in clear: a code, a digest, a date, a whole number, yes or no."""
    match value:
        case None | bool() | "":
            return True
        case int():
            return abs(value) <= MAX_NUMBER
        case str():
            return _CLEAR.fullmatch(value) is not None
        case list():
            return all(may_be_clear(item) for item in value)
        case dict():
            return all(
                _NAME.fullmatch(name) is not None and name not in RESERVED and may_be_clear(item)
                for name, item in value.items()
            )


def _fault(code: str, **parameters: str) -> Finding:
    name = parameters.get("name") or parameters.get("event", "")
    return Finding(Message(code, parameters), Severity.ERROR, Location(column=name))
