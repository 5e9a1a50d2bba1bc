"""What does an agreement look like after a year?  A fictitious one, told through its own acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from safeconduct.casework.ports import Ports
from safeconduct.casework.story.accounts_and_watchers import plan_accounts_and_watchers
from safeconduct.casework.story.cast import AGREEMENT, CAST, PLACE, Part
from safeconduct.casework.story.custody_year import plan_year
from safeconduct.casework.story.frame import assign_parts, set_frame
from safeconduct.casework.story.journeys import Journey, plan_journey
from safeconduct.casework.story.next_manifest import plan_next
from safeconduct.casework.story.people import someone
from safeconduct.casework.story.telling import Teller

__all__ = ["AGREEMENT", "CAST", "PLACE", "Part", "tell_story"]

FIRST_ARRIVAL = 260
"""Days before the story's end on which the first persons arrive."""


def tell_story(ports: Ports, ends_at: datetime, accounts: Mapping[str, str] | None = None) -> int:
    """Tell the story to a store that is empty.

    Told twice with names that are counted, it is the same to the second.

    Args:
        ports: the store and the rest of the world; the story brings its own clock.
        ends_at: the moment at which it ends, aware; everything is dated back from it.
        accounts: for each handle of the cast the identifier of its account.

    Returns:
        How many acts were performed.

    Raises:
        WrongInput: an act was refused, so that the story does not hold together.
    """
    teller = Teller(ports, ends_at, accounts)
    teller.at(295, 9, lambda: set_frame(teller))
    for journey in _journeys():
        plan_journey(teller, journey)
    plan_year(teller, FIRST_ARRIVAL)
    plan_next(teller)
    plan_accounts_and_watchers(teller)
    teller.at(0, 17, lambda: assign_parts(teller, accounts or {}))
    teller.tell()
    return teller.done


def _journeys() -> tuple[Journey, ...]:
    """Nine transfers with 66 persons; one refused at the door, one transfer turned back."""
    departures = (260, 235, 205, 175, 140, 110, 80, 55, 30)
    journeys = []
    for nth, days in enumerate(departures):
        size = 2 if nth == 7 else 8
        persons = tuple(someone(nth * 8 + each + 1) for each in range(size))
        refused = frozenset({persons[3].key}) if nth == 5 else frozenset()
        journeys.append(Journey(f"T-{nth + 1}", days, persons, refused, turns_back=nth == 7))
    return tuple(journeys)
