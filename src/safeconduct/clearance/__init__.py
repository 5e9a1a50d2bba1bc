"""May this person board?  No bar found, undetermined or barred, with every finding."""

from safeconduct.clearance import operators  # noqa: F401 - registers the kinds of predicate
