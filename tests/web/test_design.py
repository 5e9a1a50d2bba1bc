"""The committed style sheet is what its source makes, and holds nothing that may not be used."""

from __future__ import annotations

import hashlib
import re

from tests.house.project import PACKAGE

DESIGN = PACKAGE / "web" / "design"
BUILT = PACKAGE / "web" / "static" / "web"
STYLE = (BUILT / "site.css").read_text("utf-8")


def test_the_style_sheet_was_made_from_this_source() -> None:
    digest = hashlib.sha256()
    for name in ("_own.scss", "build.mjs", "package-lock.json", "site.scss"):
        digest.update((DESIGN / name).read_bytes())
    assert (BUILT / "made-from.txt").read_text("ascii").strip() == digest.hexdigest(), (
        "run `npm ci && npm run build` in src/safeconduct/web/design"
    )


def test_it_names_no_restricted_typeface_and_fetches_nothing() -> None:
    assert "GDS Transport" not in STYLE
    assert "url(" not in STYLE
    assert "@font-face" not in STYLE


def test_the_lock_names_no_registry() -> None:
    lock = (DESIGN / "package-lock.json").read_text("utf-8")
    assert re.findall(r"https?://[\w.-]*(?:npmjs|registry)[\w.-]*", lock) == []


def test_pages_weigh_little() -> None:
    assert sum(path.stat().st_size for path in BUILT.iterdir()) < 200_000
