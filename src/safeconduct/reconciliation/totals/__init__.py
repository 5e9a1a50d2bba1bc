"""What does each book come to?  Totals in bulk, apart from the differences that explain them."""

from safeconduct.reconciliation.totals.book_totals import BookTotals, Priceable, book_totals
from safeconduct.reconciliation.totals.periods import period_lines

__all__ = ["BookTotals", "Priceable", "book_totals", "period_lines"]
