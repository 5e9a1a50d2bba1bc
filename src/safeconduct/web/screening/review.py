"""The review that a session has open: which register, of which manifest, what is recorded of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.http import HttpRequest

from safeconduct.web.screening.answers import Searched
from safeconduct.web.screening.keeping import remove

SESSION = "screening"


@dataclass(frozen=True, slots=True)
class Review:
    """One review; the session holds no more of it than this, and nothing of the register.

    Attributes:
        name: the name under which the register's file is kept.
        manifest: the agreement and the transfer, as one text.
        register: which of the registers that can be searched.
        keeper: who keeps it.
        at: when its file was handed in, in ISO 8601.
        recorded: by person, the entry of the recorded search.
    """

    name: str
    manifest: str
    register: str
    keeper: str
    at: str
    recorded: Mapping[str, int] = field(default_factory=dict)

    @property
    def searched(self) -> Searched:
        """What the record is told of each search."""
        return Searched(self.register, self.keeper, datetime.fromisoformat(self.at))


def review_of(request: HttpRequest, manifest: str) -> Review | None:
    """The review that the session has open of a manifest."""
    held = request.session.get(SESSION)
    return Review(**held) if held and held["manifest"] == manifest else None


def open_review(request: HttpRequest, review: Review) -> None:
    """Begin a review; one that was open before ends."""
    end_review(request)
    request.session[SESSION] = asdict(review)


def note_recorded(request: HttpRequest, review: Review, person: str, entry: int) -> None:
    """Note by which entry a person's search is recorded."""
    recorded = {**review.recorded, person: entry}
    request.session[SESSION] = {**asdict(review), "recorded": recorded}


def end_review(request: HttpRequest) -> None:
    """End the review, and remove its register."""
    held = request.session.pop(SESSION, None)
    if held:
        remove(held["name"])


def sign_out(*, request: HttpRequest | None = None, **_: object) -> None:
    """End the review with the session."""
    if request is not None and hasattr(request, "session"):
        end_review(request)
