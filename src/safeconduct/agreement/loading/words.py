"""Short texts in both languages of the product."""

from __future__ import annotations

from safeconduct.agreement.citation import Words
from safeconduct.agreement.loading.records import Field, Record
from safeconduct.agreement.loading.texts import TEXT

WORDS: Record[Words] = Record(
    "words",
    Words,
    Field("en", TEXT, "The text in English."),
    Field("es", TEXT, "The text in Spanish."),
)
