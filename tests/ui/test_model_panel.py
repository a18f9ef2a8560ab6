"""Choosing a language model: what is offered, what is missing, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from advisor.settings import Settings
from advisor.ui import model_panel, resources
from tests.servers.scripted import Reply, serving

KEY = "sk-never-to-be-seen"


def _panel():  # type: ignore[no-untyped-def] # its source is run by itself
    import streamlit as st

    from advisor.ui import model_choice
    from advisor.ui.model_panel import _choose

    st.caption(model_choice.mode())
    _choose("es")


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    given = Settings(data=tmp_path)
    resources.use(None, given)
    yield given
    resources.use(None, None)


@pytest.fixture
def panel(settings: Settings) -> AppTest:
    at = AppTest.from_function(_panel, default_timeout=20).run()
    assert not at.exception
    return at


def press(at: AppTest, label: str) -> AppTest:
    next(b for b in at.button if b.label == label).click().run()
    assert not at.exception
    return at


def test_no_model_is_the_start_and_can_be_gone_back_to(panel: AppTest) -> None:
    assert panel.caption[0].value == "offline"
    panel.selectbox("model-provider").set_value("openai").run()
    panel.text_input("model-name-openai").set_value("some-model")
    panel.text_input("model-url-openai").set_value("http://127.0.0.1:9/v1")
    panel.text_input("model-key-openai").set_value(KEY)
    assert panel.number_input("model-wait-openai").value == 30
    panel.number_input("model-wait-openai").set_value(120)
    press(panel, "Usar")
    assert panel.caption[0].value == "openai:some-model"
    held = panel.session_state["language-model"].connection
    assert (held.key, held.url, held.timeout_s) == (KEY, "http://127.0.0.1:9/v1", 120.0)
    assert KEY not in repr(held)
    panel.selectbox("model-provider").set_value("offline").run()
    press(panel, "Usar")
    assert panel.caption[0].value == "offline"


def test_the_environments_model_is_offered_and_its_key_is_not_shown(tmp_path: Path) -> None:
    resources.use(None, Settings(data=tmp_path, model="openai:env-model", model_key=KEY))
    try:
        at = AppTest.from_function(_panel, default_timeout=20).run()
        assert at.caption[0].value == "openai:env-model"
        assert at.text_input("model-name-openai").value == "env-model"
        assert at.text_input("model-key-openai").value == ""
        assert at.text_input("model-key-openai").placeholder == "ya puesta"
        press(at, "Usar")
        assert at.session_state["language-model"].connection.key == KEY
    finally:
        resources.use(None, None)


def test_a_name_is_asked_for(panel: AppTest) -> None:
    panel.selectbox("model-provider").set_value("openai").run()
    assert "nombre del modelo" in press(panel, "Probar conexión").error[0].value


def test_a_trial_says_what_is_wrong_or_right(panel: AppTest) -> None:
    panel.selectbox("model-provider").set_value("openai").run()
    panel.text_input("model-name-openai").set_value("scripted")
    with serving(Reply(status=401), Reply("OK")) as server:
        panel.text_input("model-url-openai").set_value(server.url)
        refused = press(panel, "Probar conexión")
        assert refused.error
        assert not refused.success
        tried = press(panel, "Probar conexión")
        assert "responde" in tried.success[0].value


def test_a_wrong_address_is_explained(panel: AppTest) -> None:
    panel.selectbox("model-provider").set_value("openai").run()
    panel.text_input("model-name-openai").set_value("x")
    panel.text_input("model-url-openai").set_value("ftp://x")
    assert "debe empezar por http" in press(panel, "Probar conexión").error[0].value


def test_a_missing_package_shows_the_command(panel: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_panel.importlib.util, "find_spec", lambda _: None)
    panel.selectbox("model-provider").set_value("anthropic").run()
    assert "Anthropic" in panel.warning[0].value
    assert "[anthropic]" in panel.code[0].value
    assert not panel.text_input


def test_ollamas_models_are_listed_where_it_runs_and_typed_where_not(
    panel: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_panel, "find_ollama", lambda _: ("qwen3:8b", "gemma3:12b"))
    panel.selectbox("model-provider").set_value("ollama").run()
    assert panel.selectbox("model-name-listed").options == ["qwen3:8b", "gemma3:12b"]
    press(panel, "Usar")
    assert panel.caption[0].value == "ollama:qwen3:8b"
    monkeypatch.setattr(model_panel, "find_ollama", lambda _: None)
    panel.run()
    assert "No encuentro Ollama" in panel.info[0].value
    assert panel.text_input("model-name-ollama").value == "qwen3:8b"
