"""What is owed?  Statements line by line, their evidence, corrections and the ledger."""

from safeconduct.compensation.acts import ACTS_COLUMNS, Act, Acts, read_acts
from safeconduct.compensation.allocation import allocate
from safeconduct.compensation.billing import Inputs, bill, tariff_of
from safeconduct.compensation.correction import Note, NoteKind, NoteLine, correct, settled_total
from safeconduct.compensation.evidence import BookingLine, evidence
from safeconduct.compensation.exact import exact_number, exact_text, to_money
from safeconduct.compensation.flags import FLAGS_COLUMNS, Flags, read_flags
from safeconduct.compensation.frozen import FrozenStatement, freeze, read_frozen
from safeconduct.compensation.grades import BEST_FIRST
from safeconduct.compensation.indices import INDICES_COLUMNS, Indices, read_indices
from safeconduct.compensation.labels import (
    account_label,
    grade_label,
    note_label,
    posting_label,
    unit_label,
)
from safeconduct.compensation.ledger import (
    Account,
    Ledger,
    Posting,
    PostingKind,
    ledger_findings,
)
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.owed import Charge
from safeconduct.compensation.places import PLACES_COLUMNS, PlacesAvailable, read_places
from safeconduct.compensation.postings import (
    POSTINGS_COLUMNS,
    Postings,
    posted_by_both,
    postings_of,
    read_postings,
)
from safeconduct.compensation.priced import Priced, priced_items
from safeconduct.compensation.prices import Price
from safeconduct.compensation.rows import Row
from safeconduct.compensation.settling import settle
from safeconduct.compensation.shapes import charges, is_banded
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
    "BEST_FIRST",
    "FLAGS_COLUMNS",
    "INDICES_COLUMNS",
    "PLACES_COLUMNS",
    "POSTINGS_COLUMNS",
    "Account",
    "Act",
    "Acts",
    "BedDays",
    "BookingLine",
    "Charge",
    "Comparison",
    "FlaggedDays",
    "Flags",
    "FrozenStatement",
    "Indices",
    "InputFile",
    "Inputs",
    "Ledger",
    "Line",
    "Measured",
    "Note",
    "NoteKind",
    "NoteLine",
    "PeriodInTerm",
    "PlacesAvailable",
    "Posting",
    "PostingKind",
    "Postings",
    "Price",
    "Priced",
    "Row",
    "Statement",
    "account_label",
    "allocate",
    "bill",
    "charges",
    "correct",
    "evidence",
    "exact_number",
    "exact_text",
    "freeze",
    "grade_label",
    "is_banded",
    "ledger_findings",
    "note_label",
    "period_in_term",
    "posted_by_both",
    "posting_label",
    "postings_of",
    "priced_items",
    "read_acts",
    "read_flags",
    "read_frozen",
    "read_indices",
    "read_places",
    "read_postings",
    "settle",
    "settled_total",
    "tariff_of",
    "to_money",
    "unit_label",
    "written_line",
    "written_statement",
    "written_term",
]
