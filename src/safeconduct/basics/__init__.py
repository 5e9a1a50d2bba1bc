"""What does every part of the program agree on?  Money, days, identifiers, findings, sentences."""

from safeconduct.basics.digest import Plain, digest
from safeconduct.basics.finding import (
    CrossCheckFailed,
    Finding,
    Location,
    Message,
    Severity,
    WrongInput,
)
from safeconduct.basics.identifiers import AgreementId, BookingId, ClauseRef, PersonRef, PlaceId
from safeconduct.basics.jurisdictions import Jurisdiction
from safeconduct.basics.messages import ENGLISH, Lang, advice, languages, render, text
from safeconduct.basics.money import Currency, Money
from safeconduct.basics.number_format import (
    exact_text,
    shown_money,
    shown_number,
    shown_sum,
    signed_money,
    signed_number,
)
from safeconduct.basics.periods import ONE_DAY, Period, read_period
from safeconduct.basics.rounding import RoundingMode, round_decimal
from safeconduct.basics.system_faults import system_reason

__all__ = [
    "ENGLISH",
    "ONE_DAY",
    "AgreementId",
    "BookingId",
    "ClauseRef",
    "CrossCheckFailed",
    "Currency",
    "Finding",
    "Jurisdiction",
    "Lang",
    "Location",
    "Message",
    "Money",
    "Period",
    "PersonRef",
    "PlaceId",
    "Plain",
    "RoundingMode",
    "Severity",
    "WrongInput",
    "advice",
    "digest",
    "exact_text",
    "languages",
    "read_period",
    "render",
    "round_decimal",
    "shown_money",
    "shown_number",
    "shown_sum",
    "signed_money",
    "signed_number",
    "system_reason",
    "text",
]
