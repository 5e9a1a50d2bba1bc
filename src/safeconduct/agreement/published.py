"""The digests of the floor and of the library as they were published.

Terms that go by a published name and differ from it clear nobody: one byte changed in a copy of an
agreement may be the one that barred. ``python -m safeconduct.agreement.published`` writes the
digests anew after a change that is meant; a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from safeconduct.agreement.floor import floor, floor_hash
from safeconduct.agreement.library import library, load
from safeconduct.agreement.terms_hash import terms_hash

FLOOR = "floor"
_FILE = "published.json"


@cache
def published() -> Mapping[str, str]:
    """The digests, by the agreement's id, and the floor's under ``floor``."""
    text = (resources.files("safeconduct.agreement") / _FILE).read_text("utf-8")
    read: dict[str, str] = json.loads(text)
    return read


def digests_text() -> str:
    """The digests of what stands in the package now, as the text of the file."""
    digests = {str(name): terms_hash(load(name)) for name in library()}
    return json.dumps({FLOOR: floor_hash(floor()), **digests}, indent=2) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name(_FILE).write_text(digests_text(), encoding="utf-8")
