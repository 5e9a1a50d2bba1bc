"""In what words can a condition be written?  A closed, typed tree of about twenty operators."""

from safeconduct.agreement.vocabulary.comparisons import AtLeast, AtMost, In, Includes, Is, Value
from safeconduct.agreement.vocabulary.lists import (
    ClosedBy,
    Every,
    Exists,
    NoneOpen,
    NoOrderStands,
)
from safeconduct.agreement.vocabulary.logic import All, AnyOf, AttestedOutside, Not, Unless
from safeconduct.agreement.vocabulary.references import Clock, FactRef, Moment
from safeconduct.agreement.vocabulary.times import (
    After,
    AgeOf,
    Before,
    LeftUntil,
    NoticeBefore,
    NoticeUnit,
    Span,
    SpanUnit,
)

__all__ = [
    "After",
    "AgeOf",
    "All",
    "AnyOf",
    "AtLeast",
    "AtMost",
    "AttestedOutside",
    "Before",
    "Clock",
    "ClosedBy",
    "Every",
    "Exists",
    "FactRef",
    "In",
    "Includes",
    "Is",
    "LeftUntil",
    "Moment",
    "NoOrderStands",
    "NoneOpen",
    "Not",
    "NoticeBefore",
    "NoticeUnit",
    "Span",
    "SpanUnit",
    "Unless",
    "Value",
]
