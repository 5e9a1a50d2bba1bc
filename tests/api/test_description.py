"""The interface does what its OpenAPI description says, whatever is sent to it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from tests.web.served import served

OPERATIONS = (
    "GET /api/v1/agreements",
    "GET /api/v1/agreements/{agreement}/acts",
    "GET /api/v1/agreements/{agreement}/events",
    "GET /api/v1/agreements/{agreement}/tables",
    "GET /api/v1/agreements/{agreement}/tables/{table}",
    "GET /api/v1/agreements/{agreement}/tables/{table}/{key}",
    "POST /api/v1/agreements/{agreement}/acts/{act}",
)
BOUNDED = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def described() -> dict[str, Any]:
    """The operations of the description that the node publishes to a program with a token."""
    read = schemathesis.openapi.from_url(
        f"{served().url}/api/v1/openapi.json", headers=authorised()
    )
    found: list[Any] = list(read.get_all_operations())
    operations = [one.ok() for one in found]
    return {f"{one.method.upper()} {one.path}": one for one in operations}


def authorised() -> dict[str, str]:
    return {"Authorization": f"Bearer {served().tokens['registrar']}"}


def test_every_operation_is_tried() -> None:
    assert sorted(described()) == sorted(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_one_that_is_described(name: str) -> None:
    @BOUNDED
    @given(case=described()[name].as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate(headers=authorised())

    ask()
