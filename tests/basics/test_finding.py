"""Findings are values: equal where they say the same, and ordered by nothing but their place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.basics import (
    CrossCheckFailed,
    Finding,
    Location,
    Message,
    Severity,
    WrongInput,
)


def test_a_message_keeps_what_it_was_given() -> None:
    given_parameters = {"line": 3}
    message = Message("tables.ragged-row", given_parameters)
    given_parameters["line"] = 4
    assert message.parameters == {"line": 3}
    with pytest.raises(TypeError):
        message.parameters["line"] = 5  # type: ignore[index]


def test_messages_that_say_the_same_are_one() -> None:
    assert Message.of("custody.open", days=1) == Message("custody.open", {"days": 1})
    assert Message.of("custody.open", days=1) != Message.of("custody.open", days=2)
    assert len({Message.of("custody.open"), Message.of("custody.open")}) == 1


parameters = st.dictionaries(
    st.text("ab", max_size=2),
    st.integers(0, 3) | st.sampled_from([Decimal("1.0"), Decimal("1.00"), Decimal(2)]),
)


@given(parameters, parameters)
def test_equal_messages_have_equal_hashes(
    first: dict[str, int | Decimal], second: dict[str, int | Decimal]
) -> None:
    one, other = Message("a.b", first), Message("a.b", second)
    assert (one == other) == (first == second)
    assert one != other or hash(one) == hash(other)


@pytest.mark.parametrize(
    ("location", "written"),
    [
        (Location("bookings.csv", 3, "departed_at"), "bookings.csv:3:departed_at"),
        (Location("tilburg.yaml", 12, 5), "tilburg.yaml:12:5"),
        (Location("bookings.csv"), "bookings.csv"),
        (Location(clause="26(2)"), ""),
    ],
)
def test_a_place_is_written_as_compilers_write_it(location: Location, written: str) -> None:
    assert str(location) == written


def test_a_finding_asks_for_attention_unless_told() -> None:
    finding = Finding(Message.of("custody.open"))
    assert (finding.severity, finding.code) == (Severity.ATTENTION, "custody.open")


def test_wrong_input_carries_every_finding() -> None:
    findings = [
        Finding(Message.of("tables.empty-file"), Severity.ERROR, Location(name))
        for name in ("a.csv", "b.csv")
    ]
    wrong = WrongInput(*findings)
    assert wrong.findings == tuple(findings)
    assert str(wrong) == "a.csv tables.empty-file, b.csv tables.empty-file"


def test_a_failed_cross_check_carries_its_sentence() -> None:
    message = Message.of("custody.totals-differ", sweep=1, closed=2)
    assert CrossCheckFailed(message).message == message
