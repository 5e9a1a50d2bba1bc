"""How does a case bundle become facts?  Plain rows in; typed rows and every fault out."""

from safeconduct.clearance.bundle.known import Known, known_at
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle, read_bundle
from safeconduct.clearance.bundle.seal import seal_of
from safeconduct.clearance.bundle.sheets import Sheet, SheetRow

__all__ = ["Bundle", "Known", "Problem", "Sheet", "SheetRow", "known_at", "read_bundle", "seal_of"]
