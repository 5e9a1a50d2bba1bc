"""In which ways can what is known change?  One act a file, and one door that performs them all."""

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.asking import Field, fields_of, read_asked
from safeconduct.casework.bundle import sheets_of
from safeconduct.casework.catalogue import ACTS
from safeconduct.casework.clearing import ask_gate, findings_digest, findings_of, gate
from safeconduct.casework.clock import SetClock, SystemClock
from safeconduct.casework.door import perform
from safeconduct.casework.fact import Fact
from safeconduct.casework.judged import Judged, judged
from safeconduct.casework.memory_store import MemoryStore
from safeconduct.casework.names import CountedNames, RandomNames
from safeconduct.casework.node_keys import NodeKeys, open_log
from safeconduct.casework.outcome import Done, Refused
from safeconduct.casework.plan import Erase, NewRow, Plan, changed
from safeconduct.casework.ports import (
    Clock,
    Names,
    Ports,
    Remembered,
    Request,
    Store,
    Transaction,
    View,
)
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import fact_of_person, stated_row, values_for
from safeconduct.casework.subjects import subject_named, subject_of
from safeconduct.casework.terms import terms_in_force

__all__ = [
    "ACTS",
    "Act",
    "Cell",
    "Clock",
    "CountedNames",
    "Done",
    "Erase",
    "Fact",
    "Field",
    "Judged",
    "KeptRow",
    "MemoryStore",
    "Names",
    "NewRow",
    "NodeKeys",
    "Plan",
    "Planned",
    "Ports",
    "RandomNames",
    "Refused",
    "Remembered",
    "Request",
    "SetClock",
    "Situation",
    "Store",
    "SystemClock",
    "Transaction",
    "View",
    "ask_gate",
    "changed",
    "fact_of_person",
    "fault",
    "fields_of",
    "findings_digest",
    "findings_of",
    "gate",
    "judged",
    "notice",
    "open_log",
    "perform",
    "read_asked",
    "sheets_of",
    "stated_row",
    "subject_named",
    "subject_of",
    "terms_in_force",
    "values_for",
]
