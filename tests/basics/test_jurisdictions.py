"""States, parts of States, and local authorities in them."""

from __future__ import annotations

from typing import Any

import pytest

from safeconduct.basics import Jurisdiction
from tests.basics.table import rows


@pytest.mark.parametrize("row", rows("jurisdictions", "known"), ids=lambda row: row["code"])
def test_a_code_belongs_to_a_state(row: dict[str, Any]) -> None:
    jurisdiction = Jurisdiction(row["code"])
    assert (str(jurisdiction), jurisdiction.state) == (row["code"], row["state"])


@pytest.mark.parametrize("code", rows("jurisdictions", "refused"))
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the code itself is the whole message
        Jurisdiction(code)
