"""What does the evidence weigh, for thousands of records at once?  Arrays; nothing is decided."""

from safeconduct.screening.weighing.weigher import Weighed, Weigher

__all__ = ["Weighed", "Weigher"]
