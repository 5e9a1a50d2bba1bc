"""Zones as tables: every instant and every clock reading as the standard library has it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.custody import is_zone
from safeconduct.custody.zones import offset_spans
from tests.custody.strategies import ZONES

AWKWARD = (*ZONES, "Africa/Casablanca", "Antarctica/Troll", "Pacific/Apia", "Europe/Dublin")
FIRST, LAST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
SPANS = {zone: list(offset_spans(zone, FIRST, LAST)) for zone in AWKWARD}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(AWKWARD),
    st.datetimes(datetime(1990, 1, 1), datetime(2039, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_a_span_has_the_offset_of_each_instant_in_it(zone: str, instant: datetime) -> None:
    span = max((span for span in SPANS[zone] if span.start <= instant), key=lambda s: s.start)
    assert span.offset == instant.astimezone(ZoneInfo(zone)).utcoffset()


@pytest.mark.parametrize("zone", AWKWARD)
def test_a_span_begins_to_the_second(zone: str) -> None:
    rules = ZoneInfo(zone)
    for before, span in zip(SPANS[zone], SPANS[zone][1:], strict=False):
        last_second = (span.start - timedelta(seconds=1)).astimezone(rules)
        assert last_second.utcoffset() == before.offset
        assert span.start.astimezone(rules).utcoffset() == span.offset


def test_a_zone_without_changes_is_one_span() -> None:
    assert len(SPANS["UTC"]) == len(SPANS["America/El_Salvador"]) == 1


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "a\0b"])
def test_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)


def test_what_is_a_zone() -> None:
    assert is_zone("America/El_Salvador")
