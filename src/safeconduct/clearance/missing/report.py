"""What is missing, as a plain value: for each person, and for the manifest by who can supply it."""

from __future__ import annotations

from safeconduct.basics import Lang
from safeconduct.basics.digest import Plain
from safeconduct.clearance.explain.remedies import remedy_of
from safeconduct.clearance.findings import Clearing
from safeconduct.clearance.missing.shortest import Wanted, wanted_by_office, wanted_for


def missing_report(clearing: Clearing, lang: Lang) -> Plain:
    """The shortest list of facts that would settle the undetermined."""
    return {
        "persons": [
            {"person": one.person, "wanted": [_wanted(wanted, lang) for wanted in wanted_for(one)]}
            for one in clearing.persons
        ],
        "by_office": [
            {"who": list(office), "wanted": [_wanted(one, lang) for one in wanted]}
            for office, wanted in wanted_by_office(clearing.persons).items()
        ],
    }


def _wanted(wanted: Wanted, lang: Lang) -> Plain:
    need = wanted.need
    return {
        "table": need.table,
        "facts": list(need.columns),
        "register": need.register or None,
        "line": wanted.lines[0] if len(wanted.lines) == 1 else None,
        "lines": list(wanted.lines),
        "unknown": need.kind.value,
        "what": remedy_of(need, lang, wanted.lines),
        "persons": list(wanted.persons),
        "settles": list(wanted.settles),
    }
