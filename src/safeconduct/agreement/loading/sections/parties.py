"""Who agreed, and who plays which part."""

from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import JURISDICTION, NAME, TEXT, word_of
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.parties import Office, Party, PartyRole

PARTIES = ListOf(
    Record(
        "party",
        Party,
        Field("role", word_of(PartyRole), "The side's part in the agreement."),
        Field(
            "jurisdiction",
            JURISDICTION,
            "The State, part of a State or local authority; left out in a framework convention.",
            absent=None,
        ),
        Field("name", WORDS, "How the agreement names the side."),
        Field("authority", TEXT, "The designated authority, as the agreement names it.", absent=""),
        CITED,
    ),
    at_least=1,
)

OFFICES = ListOf(
    Record(
        "office",
        Office,
        Field("part", NAME, "governor, register, escort, outside_security, inspection …"),
        Field("held_by", word_of(PartyRole), "The side that holds it."),
        Field("title", WORDS, "The title that the agreement gives."),
        CITED,
    )
)
