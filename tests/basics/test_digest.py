"""A digest depends on what a value says, on nothing else, and on all of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.basics import Period, RoundingMode, digest


@dataclass(frozen=True, slots=True)
class Rate:
    amount: Decimal
    since: date


@dataclass(frozen=True, slots=True)
class Fee:
    amount: Decimal
    since: date


def of_json(canonical: str) -> str:
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        (None, "null"),
        (True, "true"),
        (681, "681"),
        ("señal", '"señal"'),
        (Decimal("119.80"), '"119.80"'),
        (Decimal("1E+3"), '"1000"'),
        (date(2016, 2, 29), '"2016-02-29"'),
        (datetime(2025, 3, 15, 23, 0, tzinfo=UTC), '"2025-03-15T23:00:00+00:00"'),
        (RoundingMode.HALF_UP, '"half-up"'),
        ((1, "a"), '[1,"a"]'),
        (frozenset({"b", "a"}), '["a","b"]'),
        ({"b": 1, "a": 2}, '{"a":2,"b":1}'),
        (
            Period(date(2025, 1, 1), date(2025, 2, 1)),
            '{"end":"2025-02-01","is":"Period","start":"2025-01-01"}',
        ),
    ],
)
def test_a_digest_is_that_of_the_canonical_json(value: object, canonical: str) -> None:
    assert digest(value) == of_json(canonical)


@pytest.mark.parametrize("value", [0.1, b"bytes", object(), {1: "a"}, Rate, 1j])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        digest(value)


@pytest.mark.parametrize("value", [2**53, -(2**60), "\ud800"])
def test_what_json_does_not_hold_exactly_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the library words it
        digest(value)


def test_two_shapes_with_the_same_fields_differ() -> None:
    amount, since = Decimal(20000), date(2025, 3, 16)
    assert digest(Rate(amount, since)) != digest(Fee(amount, since))


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=3), values))
def test_the_order_of_keys_does_not_matter(value: dict[str, object]) -> None:
    assert digest(value) == digest(dict(reversed(list(value.items()))))


@given(values, values)
def test_only_equal_values_share_a_digest(first: object, second: object) -> None:
    # Python holds True and 1 for equal; JSON does not, so that another writer of JSON decides.
    written = [json.dumps(value, sort_keys=True) for value in (first, second)]
    assert (digest(first) == digest(second)) == (written[0] == written[1])
