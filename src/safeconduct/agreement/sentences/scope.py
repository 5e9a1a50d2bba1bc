"""The term, the persons, the parties and the places, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.agreement.agreement import Agreement, Term
from safeconduct.agreement.parties import Party, Place
from safeconduct.agreement.sentences.sentence import Sentence, Voice
from safeconduct.basics import ONE_DAY, Message


def scope_sentences(agreement: Agreement, voice: Voice) -> Iterator[Sentence]:
    """For how long, for whom, between whom, where, and under which safeguards."""
    yield Sentence("term", voice.say(_term(agreement.term)), agreement.term.citation)
    yield _persons_covered(agreement, voice)
    for party in agreement.parties:
        yield Sentence("parties", voice.say(_party(party, voice)), party.citation)
    for office in agreement.offices:
        message = Message.of(
            "agreement.says-office",
            title=voice.words(office.title),
            side=voice.word("side", office.held_by),
        )
        yield Sentence("offices", voice.say(message), office.citation)
    for place in agreement.places:
        yield from _place(place, voice)
    for safeguard in agreement.safeguards:
        message = Message.of(
            "agreement.says-safeguard",
            kind=voice.word("safeguard", safeguard.kind),
            says=voice.words(safeguard.says),
        )
        yield Sentence("safeguards", voice.say(message), safeguard.citation)


def _term(term: Term) -> Message:
    if term.start is None and term.end is None:
        return Message.of("agreement.says-term-open")
    if term.end is None:
        return Message.of("agreement.says-term-from", first=str(term.start))
    if term.start is None:
        return Message.of("agreement.says-term-until", last=term.end - ONE_DAY)
    return Message.of("agreement.says-term", first=term.start, last=term.end - ONE_DAY)


def _persons_covered(agreement: Agreement, voice: Voice) -> Sentence:
    covered = agreement.persons_covered
    statuses = ", ".join(voice.word("status", status) for status in covered.statuses)
    message = Message.of(
        "agreement.says-persons", text=voice.words(covered.text), statuses=statuses
    )
    return Sentence("persons_covered", voice.say(message), covered.citation)


def _party(party: Party, voice: Voice) -> Message:
    name = voice.words(party.name)
    if party.jurisdiction is not None:
        name = f"{name} ({party.jurisdiction})"
    role = voice.word("role", party.role)
    if party.authority:
        return Message.of(
            "agreement.says-party-authority", role=role, name=name, authority=party.authority
        )
    return Message.of("agreement.says-party", role=role, name=name)


def _place(place: Place, voice: Voice) -> Iterator[Sentence]:
    message = Message.of(
        "agreement.says-place",
        name=place.name,
        jurisdiction=str(place.jurisdiction),
        zone=place.zone,
    )
    yield Sentence("places", voice.say(message), place.citation)
    yield from voice.dated(
        "places",
        place.capacity,
        lambda places, days: voice.say(
            Message.of("agreement.says-capacity", name=place.name, places=places, days=days)
        ),
    )
    for access in place.independent_access:
        message = Message.of(
            "agreement.says-access", body=voice.words(access.body), name=place.name
        )
        yield Sentence("places", voice.say(message), access.citation)
