"""The digest of an agreement's terms, which every answer that rests on them carries."""

from __future__ import annotations

from safeconduct.agreement.agreement import Agreement
from safeconduct.basics import digest


def terms_hash(agreement: Agreement) -> str:
    """``sha256:`` and the digest of the terms.

    It is taken over the values, so that comments, the order of keys and the layout of the file do
    not change it, and any change of a term does.
    """
    return digest(agreement)
