"""A desk: one page of a browser, and what a person does at it."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from safeconduct.basics import Lang, text
from tests.web.served import A

RECEIPT = ".govuk-panel--confirmation strong"


class Desk:
    """Somebody at a browser.

    Attributes:
        page: the browser's page.
        lang: the language in which the person reads.
    """

    def __init__(self, page: Page, lang: str) -> None:
        self.page = page
        self.lang = Lang(lang)

    def word(self, code: str, **values: object) -> str:
        """A sentence of the pages, in the person's language."""
        return text(f"web.{code}", self.lang).format(**values)

    def go(self, path: str) -> None:
        """Open a page of the agreement, or any other that begins with a slash."""
        answer = self.page.goto(path if path.startswith("/") else f"{A}/{path}")
        assert answer is not None
        assert answer.status < 400, (path, answer.status, self.page.inner_text("main"))

    def act(self, name: str, **given: str) -> None:
        """Open an act's page with some fields filled in."""
        self.go(f"do/{name}?{urlencode(given)}")

    def fill(self, name: str, value: str) -> None:
        """Type into a question, or choose its answer."""
        field = self.page.locator(f"#{name}")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)

    def choose(self, name: str, value: str) -> None:
        """Choose one of the answers that all stand in sight."""
        self.page.locator(f"input[name={name}][value='{value}']").check(force=True)

    def day(self, name: str, day: datetime) -> None:
        """Type a day into its three boxes."""
        for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
            self.page.locator(f"#{name}-{part}").fill(str(value))

    def moment(self, name: str, at: datetime) -> None:
        """Type a moment into its boxes."""
        self.day(name, at)
        self.page.locator(f"#{name}-time").fill(f"{at:%H:%M}")
        self.page.locator(f"#{name}-offset").fill(at.isoformat()[-6:])

    def send(self) -> None:
        """Press the form's button."""
        self.page.locator("main form[method=post] button[type=submit]").first.click()

    def done(self) -> int:
        """The entry that the receipt on the page names.

        Raises:
            AssertionError: the page is no receipt; it says what the page says instead.
        """
        self.page.wait_for_selector(f"{RECEIPT}, .govuk-error-summary, .sc-failure")
        panel = self.page.locator(RECEIPT)
        if panel.count() == 0:
            raise AssertionError(self.page.inner_text("main")[:1_500])
        return int(panel.inner_text())

    def reads(self, words: str) -> None:
        """The page says so, in its main part."""
        expect(self.page.locator("main")).to_contain_text(words)
