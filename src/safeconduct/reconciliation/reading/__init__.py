"""How does a party's book come in?  Every row, also those that a count would refuse."""

from safeconduct.reconciliation.reading.book import Book, BookFile, read_book
from safeconduct.reconciliation.reading.entries import entries_of

__all__ = ["Book", "BookFile", "entries_of", "read_book"]
