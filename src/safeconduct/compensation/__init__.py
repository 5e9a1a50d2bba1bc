"""What is owed?  Statements line by line, their evidence, corrections and the ledger."""

from safeconduct.compensation.acts import ACTS_COLUMNS, Act, Acts, read_acts
from safeconduct.compensation.billing import Inputs, bill, tariff_of
from safeconduct.compensation.correction import Note, NoteKind, NoteLine, correct, settled_total
from safeconduct.compensation.evidence import BookingLine, evidence
from safeconduct.compensation.exact import exact_number, exact_text
from safeconduct.compensation.flags import FLAGS_COLUMNS, Flags, read_flags
from safeconduct.compensation.frozen import FrozenStatement, freeze, read_frozen
from safeconduct.compensation.indices import INDICES_COLUMNS, Indices, read_indices
from safeconduct.compensation.ledger import (
    Account,
    Ledger,
    Posting,
    PostingKind,
    ledger_findings,
)
from safeconduct.compensation.places import PLACES_COLUMNS, PlacesAvailable, read_places
from safeconduct.compensation.postings import (
    POSTINGS_COLUMNS,
    Postings,
    postings_of,
    read_postings,
)
from safeconduct.compensation.rows import Row
from safeconduct.compensation.statement import (
    Comparison,
    FlaggedDays,
    InputFile,
    Line,
    Statement,
)
from safeconduct.compensation.term import PeriodInTerm, period_in_term, written_term
from safeconduct.compensation.written import written_line, written_statement

__all__ = [
    "ACTS_COLUMNS",
    "FLAGS_COLUMNS",
    "INDICES_COLUMNS",
    "PLACES_COLUMNS",
    "POSTINGS_COLUMNS",
    "Account",
    "Act",
    "Acts",
    "BookingLine",
    "Comparison",
    "FlaggedDays",
    "Flags",
    "FrozenStatement",
    "Indices",
    "InputFile",
    "Inputs",
    "Ledger",
    "Line",
    "Note",
    "NoteKind",
    "NoteLine",
    "PeriodInTerm",
    "PlacesAvailable",
    "Posting",
    "PostingKind",
    "Postings",
    "Row",
    "Statement",
    "bill",
    "correct",
    "evidence",
    "exact_number",
    "exact_text",
    "freeze",
    "ledger_findings",
    "period_in_term",
    "postings_of",
    "read_acts",
    "read_flags",
    "read_frozen",
    "read_indices",
    "read_places",
    "read_postings",
    "settled_total",
    "tariff_of",
    "written_line",
    "written_statement",
    "written_term",
]
