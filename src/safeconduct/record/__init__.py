"""Can it be proved?  Entries, Merkle tree, notes, witnesses, proofs, disclosures."""

from safeconduct.record.audit import Audit, audit_log
from safeconduct.record.decisions import (
    Decision,
    Recorded,
    append_decision,
    file_digest,
    ran_by,
    statement_of,
)
from safeconduct.record.entries import (
    Confidentiality,
    Draft,
    Effect,
    Statement,
    draft,
    may_be_clear,
    sign_act,
)
from safeconduct.record.erasure import erase
from safeconduct.record.home import Home, make_home, open_home
from safeconduct.record.lodging import Lodged, Lodging
from safeconduct.record.log import FolderStorage, LogStorage, Publication
from safeconduct.record.packs import CheckedPack, check_pack, make_pack, read_pack, write_pack
from safeconduct.record.proving import Prover
from safeconduct.record.record import Receipted, Record
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.standing import Standing, standing
from safeconduct.record.timeline import Moment, timeline

__all__ = [
    "Audit",
    "CheckedPack",
    "Confidentiality",
    "Decision",
    "Draft",
    "Effect",
    "FolderStorage",
    "Home",
    "Lodged",
    "Lodging",
    "LogStorage",
    "Malformed",
    "Moment",
    "Prover",
    "Publication",
    "Receipted",
    "Record",
    "Recorded",
    "Refused",
    "Standing",
    "Statement",
    "append_decision",
    "audit_log",
    "check_pack",
    "draft",
    "erase",
    "file_digest",
    "make_home",
    "make_pack",
    "may_be_clear",
    "open_home",
    "ran_by",
    "read_pack",
    "sign_act",
    "standing",
    "statement_of",
    "timeline",
    "write_pack",
]
