"""The whole file: its sections in the order in which they are read."""

from __future__ import annotations

from typing import Any

from safeconduct.agreement.agreement import Agreement, Use
from safeconduct.agreement.citation import Source
from safeconduct.agreement.conditions import Condition
from safeconduct.agreement.loading.conditions import conditions_schema, read_conditions
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.reader import Definitions, JsonSchema
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.sections.day_count import DAY_COUNT
from safeconduct.agreement.loading.sections.duties import DUTIES
from safeconduct.agreement.loading.sections.parties import OFFICES, PARTIES
from safeconduct.agreement.loading.sections.places import PLACES
from safeconduct.agreement.loading.sections.safeguards import SAFEGUARDS
from safeconduct.agreement.loading.sections.scope import PERSONS_COVERED, TERM
from safeconduct.agreement.loading.sections.sources import AMENDMENTS, NOT_FOUND, SOURCES
from safeconduct.agreement.loading.sections.tariff import TARIFF
from safeconduct.agreement.loading.texts import AGREEMENT_ID, DAY, LANGUAGE, word_of
from safeconduct.agreement.loading.tree import Node
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.parties import CustodyModel


class _Conditions:
    """The conditions, which have a vocabulary of their own."""

    example = "[]"

    def read(self, node: Node, context: Context) -> tuple[Condition, ...] | None:
        return read_conditions(node, context)

    def schema(self, definitions: Definitions) -> JsonSchema:
        return conditions_schema(definitions)


def _agreement(*, sources: tuple[Source, ...], **rest: Any) -> Agreement:
    return Agreement(sources=sources, grade=sources[0].grade, **rest)


AGREEMENT = Record(
    "agreement",
    _agreement,
    Field("agreement", AGREEMENT_ID, "Short name in the library; the file's name.", into="id"),
    Field("title", WORDS, "The agreement's title."),
    Field("use", word_of(Use), "`gate` or `audit-only`: what the product may do with it."),
    Field("audit_only_because", WORDS, "For audit-only: why.", absent=None),
    Field("under", ListOf(AGREEMENT_ID), "The conventions that it stands under.", absent=()),
    Field("custody_model", word_of(CustodyModel), "Whose sentence, whose law, whose review."),
    Field("signed_on", DAY, "The day of signature, where known.", absent=None),
    Field("languages", ListOf(LANGUAGE), "Languages of the authentic texts."),
    Field(
        "sources",
        SOURCES,
        "The documents that terms are read from, the main one first.",
        opens=Context.with_sources,
    ),
    Field(
        "amendments",
        AMENDMENTS,
        "The instruments that added to the terms.",
        opens=Context.with_amendments,
    ),
    Field("term", TERM, "How long the agreement runs."),
    Field("persons_covered", PERSONS_COVERED, "Whom the agreement speaks of."),
    Field("parties", PARTIES, "The sides."),
    Field("offices", OFFICES, "Who plays which part in running the agreement.", absent=()),
    Field("places", PLACES, "Where persons are held."),
    Field("safeguards", SAFEGUARDS, "The clauses for return, inspection and release.", absent=()),
    Field("conditions", _Conditions(), "What must hold for a person before boarding."),
    Field("day_count", DAY_COUNT, "Which days of a booking count.", absent=None),
    Field("tariff", TARIFF, "What is owed.", absent=None),
    Field("duties", DUTIES, "Who must do what by when."),
    Field("not_found", NOT_FOUND, "What the sources held do not say."),
)
"""The declaration of the format: the loader and the JSON Schema both follow from it."""
