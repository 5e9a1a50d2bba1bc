"""What units, grades, notes, accounts and postings are called in a person's language."""

from __future__ import annotations

from safeconduct.agreement.citation import Grade
from safeconduct.basics import Lang, text
from safeconduct.compensation.correction import NoteKind
from safeconduct.compensation.ledger import Account, PostingKind


def unit_label(unit: str, lang: Lang) -> str:
    """The unit's name; a unit of the agreement's own that no catalogue knows stays as it is."""
    return text(f"compensation.unit-{unit}", lang, default=unit)


def grade_label(grade: Grade, lang: Lang) -> str:
    """The grade's name."""
    return text(f"compensation.grade-{grade}", lang)


def note_label(kind: NoteKind, lang: Lang) -> str:
    """The note's name."""
    return text(f"compensation.note-{kind}", lang)


def account_label(account: Account, lang: Lang) -> str:
    """The account's name."""
    return text(f"compensation.account-{account}", lang)


def posting_label(kind: PostingKind, lang: Lang) -> str:
    """The posting's name."""
    return text(f"compensation.posting-{kind}", lang)
