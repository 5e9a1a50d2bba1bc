"""The pages that everybody must be able to read, and who opens each."""

from __future__ import annotations

from tests.web.served import A

PAGES: dict[str, tuple[str, str]] = {
    "front": ("", "/"),
    "sign-in": ("", "/account/login/"),
    "verify": ("", "/verify"),
    "published": ("", f"{A}/figures"),
    "report-order": ("", f"{A}/do/report-order"),
    "not-found": ("signer", "/nowhere"),
    "second-factor": ("signer", "/account/2fa/"),
    "sign-out": ("signer", "/account/logout/"),
    "home": ("signer", "/home"),
    "agreement": ("signer", f"{A}/"),
    "terms": ("signer", f"{A}/terms"),
    "acts": ("signer", f"{A}/do"),
    "register-person": ("proposer", f"{A}/do/register-person"),
    "people": ("registrar", f"{A}/people"),
    "person": ("registrar", f"{A}/people/N5200"),
    "own-file": ("person", f"{A}/people/N5200"),
    "board": ("signer", f"{A}/manifests/T-10/"),
    "findings": ("signer", f"{A}/manifests/T-10/people/N5204/findings"),
    "handover": ("directorate", f"{A}/manifests/T-9/handover"),
    "escort": ("escort", f"{A}/manifests/T-10/escort"),
    "day-sheet": ("governor", f"{A}/places/lindmoor"),
    "statement": ("finance", f"{A}/statements/S-1"),
    "inspection": ("inspector", f"{A}/inspections/I-1"),
    "deadlines": ("inspector", f"{A}/deadlines"),
}
"""Name of the page: the handle of whoever opens it, empty for a stranger, and its address."""
