"""How is a condition read?  One declaration for each operator, typed against the facts."""

from safeconduct.agreement.loading.predicates.predicate import PREDICATE, read_predicate

__all__ = ["PREDICATE", "read_predicate"]
