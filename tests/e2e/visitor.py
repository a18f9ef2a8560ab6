"""A visitor: asks, waits, looks; and notes every request that leaves the page's own server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

IDLE = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"


@dataclass(frozen=True)
class Server:
    """Where the page is, and where it keeps its conversations."""

    url: str
    data: Path


class Visitor:
    def __init__(self, page: Any, url: str) -> None:
        self.page = page
        self._url = url
        self.strayed: list[str] = []
        self.errors: list[str] = []
        page.set_default_timeout(15_000)
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self._url, self._url.replace("http:", "ws:"), "data:", "blob:")):
            self.strayed.append(request.url)

    def open(self, path: str = "") -> None:
        self.page.goto(self._url + path)
        self.page.locator("h1").first.wait_for()
        if "guide=" not in path and "card=" not in path:
            self.page.locator("textarea").wait_for()
        self.settle()

    def settle(self) -> None:
        """Until nothing runs any more."""
        self.page.wait_for_selector(IDLE)
        self.page.wait_for_timeout(60)
        self.page.wait_for_selector(IDLE)

    def turns(self) -> int:
        return int(self.page.locator("[class*=st-key-turn-]").count())

    def ask(self, text: str) -> Any:
        """Types a message, sends it with Enter, waits for the whole answer; returns its element."""
        number = self.turns()
        self.page.locator("textarea").fill(text)
        self.page.locator("textarea").press("Enter")
        return self.answer(number)

    def answer(self, number: int) -> Any:
        self.page.locator(f".st-key-turn-{number} .answer:not(.live)").first.wait_for()
        self.settle()
        return self.page.locator(f".st-key-answer-{number}")

    def click(self, name: str) -> None:
        """A button by its exact accessible name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def need(self, key: str, kind: str = "said") -> Any:
        """A row of the panel."""
        return self.page.locator(f".st-key-need-row-{kind}-{key}")

    def faint(self) -> list[str]:
        """Texts in sight with less contrast than WCAG AA asks for; of the dialog alone where one is open."""
        found: dict[str, float] = self.page.evaluate(Path(__file__).with_name("contrast.js").read_text())
        return [f"{text!r}: {ratio}" for text, ratio in found.items()]

    def narrow(self) -> list[str]:
        """Buttons and openers in sight that are less than 44 pixels high or wide."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('button, summary, [role=radio]')].filter(e => {"
            " const box = e.getBoundingClientRect();"
            " return e.checkVisibility({visibilityProperty: true}) && box.width && box.left >= 0 && box.right <= innerWidth"
            " && (box.width < 43.5 || box.height < 43.5); }).map(e => e.outerHTML.slice(0, 120))"
        )
        return found

    def squeezed(self) -> list[str]:
        """Texts, figures and bars in sight that are left less than 40 pixels, where words break letter by letter."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('.answer p, .answer li, .answer dt, .answer dd, .answer td, .answer .track')]"
            ".filter(e => e.checkVisibility() && e.getBoundingClientRect().width < 40).map(e => e.outerHTML.slice(0, 120))"
        )
        return found

    def overflow(self) -> int:
        """Pixels that the page is wider than the window."""
        return int(
            self.page.evaluate(
                "Math.max(document.documentElement.scrollWidth - innerWidth,"
                " ...[...document.querySelectorAll('[data-testid=stMain], .answer')].map(e => e.scrollWidth - e.clientWidth))"
            )
        )
