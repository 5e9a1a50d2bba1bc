"""Debian's browser for every test here; where there is none, the tests are skipped and say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.desk import Desk
from tests.web.served import served

CHROMIUM = shutil.which("chromium") or ""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The browser that the system installed; none is downloaded."""
    if not CHROMIUM:
        pytest.skip("chromium is not installed: apt-get install chromium")
    # A browser that root starts has no sandbox to step into.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": CHROMIUM, "args": arguments}


@pytest.fixture
def sit_down(browser: Browser) -> Iterator[Callable[..., Desk]]:
    """Opens a desk: a browser of somebody of the cast, in a language, of a width."""
    contexts: list[BrowserContext] = []

    def open_desk(handle: str = "", lang: str = "en", width: int = 1280, **more: Any) -> Desk:
        context = browser.new_context(
            base_url=served().url, locale=lang, viewport={"width": width, "height": 900}, **more
        )
        if handle:
            session = served().sessions[handle]
            context.add_cookies([{"name": "sessionid", "value": session, "url": served().url}])
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Desk(context.new_page(), lang)

    yield open_desk
    for context in contexts:
        context.close()
