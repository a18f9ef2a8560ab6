"""Phones, dark mode, keyboards, screen readers, and long conversations."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from visitor import Server, Visitor

from advisor.conversation.checkpoints import sqlite_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
ENGLISH = (
    "Close", "Open", "Help", "Sidebar", "Send message", "Stop script", "Main menu", "Clear", "Skip to main content",
    "Increment", "Decrement", "Remove", "Show", "Chat message", "Select", "Choose an option", "Settings", "Press Enter",
)  # fmt: skip


def _problems(visitor: Visitor) -> list[str]:
    """What axe finds, and what it overlooks: Streamlit's labels of buttons and tags, whose contrast it cannot see."""
    found: list[dict[str, Any]] = Axe().run(visitor.page).response["violations"]
    serious = [v for v in found if v["impact"] in ("serious", "critical")]
    return [f"{v['id']}: {[n['target'] for n in v['nodes']][:3]}" for v in serious] + visitor.faint()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_serious_accessibility_problem(visit: Visit, dark: bool) -> None:
    visitor = visit(locale="es-ES", dark=dark)
    page = visitor.page
    assert _problems(visitor) == []
    visitor.ask("Algo para programar en una RTX 3060 de 12 GB")
    page.locator(".rec[open] .bar summary").first.click()
    page.get_by_text("Peso de los factores").click()
    assert _problems(visitor) == []
    log = page.get_by_role("log", name="Conversación")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log.get_by_role("group", name="Respuesta del asesor")).to_have_count(1)
    assert _english(visitor) == []
    for opened in ("Cambiar «idiomas»", "Modelo de lenguaje: ninguno"):
        visitor.click(opened)
        page.get_by_role("dialog").wait_for()
        visitor.settle()
        page.wait_for_timeout(300)
        assert _problems(visitor) == []
        assert _english(visitor) == []
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")


def _english(visitor: Visitor) -> list[str]:
    """Streamlit's own English words among the names that a screen reader says."""
    names = visitor.page.evaluate(
        "[...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap(e => "
        "['aria-label', 'title', 'placeholder'].map(n => e.getAttribute(n)).filter(Boolean))"
    )
    return [name for name in names if name.startswith(ENGLISH)]


def test_a_phone_never_scrolls_sideways_and_fingers_hit_what_they_aim_at(visit: Visit) -> None:
    visitor = visit(locale="es-ES", width=390, height=780)
    _fits(visitor)
    visitor.ask("un chatbot en español, en mi PC con una 3060 de 12 gigas")
    _fits(visitor)
    compared = visitor.ask("compara el primero con el segundo")
    expect(compared.locator("table")).to_be_visible()
    _fits(visitor)
    visitor.click("Abrir el panel")
    expect(visitor.need("vram_gb")).to_be_in_viewport()
    visitor.page.get_by_text("Peso de los factores").click()
    _fits(visitor)
    visitor.click("Cerrar el panel")
    expect(visitor.need("vram_gb")).not_to_be_in_viewport()


def test_on_a_tablet_words_have_room_and_the_panel_can_be_closed(visit: Visit) -> None:
    visitor = visit(locale="es-ES", width=820, height=1180)
    page = visitor.page
    answer = visitor.ask("un chatbot en español, en mi PC con una 3060 de 12 gigas")
    answer.get_by_text("Calidad frente a coste").click()
    expect(answer.locator(".tradeoff").first).to_be_visible()
    for width in (1100, 1024, 820, 790):
        page.set_viewport_size({"width": width, "height": 1180})
        assert visitor.squeezed() == []
        assert visitor.overflow() <= 0
    close = page.get_by_role("button", name="Cerrar el panel")
    expect(close).to_be_visible()  # without a mouse over it
    close.click()
    expect(visitor.need("vram_gb")).not_to_be_in_viewport()
    visitor.click("Abrir el panel")
    expect(visitor.need("vram_gb")).to_be_in_viewport()


def _fits(visitor: Visitor) -> None:
    """On the two usual widths nothing is wider than the screen, and no button lower or narrower than 44 pixels."""
    for width in (360, 390):
        visitor.page.set_viewport_size({"width": width, "height": 780})
        assert visitor.overflow() <= 0
        assert visitor.narrow() == []


def test_the_keyboard_is_enough_and_nothing_moves_after_the_answer(visit: Visit) -> None:
    visitor = visit(locale="en-US", height=800)
    page = visitor.page
    page.locator("textarea").focus()
    page.keyboard.type("a cheap chatbot in Spanish")
    page.keyboard.press("Enter")
    visitor.answer(0)
    second = page.locator(".rec > summary").nth(1)
    second.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rec").nth(1)).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.bar') !== null")
    page.keyboard.press("Enter")
    expect(page.locator(".rec").nth(1).locator(".bar[open] p")).to_be_visible()
    visitor.ask("something for coding on a 3060 12GB")
    said = page.locator(".st-key-said-1")
    expect(said).to_be_in_viewport()
    before = said.bounding_box()
    page.wait_for_timeout(700)
    assert said.bounding_box() == before
    assert before is not None
    assert before["y"] < 200


def test_thirty_turns_stay_quick(visit: Visit, server: Server, deps: Deps) -> None:
    thread = uuid.uuid4().hex
    talk = Talk(deps, sqlite_checkpointer(server.data))
    for number in range(30):
        talk.ask(thread, f"un chatbot en español con {8 + number}k de contexto")
    began = time.perf_counter()
    visitor = visit(f"?c={thread}&lang=es")
    visitor.answer(29)
    opened = time.perf_counter() - began
    began = time.perf_counter()
    visitor.ask("que sea barato")
    answered = time.perf_counter() - began
    print(f"30 turns: opened in {opened:.2f} s, one more answered and drawn in {answered:.2f} s")
    assert opened < 20
    assert answered < 10
