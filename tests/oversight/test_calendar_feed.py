"""A calendar leaves the building: it says what is due, and never of whom."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from icalendar import Calendar as ReadCalendar

from safeconduct.agreement import load
from safeconduct.basics import Lang
from safeconduct.oversight import Calendar, Happening, Standing, duties_of, standings
from safeconduct.oversight.calendar_feed import calendar_feed

NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
SECRET = "person-7f3a"  # noqa: S105 - a person's key, not a password


def shown() -> tuple[Standing, ...]:
    happening = Happening("death", f"{SECRET}/death", NOON, person=SECRET)
    terms = load("be-nl-2009-tilburg")
    return standings(duties_of(terms, [happening], Calendar("Europe/Amsterdam")), {}, NOON)


def feed(lang: str = "en") -> bytes:
    return calendar_feed(shown(), "ostland-westmark", Lang(lang), NOON)


def test_every_open_deadline_is_an_entry_at_its_instant() -> None:
    entries = ReadCalendar.from_ical(feed()).walk("VEVENT")
    dues = sorted(one.item.due_at for one in shown() if one.item.due_at is not None)
    assert sorted(entry.decoded("dtstart") for entry in entries) == dues


def test_no_entry_names_the_person() -> None:
    assert SECRET.encode() not in feed()


def test_an_entry_keeps_its_name_from_fetch_to_fetch() -> None:
    uids = [
        [str(entry["uid"]) for entry in ReadCalendar.from_ical(feed(lang)).walk("VEVENT")]
        for lang in ("en", "es")
    ]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(uids[0])


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Report the death"), ("es", "Comunicar el fallecimiento")]
)
def test_the_entries_are_in_the_reader_s_language(lang: str, words: str) -> None:
    entries = ReadCalendar.from_ical(feed(lang)).walk("VEVENT")
    assert any(str(entry["summary"]).startswith(words) for entry in entries)
