"""What does a finding say to a person?  Conditions, reasons and remedies as plain sentences."""

from safeconduct.clearance.explain.remedies import remedy_of, who_says
from safeconduct.clearance.explain.sentences import sentence_of
from safeconduct.clearance.explain.source import source_of
from safeconduct.clearance.explain.why import why

__all__ = ["remedy_of", "sentence_of", "source_of", "who_says", "why"]
