"""The documents that terms are read from, and the instruments that amended them."""

from safeconduct.agreement.agreement import Amendment
from safeconduct.agreement.citation import Grade, NotFound, Source
from safeconduct.agreement.loading.lists import IndexOf, ListOf
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import CLAUSE, DAY, ID, TEXT, word_of
from safeconduct.agreement.loading.words import WORDS

SOURCE: Record[Source] = Record(
    "source",
    Source,
    Field("id", ID, "Short name by which terms cite the source."),
    Field("title", TEXT, "The document's own title."),
    Field("dated", DAY, "The document's day, where known.", absent=None),
    Field("grade", word_of(Grade), "The best grade that a term citing this source can have."),
    Field("where", TEXT, "Where it can be read: an address or a reference."),
    Field("clauses", IndexOf(CLAUSE, WORDS), "Clause index: clause to what it is about."),
)

SOURCES = ListOf(SOURCE, at_least=1)

AMENDMENTS = ListOf(
    Record(
        "amendment",
        Amendment,
        Field("id", ID, "Short name by which dated values refer to it."),
        Field("signed_on", DAY, "The day of its signature, where known.", absent=None),
        Field("takes_effect", DAY, "First day of the values that it brought."),
        Field("source", ID, "The source that holds it."),
        Field("summary", WORDS, "What it changed."),
    )
)

NOT_FOUND = ListOf(
    Record(
        "not-found",
        NotFound,
        Field("what", WORDS, "Something a reader would look for that the sources do not say."),
    )
)
