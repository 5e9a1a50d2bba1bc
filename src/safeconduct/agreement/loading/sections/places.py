"""Where persons are held, and who may enter from outside."""

from safeconduct.agreement.dated import Dated
from safeconduct.agreement.loading.citations import CITED
from safeconduct.agreement.loading.dated import DatedOf
from safeconduct.agreement.loading.lists import ListOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import JURISDICTION, PLACE_ID, TEXT, WHOLE_NUMBER, ZONE
from safeconduct.agreement.loading.words import WORDS
from safeconduct.agreement.parties import IndependentAccess, Place

_NOT_STATED: Dated[int] = Dated(())

_ACCESS: Record[IndependentAccess] = Record(
    "independent-access",
    IndependentAccess,
    Field("body", WORDS, "A body outside both administrations that may enter."),
    CITED,
)

PLACES = ListOf(
    Record(
        "place",
        Place,
        CITED,
        Field("id", PLACE_ID, "The place, as registers name it."),
        Field("name", TEXT, "Its name."),
        Field("jurisdiction", JURISDICTION, "On whose soil it stands."),
        Field("zone", ZONE, "IANA time zone in which its days begin and end."),
        Field(
            "capacity",
            DatedOf("capacity", WHOLE_NUMBER, "How many persons it can hold."),
            "Places, by date; left out where no source says.",
            absent=_NOT_STATED,
        ),
        Field(
            "independent_access",
            ListOf(_ACCESS),
            "Who may enter from outside; an empty list where no source names anybody.",
        ),
    )
)
