"""``safeconduct agreement show``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from safeconduct.agreement import Agreement, Condition, Grade, Source, load, terms_hash
from safeconduct.agreement.sentences import ClauseSaid, Sentence, Voice, by_clause
from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.clearance.explain import sentence_of
from safeconduct.cli.agreement.list import signed, summary
from safeconduct.cli.days import read_day
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, console, label, print_json, say

AgreementArgument = Annotated[str, typer.Argument(metavar="ID|FILE", help="cli.agreement-argument")]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="cli.agreement-option-on")
]
AllOption = Annotated[bool, typer.Option("--all", help="cli.agreement-option-all")]


def show(
    reference: AgreementArgument,
    on: OnOption = None,
    whole: AllOption = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Print an agreement clause by clause, each term with the grade at which it is known."""
    del lang
    agreement = load(reference)
    voice = Voice(current(), read_day("--on", on))
    clauses = by_clause(agreement, voice, uncited=whole)
    if as_json:
        print_json(_as_json(agreement, voice, clauses))
    else:
        terminal = console()
        for line in _lines(agreement, voice, clauses):
            terminal.print(line)


def _lines(agreement: Agreement, voice: Voice, clauses: tuple[ClauseSaid, ...]) -> Iterator[Text]:
    yield from _head(agreement, voice)
    source: Source | None = None
    for clause in clauses:
        if clause.source is not source:
            source = clause.source
            yield Text()
            yield Text(_source_line(source, voice), style="bold underline")
            yield Text(source.where, style="dim")
        yield Text()
        yield Text(f"{clause.clause}  {clause.about}", style="bold" if clause.sentences else "dim")
        for sentence in clause.sentences:
            yield from _term(sentence, voice)
    yield from _tail(agreement, voice)


def _head(agreement: Agreement, voice: Voice) -> Iterator[Text]:
    yield Text(voice.words(agreement.title), style="bold")
    use, model = voice.word("use", agreement.use), voice.word("custody", agreement.custody_model)
    facts = (agreement.id, use, model, signed(agreement))
    yield Text(" · ".join(fact for fact in facts if fact))
    if agreement.audit_only_because is not None:
        yield Text(voice.words(agreement.audit_only_because))
    if agreement.under:
        under = ", ".join(agreement.under)
        yield Text(say(Message.of("cli.agreement-under", agreements=under)))
    yield Text(say(Message.of("cli.agreement-terms-hash", hash=terms_hash(agreement))))
    if voice.on is not None:
        yield Text(say(Message.of("cli.agreement-as-on", day=voice.on)))


def _source_line(source: Source, voice: Voice) -> str:
    dated = "" if source.dated is None else f", {source.dated}"
    return f"{source.title}{dated} ({voice.word('grade', source.grade)})"


def _term(sentence: Sentence, voice: Voice) -> Iterator[Text]:
    citation = sentence.citation
    yield Text(f"  {sentence.says}")
    if sentence.condition is not None:
        for code, that in _asked(sentence.condition, voice):
            yield Text(f"    {say(Message(code, {'that': that}))}", style="dim")
    if citation.grade is not Grade.TEXT:
        why = "" if citation.why is None else f": {voice.words(citation.why)}"
        yield Text(f"    [{voice.word('grade', citation.grade)}]{why}", style="italic")


def _asked(condition: Condition, voice: Voice) -> Iterator[tuple[str, str]]:
    """What the condition asks of the facts, and of whose."""
    yield "cli.agreement-requires", sentence_of(condition.require, voice.lang)
    if condition.applies_when is not None:
        yield "cli.agreement-applies-when", sentence_of(condition.applies_when, voice.lang)


def _tail(agreement: Agreement, voice: Voice) -> Iterator[Text]:
    if agreement.amendments:
        yield Text()
        yield Text(label("cli.agreement-amendments"), style="bold underline")
        for amendment in agreement.amendments:
            yield Text(f"  {amendment.takes_effect}  {voice.words(amendment.summary)}")
    if agreement.not_found:
        yield Text()
        yield Text(label("cli.agreement-not-found"), style="bold underline")
        for missing in agreement.not_found:
            yield Text(f"  {voice.words(missing.what)}")


def _as_json(agreement: Agreement, voice: Voice, clauses: tuple[ClauseSaid, ...]) -> Plain:
    listed = summary(agreement)
    because = agreement.audit_only_because
    return {
        **(listed if isinstance(listed, dict) else {}),
        "title": voice.words(agreement.title),
        "audit_only_because": None if because is None else voice.words(because),
        "under": list(agreement.under),
        "terms_hash": terms_hash(agreement),
        "on": None if voice.on is None else str(voice.on),
        "sources": [_source_as_json(source) for source in agreement.sources],
        "clauses": [_clause_as_json(clause, voice) for clause in clauses],
        "amendments": [
            {
                "id": amendment.id,
                "takes_effect": str(amendment.takes_effect),
                "source": amendment.source,
                "summary": voice.words(amendment.summary),
            }
            for amendment in agreement.amendments
        ],
        "not_found": [voice.words(missing.what) for missing in agreement.not_found],
    }


def _clause_as_json(clause: ClauseSaid, voice: Voice) -> Plain:
    return {
        "source": clause.source.id,
        "clause": clause.clause,
        "about": clause.about,
        "terms": [_term_as_json(sentence, voice) for sentence in clause.sentences],
    }


def _term_as_json(sentence: Sentence, voice: Voice) -> Plain:
    citation, condition = sentence.citation, sentence.condition
    term: dict[str, Plain] = {
        "kind": sentence.kind,
        "says": sentence.says,
        "grade": citation.grade.value,
        "why": None if citation.why is None else voice.words(citation.why),
    }
    if condition is not None:
        when = condition.applies_when
        term["condition"] = condition.id
        term["requires"] = sentence_of(condition.require, voice.lang)
        term["applies_when"] = None if when is None else sentence_of(when, voice.lang)
    return term


def _source_as_json(source: Source) -> Plain:
    return {
        "id": source.id,
        "title": source.title,
        "dated": None if source.dated is None else str(source.dated),
        "grade": source.grade.value,
        "where": source.where,
    }
