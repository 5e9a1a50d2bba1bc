"""What did they agree?  Terms as data: dated, cited, checked; the library; the floor."""

from safeconduct.agreement.agreement import Agreement, Amendment, PersonsCovered, Term, Use
from safeconduct.agreement.citation import Citation, Grade, NotFound, Source, Words
from safeconduct.agreement.conditions import Condition, OnUnknown, Predicate
from safeconduct.agreement.dated import Dated, DatedValue
from safeconduct.agreement.day_count import DayCount, DayCountRule
from safeconduct.agreement.duties import Deadline, DeadlineUnit, Direction, Duty
from safeconduct.agreement.library import library, load, load_file
from safeconduct.agreement.loading import Reading, read_agreement
from safeconduct.agreement.loading.schema import schema_text
from safeconduct.agreement.parties import (
    CustodyModel,
    IndependentAccess,
    LegalStatus,
    Office,
    Party,
    PartyRole,
    Place,
)
from safeconduct.agreement.safeguards import Safeguard, SafeguardKind
from safeconduct.agreement.tariff import (
    BlockStep,
    FixedPerMonth,
    FixedPerYear,
    Grant,
    GrantCondition,
    GuaranteedMinimum,
    Indexation,
    IndexMethod,
    Item,
    PartBlock,
    PartYear,
    PerAct,
    PerDiem,
    PerPlace,
    PerTime,
    Prepaid,
    Rounding,
    RoundingPlace,
    Tariff,
    TariffItem,
)
from safeconduct.agreement.template import template
from safeconduct.agreement.terms_hash import terms_hash

__all__ = [
    "Agreement",
    "Amendment",
    "BlockStep",
    "Citation",
    "Condition",
    "CustodyModel",
    "Dated",
    "DatedValue",
    "DayCount",
    "DayCountRule",
    "Deadline",
    "DeadlineUnit",
    "Direction",
    "Duty",
    "FixedPerMonth",
    "FixedPerYear",
    "Grade",
    "Grant",
    "GrantCondition",
    "GuaranteedMinimum",
    "IndependentAccess",
    "IndexMethod",
    "Indexation",
    "Item",
    "LegalStatus",
    "NotFound",
    "Office",
    "OnUnknown",
    "PartBlock",
    "PartYear",
    "Party",
    "PartyRole",
    "PerAct",
    "PerDiem",
    "PerPlace",
    "PerTime",
    "PersonsCovered",
    "Place",
    "Predicate",
    "Prepaid",
    "Reading",
    "Rounding",
    "RoundingPlace",
    "Safeguard",
    "SafeguardKind",
    "Source",
    "Tariff",
    "TariffItem",
    "Term",
    "Use",
    "Words",
    "library",
    "load",
    "load_file",
    "read_agreement",
    "schema_text",
    "template",
    "terms_hash",
]
