"""``safeconduct agreement list``."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from safeconduct.agreement import Agreement, library, load
from safeconduct.agreement.sentences import Voice
from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, console, print_json, say


def list_agreements(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Print the agreements of the library."""
    del lang
    agreements = [load(name) for name in library()]
    if as_json:
        print_json([summary(agreement) for agreement in agreements])
    else:
        terminal = console()
        for agreement in agreements:
            for line in _lines(agreement, Voice(current())):
                terminal.print(line)


def summary(agreement: Agreement) -> Plain:
    """An agreement as ``list --json`` prints it."""
    return {
        "id": agreement.id,
        "parties": [
            {
                "role": party.role.value,
                "jurisdiction": None if party.jurisdiction is None else str(party.jurisdiction),
            }
            for party in agreement.parties
        ],
        "custody_model": agreement.custody_model.value,
        "signed_on": None if agreement.signed_on is None else str(agreement.signed_on),
        "grade": agreement.grade.value,
        "use": agreement.use.value,
    }


def _lines(agreement: Agreement, voice: Voice) -> Iterator[Text]:
    yield Text(agreement.id, style="bold")
    yield Text(f"  {voice.words(agreement.title)}")
    facts = (
        " → ".join(str(party.jurisdiction or "…") for party in agreement.parties),
        voice.word("custody", agreement.custody_model),
        signed(agreement),
        voice.word("grade", agreement.grade),
        voice.word("use", agreement.use),
    )
    yield Text("  " + " · ".join(fact for fact in facts if fact))


def signed(agreement: Agreement) -> str:
    """When the agreement was signed, in words; empty where that is not known."""
    if agreement.signed_on is None:
        return ""
    return say(Message.of("cli.agreement-signed-on", day=agreement.signed_on))
