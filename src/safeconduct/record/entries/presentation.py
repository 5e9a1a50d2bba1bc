"""Presentations: an entry with the disclosures that somebody chose to show (RFC 9901)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.disclosure import Disclosure, read_disclosure
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.refusal import Malformed, Refused


@dataclass(frozen=True, slots=True)
class Presentation:
    """An entry and disclosures of it."""

    entry: Entry
    disclosures: tuple[Disclosure, ...]

    def __str__(self) -> str:
        parts = (self.entry.raw.decode("ascii"), *(one.text for one in self.disclosures))
        return "".join(part + "~" for part in parts)

    def claims(self) -> Mapping[str, Plain]:
        """What the entry says with these disclosures put in place (RFC 9901 section 7.1).

        Raises:
            Refused: a disclosure belongs to no digest of the entry or is given twice, a digest
                stands twice, or a disclosed name stands there already.
        """
        return _Unsealing(self.disclosures).whole(self.entry.claims)


def parse_presentation(text: str) -> Presentation:
    """Read ``ENTRY~DISCLOSURE~…~``.

    Raises:
        Malformed: no ``~`` at the end (a key binding is not part of this format), or a part that
            cannot be read.
    """
    if not text.endswith("~"):
        raise Malformed(Message.of("record.presentation"))
    entry, *disclosures = text[:-1].split("~")
    try:
        raw = entry.encode("ascii")
    except UnicodeEncodeError as wrong:
        raise Malformed(Message.of("record.presentation")) from wrong
    return Presentation(read_entry(raw), tuple(map(read_disclosure, disclosures)))


def choose(disclosures: Iterable[Disclosure], names: Iterable[str]) -> tuple[Disclosure, ...]:
    """The disclosures with these names, and those that they are nested in."""
    wanted = set(names)
    kept = tuple(disclosures)
    chosen = {one for one in kept if one.name in wanted}
    while True:
        needed = {one.digest for one in chosen}
        parents = {one for one in kept if needed & _digests_in(one.value)} - chosen
        if not parents:
            return tuple(one for one in kept if one in chosen)
        chosen |= parents


def _digests_in(value: Plain) -> set[str]:
    if isinstance(value, dict):
        own = value.get("_sd")
        here = {str(one) for one in own} if isinstance(own, list) else set()
        return here.union(*map(_digests_in, value.values()))
    if isinstance(value, list):
        return set().union(*map(_digests_in, value))
    return set()


class _Unsealing:
    """Puts disclosures in place of their digests, each exactly once."""

    def __init__(self, disclosures: tuple[Disclosure, ...]) -> None:
        self._by_digest = {one.digest: one for one in disclosures}
        self._unused = set(self._by_digest)
        self._seen: set[str] = set()
        if len(self._by_digest) != len(disclosures):
            raise Refused(Message.of("record.disclosure-twice"))

    def whole(self, claims: Mapping[str, Plain]) -> Mapping[str, Plain]:
        opened = self._object({k: v for k, v in claims.items() if k != "_sd_alg"})
        if self._unused:
            raise Refused(Message.of("record.disclosure-foreign"))
        return opened

    def _object(self, value: Mapping[str, Plain]) -> dict[str, Plain]:
        opened = {name: self._value(item) for name, item in value.items() if name != "_sd"}
        digests = value.get("_sd", [])
        for digest in digests if isinstance(digests, list) else []:
            self._meet(str(digest))
            disclosure = self._by_digest.get(str(digest))
            if disclosure is None:
                continue
            self._unused.discard(disclosure.digest)
            if disclosure.name in opened:
                raise Refused(Message.of("record.disclosure-collides", name=disclosure.name))
            opened[disclosure.name] = self._value(disclosure.value)
        return opened

    def _value(self, value: Plain) -> Plain:
        if isinstance(value, dict):
            return self._object(value)
        if isinstance(value, list):
            return [self._value(item) for item in value]
        return value

    def _meet(self, digest: str) -> None:
        if digest in self._seen:
            raise Refused(Message.of("record.disclosure-twice"))
        self._seen.add(digest)
