"""A language model chosen in the page, played by a scripted server: tried, used, stopped, lost, and its key kept quiet."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visitor import Server, Visitor

from tests.servers.scripted import Reply, serving
from tests.ui.hostile_texts import HOSTILE

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
KEY = "sk-never-to-be-seen-0123456789"
NOTHING = Reply('{"changes": []}')
SENTENCES = (
    "Conviene empezar por un modelo pequeño y probarlo con casos reales. "
    "Después se mira dónde falla y se decide si hace falta otro mayor. "
    "Lo importante es medir con preguntas de verdad. "
)


def _choose(visitor: Visitor, url: str, *, opened: str = "Modelo de lenguaje: ninguno", use: bool = True) -> None:
    page = visitor.page
    visitor.click(opened)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").click()
    page.get_by_role("option", name="OpenAI o compatible").click()
    dialog.get_by_role("textbox", name="Dirección").fill(url)
    dialog.get_by_role("textbox", name="Modelo").fill("scripted")
    dialog.locator("input[type=password]").fill(KEY)
    page.keyboard.press("Tab")
    visitor.settle()
    if use:
        visitor.click("Usar")
        dialog.wait_for(state="hidden")
        visitor.settle()


def test_a_model_is_tried_and_used_and_its_key_stays_unseen(visit: Visit, server: Server) -> None:
    with serving(Reply("OK"), NOTHING, Reply(SENTENCES)) as model:
        visitor = visit(locale="es-ES")
        _choose(visitor, model.url, use=False)
        visitor.click("Probar conexión")
        expect(visitor.page.get_by_role("dialog")).to_contain_text("openai:scripted responde")
        visitor.click("Usar")
        expect(visitor.page.locator(".status")).to_contain_text("Redacta openai:scripted")
        answer = visitor.ask("Un chatbot barato en español")
        expect(answer).to_contain_text("probarlo con casos reales")
        expect(answer).to_contain_text("Redactado por openai:scripted")
        expect(visitor.page.get_by_text("tokens leídos")).to_be_visible()
        assert f"Bearer {KEY}" in model.headers[-1].values()
        assert KEY not in visitor.page.content()
        assert KEY not in visitor.page.url
        for file in server.data.rglob("*"):
            assert not file.is_file() or KEY.encode() not in file.read_bytes()
        visitor.click(r"openai:scripted")
        dialog = visitor.page.get_by_role("dialog")
        dialog.get_by_role("combobox").click()
        visitor.page.get_by_role("option", name="Sin modelo de lenguaje").click()
        dialog.locator("input[type=password]").wait_for(state="hidden")
        visitor.click("Usar")
        expect(visitor.page.locator(".status")).to_contain_text("Sin modelo de lenguaje")


def test_stop_works_at_once_and_keeps_what_was_checked(visit: Visit) -> None:
    slow = Reply(SENTENCES * 3, size=12, pause_s=0.15)
    with serving(NOTHING, slow) as model:
        visitor = visit(locale="es-ES")
        page = visitor.page
        _choose(visitor, model.url)
        page.locator("textarea").fill("Un chatbot barato en español")
        page.locator("textarea").press("Enter")
        page.get_by_text("probarlo con casos reales").wait_for()
        began = time.perf_counter()
        page.get_by_role("button", name="Detener").click()
        answer = visitor.answer(0)
        print(f"stopped, kept and drawn again in {time.perf_counter() - began:.2f} s")
        expect(answer).to_contain_text("Has detenido la respuesta")
        expect(answer).to_contain_text("probarlo con casos reales")
        expect(answer).not_to_contain_text("preguntas de verdad")
        expect(answer.locator(".rec").first).to_be_visible()
        expect(visitor.need("use_case")).to_be_visible()
        assert model.hung_up.wait(5)
        page.reload()
        visitor.settle()
        expect(visitor.answer(0)).to_contain_text("Has detenido la respuesta")


def test_a_model_that_is_gone_or_hostile_costs_nothing_but_itself(visit: Visit) -> None:
    visitor = visit(locale="es-ES")
    _choose(visitor, "http://127.0.0.1:9/v1", use=False)
    visitor.click("Probar conexión")
    trouble = visitor.page.get_by_role("dialog").get_by_role("alert")
    expect(trouble).to_contain_text("No hay conexión")
    button = visitor.page.get_by_role("button", name="Usar", exact=True)
    assert (trouble.bounding_box() or {})["y"] < (button.bounding_box() or {})["y"]
    visitor.click("Usar")
    visitor.page.get_by_role("dialog").wait_for(state="hidden")
    visitor.settle()
    answer = visitor.ask("Un chatbot barato en español")
    expect(answer.locator(".rec").first).to_be_visible()
    expect(answer.locator(".notice").first).to_be_visible()
    expect(visitor.page.locator(".status")).to_contain_text("la última respuesta va sin él")
    assert KEY not in visitor.page.content()
    with serving(NOTHING, Reply("\n\n".join(HOSTILE)[:3000])) as model:
        _choose(visitor, model.url, opened="openai:scripted")
        answer = visitor.ask("Un chatbot barato en español, también en gallego")
        assert "evil.example" not in answer.inner_html()
        assert answer.locator("img, iframe, script, form").count() == 0
        assert visitor.strayed == []
        assert visitor.errors == []
