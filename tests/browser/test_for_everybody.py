"""Pages that everybody can use: read aloud, by keyboard alone, enlarged four times, on a phone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.browser.cases import PAGES
from tests.browser.desk import Desk
from tests.house.project import ROOT

SitDown = Callable[..., Desk]
AXE = ROOT / ".oracles" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = "e => e === document.activeElement"


@cache
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: sh tests/browser/axe/install.sh .oracles/axe")
    return AXE.read_text("utf-8")


def violations(desk: Desk) -> list[str]:
    # The strict policy forbids a script element; what the driver evaluates it lets pass.
    desk.page.evaluate(axe())
    found = desk.page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(r => r.violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')))",
        RULES,
    )
    return [str(one) for one in found]


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("es", 320)])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_breaks_no_rule_and_fits_its_screen(
    sit_down: SitDown, name: str, lang: str, width: int
) -> None:
    """At 320 pixels, which are a phone's, and 1280 enlarged four times."""
    handle, path = PAGES[name]
    desk = sit_down(handle, lang, width)
    desk.page.goto(path)
    assert violations(desk) == []
    assert desk.page.evaluate(SIDEWAYS) <= 0, "the page itself scrolls sideways"
    assert desk.page.locator("html").get_attribute("lang") == lang
    assert "web." not in desk.page.inner_text("body")


def test_an_error_page_breaks_no_rule_either(sit_down: SitDown) -> None:
    desk = sit_down("proposer")
    desk.act("register-person")
    desk.send()
    assert violations(desk) == []
    assert desk.page.locator(".govuk-error-summary").evaluate(FOCUSED)


def test_somebody_is_registered_by_keyboard_alone(sit_down: SitDown) -> None:
    desk = sit_down("proposer")
    desk.act("register-person")
    keys = desk.page.keyboard
    keys.press("Tab")
    assert desk.page.evaluate("document.activeElement.className") == "govuk-skip-link"
    keys.press("Enter")
    for _ in range(40):
        keys.press("Tab")
        if desk.page.evaluate("document.activeElement.id") == "full_name":
            break
    keys.type("Typed Without A Mouse")
    keys.press("Enter")
    desk.page.wait_for_selector(".govuk-panel--confirmation")
    assert desk.done() > 0


def test_pages_work_without_scripts(sit_down: SitDown) -> None:
    desk = sit_down("proposer", java_script_enabled=False)
    desk.act("register-person")
    desk.page.locator("#full_name").fill("No Script")
    desk.send()
    assert desk.done() > 0


def test_nothing_is_fetched_from_elsewhere_and_nothing_breaks_the_policy(sit_down: SitDown) -> None:
    desk = sit_down("signer")
    asked: list[str] = []
    said: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.page.on("console", lambda message: said.append(message.text))
    for name in ("home", "board", "findings", "second-factor"):
        desk.page.goto(PAGES[name][1])
    here = desk.page.url.split("/account")[0]
    assert [url for url in asked if not url.startswith((here, "data:"))] == []
    assert said == []
