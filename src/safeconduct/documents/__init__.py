"""How does an answer look on paper?  PDF and charts, from plain values."""

from safeconduct.documents.charts import OccupancyMonth, occupancy_chart
from safeconduct.documents.document import (
    Attachment,
    Block,
    Cell,
    Code,
    Document,
    Facts,
    Figure,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Signatures,
    Table,
)
from safeconduct.documents.formats import shown_day, shown_period
from safeconduct.documents.statement import Provenance, statement_document
from safeconduct.documents.typesetting import typeset

__all__ = [
    "Attachment",
    "Block",
    "Cell",
    "Code",
    "Document",
    "Facts",
    "Figure",
    "Heading",
    "Listing",
    "Notice",
    "OccupancyMonth",
    "Paragraph",
    "Provenance",
    "Signatures",
    "Table",
    "occupancy_chart",
    "shown_day",
    "shown_period",
    "statement_document",
    "typeset",
]
