"""A Spanish and an English conversation, each with a correction in it, and what is shown of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect
from visitor import Visitor

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]


def test_a_spanish_conversation(visit: Visit) -> None:
    visitor = visit(locale="es-ES")
    page = visitor.page
    expect(page.locator("html")).to_have_attribute("lang", "es")
    first = visitor.ask("Necesito un chatbot para mi restaurante, que hable catalán y español, barato")
    assert page.locator(".rec").count() >= 3
    expect(page.locator(".rec[open]")).to_have_count(1)
    expect(first.locator(".rec .bar")).not_to_have_count(0)
    expect(first).to_contain_text(re.compile("Fuentes \\(\\d+\\)"))
    expect(visitor.need("languages")).to_contain_text("catalán y español")
    expect(visitor.need("use_case")).to_contain_text("«chatbot»")
    second = visitor.ask("mejor que lo pueda ejecutar en mi PC, tengo una 3060 de 12 gigas")
    expect(visitor.need("vram_gb")).to_contain_text("12 GB")
    expect(second.locator(".rec").first).to_contain_text("(estimada)")
    visitor.ask("perdón, es de 8 gigas")
    expect(visitor.need("vram_gb")).to_contain_text("8 GB")
    expect(visitor.need("languages")).to_contain_text("catalán y español")
    guide = visitor.ask("¿qué significa ventana de contexto?")
    expect(guide.locator("a.cite").first).to_have_attribute("href", re.compile(r"^\?guide=context/"))
    expect(page.get_by_text("Recomendaciones de este momento")).to_have_count(3)
    assert visitor.errors == []
    assert visitor.strayed == []


def test_an_english_conversation_another_and_one_where_nothing_fits_until_a_click_gives_way(visit: Visit) -> None:
    visitor = visit(locale="en-GB")
    page = visitor.page
    expect(page.locator("html")).to_have_attribute("lang", "en")
    first = visitor.ask("I need to classify 2 million reviews a month as positive or negative, under $20")
    expect(visitor.need("budget_usd_month")).to_contain_text("20 USD")
    expect(first).to_contain_text("$" if "$" in first.inner_text() else "USD")
    visitor.ask("forget the budget")
    expect(visitor.need("budget_usd_month")).to_have_count(0)
    compared = visitor.ask("compare the first one with the second")
    expect(compared.locator("table")).to_be_visible()
    assert compared.locator("thead th").count() == 2
    visitor.click("New conversation")
    expect(page.locator(".typed")).to_have_count(0)
    expect(page.get_by_text("Try one of these")).to_be_visible()
    page.go_back()
    expect(page.locator(".typed").first).to_contain_text("classify 2 million")
    page.go_forward()
    expect(page.get_by_text("Try one of these")).to_be_visible()
    visitor.settle()
    visitor.ask("an English chatbot, at most 1B parameters, with 2 million tokens of context, free")
    expect(page.locator(".rec")).to_have_count(0)
    page.locator("[class*=st-key-relax-] button").first.click()
    expect(visitor.answer(1).locator(".rec").first).to_be_visible()
    assert visitor.errors == []


def test_a_reload_keeps_the_conversation_and_the_switch_changes_only_the_page(visit: Visit) -> None:
    visitor = visit(locale="es-ES")
    page = visitor.page
    visitor.click("Algo para programar en una RTX 3060 de 12 GB")
    answer = visitor.answer(0).inner_text()
    address = page.url
    with page.expect_download() as kept:
        visitor.click("Guardar la conversación")
    document = kept.value.path().read_text(encoding="utf-8")
    assert "> Algo para programar en una RTX 3060 de 12 GB" in document
    assert "https://" in document
    page.reload()
    visitor.settle()
    assert visitor.answer(0).inner_text() == answer
    expect(visitor.need("vram_gb")).to_contain_text("12 GB")
    page.get_by_role("radio", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="You said")).to_be_visible()
    assert visitor.answer(0).inner_text() == answer
    page.reload()
    visitor.settle()
    expect(page.get_by_role("heading", name="You said")).to_be_visible()
    assert "lang=en" in page.url
    other = visit(address.split("/")[-1], locale="es-ES")
    assert other.answer(0).inner_text() == answer


def test_the_panel_changes_adds_and_removes(visit: Visit) -> None:
    visitor = visit(locale="es-ES")
    page = visitor.page
    visitor.ask("Algo para programar en una RTX 3060 de 12 GB")
    expect(visitor.need("languages", "assumed")).to_contain_text("español")
    visitor.click("Cambiar «memoria de la gráfica»")
    page.get_by_role("dialog").get_by_label("Memoria de la gráfica").fill("24")
    page.keyboard.press("Tab")
    visitor.click("Guardar")
    expect(visitor.need("vram_gb")).to_contain_text("24 GB")
    expect(visitor.need("vram_gb")).to_contain_text("cambiado en este panel")
    expect(visitor.need("languages", "assumed")).to_contain_text("español")
    visitor.click("Añadir una necesidad")
    page.get_by_role("dialog").get_by_role("combobox").fill("comercial")
    page.get_by_role("option", name="Uso comercial").click()
    visitor.click("Guardar")
    expect(visitor.need("commercial_use")).to_contain_text("sí")
    visitor.click("Quitar «idiomas»")
    expect(visitor.need("languages", "assumed")).to_have_count(0)
    visitor.click("Quitar «uso»")
    expect(visitor.need("use_case")).to_have_count(0)
    expect(page.locator("[class*=st-key-turn-]")).to_have_count(5)
    expect(page.locator(".typed")).to_have_count(1)
    visitor.click("Añadir una necesidad")
    page.get_by_role("dialog").get_by_role("combobox").fill("excluidos")
    page.get_by_role("option", name="Fabricantes excluidos").click()
    vendors = page.get_by_role("dialog").get_by_role("combobox", name="Fabricantes excluidos")
    for typed in ("nadie", "nadie más"):  # first drawn, then changed in place
        vendors.fill(typed)
        expect(page.get_by_role("option", name=f"Añadir: {typed}", exact=True)).to_be_visible()


def test_sources_open_and_own_hardware_is_weighed(visit: Visit) -> None:
    visitor = visit(locale="en-US")
    answer = visitor.ask("an open-weights chatbot in Spanish, cheap")
    _own_hardware_is_weighed_with_the_persons_own_figures(answer)
    with visitor.page.context.expect_page() as opened:
        answer.locator(".rec[open] .whole a").click()
    card = opened.value
    expect(card.locator(".facts").first).to_be_visible()
    expect(card.get_by_text("declared").first).to_be_visible()
    answer.locator(".sources summary").click()
    links = answer.locator(".sources a")
    assert links.count() >= 3
    for link in links.all():
        assert re.match(r"https://|\?guide=", link.get_attribute("href") or "")
        assert link.get_attribute("rel") == "noopener noreferrer"
    told = visitor.ask("what does context window mean?")
    with visitor.page.context.expect_page() as opened:
        told.locator("a.cite[href^='?guide=']").first.click()
    expect(opened.value.get_by_role("navigation", name="Guide to choosing a model")).to_be_visible()


def _own_hardware_is_weighed_with_the_persons_own_figures(answer: Any) -> None:
    answer.get_by_text("API or own hardware?").click()
    outcome = answer.locator(".figures.wide")
    expect(outcome).to_contain_text("Buying pays from")
    before = outcome.inner_text()
    price = answer.get_by_label("API price (USD per million tokens)")
    price.fill("50")
    price.press("Enter")
    expect(outcome).not_to_have_text(before)
    expect(outcome.locator("div", has_text="Buying pays from")).to_contain_text("tokens a month")
