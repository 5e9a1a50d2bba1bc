"""What a node keeps, as tables of its database."""

from safeconduct.store.models.account import Account, Accounts

__all__ = ["Account", "Accounts"]
