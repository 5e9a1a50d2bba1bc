"""The frame of the story: the agreement, its offices and place, and who plays which part."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any

from safeconduct.casework.story.cast import CAST, HOME, PLACE
from safeconduct.casework.story.telling import Teller

OFFICES = (
    ("prison-service", "sending-authority", "", "XA", "transfer", "Prison Act of Norland, s. 12"),
    ("transfer-unit", "sending-authority", "prison-service", "XA", "", ""),
    ("court-of-appeal", "court", "", "XA", "detain;stay;release", "Courts Act of Norland, s. 3"),
    ("registry", "registry", "", "XA", "", ""),
    ("clinic", "clinic", "", "XB", "", ""),
    ("bar-rota", "counsel", "", "XA", "", ""),
    ("protection-office", "protection-authority", "", "XA", "", ""),
    ("consulate", "consulate", "", "XC", "", ""),
    ("prisons-directorate", "receiving-authority", "", "XB", "", ""),
    ("lindmoor-prison", "facility", "prisons-directorate", "XB", "", ""),
    ("escort-unit", "escort", "prison-service", "XA", "", ""),
    ("carrier", "escort", "", "XA", "", ""),
    ("treasury", "sending-authority", "", "XA", "", ""),
    ("audit-office", "inspectorate", "", "XA", "", ""),
    ("preventive-mechanism", "inspectorate", "", "XB", "", ""),
)
_KEYS = ("office", "kind", "part_of", "jurisdiction", "empowered_to", "empowered_by")


def set_frame(teller: Teller) -> None:
    """Adopt the agreement, record offices and place, and assign every part of the cast."""
    text = resources.files("safeconduct.casework.story") / "agreement.yaml"
    teller.do("adopt-agreement", "prisons", text=teller.text(text.read_text("utf-8")))
    for office in OFFICES:
        told: dict[str, Any] = dict(zip(_KEYS, office, strict=True))
        teller.do("record-office", "registry", over=None, **told, source="official register")
    teller.do(
        "record-place", "directorate", place=PLACE, jurisdiction="XB", recognised="yes",
        independent_access="yes", supervised_by="prison-service", source="official register",
    )  # fmt: skip
    teller.do(
        "record-place", "prisons", place=HOME, jurisdiction="XA", recognised="yes",
        independent_access="yes", supervised_by="prison-service", source="official register",
    )  # fmt: skip


def assign_parts(teller: Teller, accounts: Mapping[str, str]) -> None:
    """Give every account the role of its part; persons and transfers exist by now."""
    for part in CAST.values():
        teller.do(
            "assign-role", "prisons", account=accounts.get(part.handle, part.handle),
            role=part.role.value, office=part.office, place=part.place, person=part.person,
            state=part.state, transfer=part.transfer,
        )  # fmt: skip
