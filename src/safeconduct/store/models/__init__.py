"""What does a node keep?  The tables of its database."""

from safeconduct.store.models.account import Account, Accounts
from safeconduct.store.models.log import JournalEntry, LogPrivate, LogPublic
from safeconduct.store.models.notices import SentNotice
from safeconduct.store.models.reads import Read
from safeconduct.store.models.requests import PerformedRequest
from safeconduct.store.models.rows import CurrentRow, PersonalValues, StatedRow
from safeconduct.store.models.theirs import TheirEntry, TheirRow

__all__ = [
    "Account",
    "Accounts",
    "CurrentRow",
    "JournalEntry",
    "LogPrivate",
    "LogPublic",
    "PerformedRequest",
    "PersonalValues",
    "Read",
    "SentNotice",
    "StatedRow",
    "TheirEntry",
    "TheirRow",
]
