"""What does an entry say, and to whom?  SD-JWT entries, disclosures, presentations, acts."""

from safeconduct.record.entries.act import Act, read_act, sign_act
from safeconduct.record.entries.confidentiality import Confidentiality
from safeconduct.record.entries.disclosure import Disclosure, read_disclosure
from safeconduct.record.entries.draft import Draft, Statement, draft, may_be_clear
from safeconduct.record.entries.entry import Entry, EntryKey, read_entry
from safeconduct.record.entries.events import EVENTS, Effect, Event
from safeconduct.record.entries.presentation import Presentation, parse_presentation

__all__ = [
    "EVENTS",
    "Act",
    "Confidentiality",
    "Disclosure",
    "Draft",
    "Effect",
    "Entry",
    "EntryKey",
    "Event",
    "Presentation",
    "Statement",
    "draft",
    "may_be_clear",
    "parse_presentation",
    "read_act",
    "read_disclosure",
    "read_entry",
    "sign_act",
]
