"""The page's script over the real knowledge, without a browser."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from ui_samples import entry as sample

import advisor.conversation.assemble as assembling
from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk
from advisor.errors import KnowledgeError
from advisor.ui import resources

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture(scope="module", autouse=True)
def talk(deps: Deps) -> Iterator[Talk]:
    """The page's shared talk is the tests' own, with conversations in memory; nothing here searches the library."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "open_library", lambda: None)
        resources.use(Talk(deps, memory_checkpointer()), deps.settings)
        yield resources.talk()
        resources.use(None, None)


@pytest.fixture
def thread() -> str:
    return uuid.uuid4().hex


@pytest.fixture
def page(thread: str) -> AppTest:
    at = AppTest.from_file(APP, default_timeout=20)
    at.query_params["c"] = thread
    at.query_params["lang"] = "es"
    return at


def html(at: AppTest) -> str:
    return "\n".join(element.proto.body for element in at.get("html"))


def ask(at: AppTest, text: str) -> str:
    """The HTML of the page after a message."""
    at.chat_input[0].set_value(text).run()
    assert not at.exception
    return html(at)


def button(at: AppTest, key: str) -> None:
    at.button(key).click().run()
    assert not at.exception


def test_first_visit_in_both_languages(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert page.title[0].value == "Asesor de modelos de IA"
    assert "Sin modelo de lenguaje" in html(page)
    page.query_params["lang"] = "en"
    page.run()
    assert page.title[0].value == "AI model advisor"
    assert "No language model" in html(page)
    assert len([b for b in page.button if b.key and b.key.startswith("example-")]) == 6


def test_a_clicked_example_is_asked(page: AppTest) -> None:
    page.run()
    button(page, "example-0-es")
    assert 'class="rec"' in html(page)
    assert not [b for b in page.button if b.key and b.key.startswith("example-")]


def test_what_was_said_can_be_removed(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "Un chatbot para mi restaurante, en catalán y español, barato")
    assert set(talk.dialogue(thread)["needs"]) >= {"use_case", "languages", "priority"}
    assert "«barato»" in html(page)
    button(page, "need-remove-said-priority")
    assert "priority" not in talk.dialogue(thread)["needs"]
    assert "«barato»" not in html(page)


def test_what_is_set_in_the_panel_is_marked_so(page: AppTest, talk: Talk, thread: str) -> None:
    talk.edit(thread, [{"key": "min_context_tokens", "value": 64_000, "assumed": False}], preferred="es")
    page.run()
    assert "cambiado en este panel" in html(page)
    assert "Has cambiado algo en el panel" in [caption.value for caption in page.caption]


def test_an_assumption_is_shown_apart_and_dropped_for_good(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "Algo para programar en una RTX 3060 de 12 GB")
    assumed = talk.dialogue(thread)["assumed"]
    assert assumed
    key = next(iter(assumed))
    assert key not in talk.dialogue(thread)["needs"]
    button(page, f"need-remove-assumed-{key}")
    assert key not in talk.dialogue(thread)["assumed"]
    ask(page, "que sea rápido")
    assert key not in talk.dialogue(thread)["assumed"]


def test_an_assumption_stays_in_the_panel_while_something_else_is_talked_about(
    page: AppTest, talk: Talk, thread: str
) -> None:
    page.run()
    ask(page, "Algo para programar en una RTX 3060 de 12 GB")
    before = talk.dialogue(thread)["assumed"]
    assert before
    ask(page, "¿qué tiempo hace hoy?")
    ask(page, "compara el primero con el segundo")
    assert talk.dialogue(thread)["assumed"].items() >= before.items()
    key = next(iter(before))
    button(page, f"need-remove-assumed-{key}")
    ask(page, "compara el primero con el segundo")
    assert key not in talk.dialogue(thread)["assumed"]
    ask(page, "empecemos de cero")
    assert talk.dialogue(thread)["assumed"] == {}


def test_an_edit_spares_the_other_assumptions(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "Algo para programar en una RTX 3060 de 12 GB")
    before = talk.dialogue(thread)["assumed"]
    button(page, "need-remove-said-use_case")
    assert talk.dialogue(thread)["assumed"] == before


def test_relaxations_are_a_click_away(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "un chatbot en español, gratis, de 1B como mucho y con 2 millones de tokens de contexto")
    last = talk.transcript(thread)[-1]
    assert not last["recommendations"]
    assert last["relaxations"]
    button(page, next(b.key for b in page.button if b.key and b.key.startswith("relax-")))
    assert talk.dialogue(thread)["needs"] == last["relaxations"][0]["needs"]
    assert talk.transcript(thread)[-1]["recommendations"]


def test_weights_move_the_score_and_can_be_given_up(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "un chatbot en español y barato")
    before = talk.transcript(thread)[-1]["recommendations"]
    computed, first = before[0]["weights"], [r["model"] for r in before]
    for slider in page.slider:
        slider.set_value(100 if slider.key.endswith("-context") else 0)
    next(b for b in page.button if b.label == "Aplicar").click().run()
    assert not page.exception
    ranked = talk.transcript(thread)[-1]["recommendations"]
    assert ranked[0]["weights"]["context"] == 1
    assert [r["factors"]["context"] for r in ranked] == sorted((r["factors"]["context"] for r in ranked), reverse=True)
    assert [r["model"] for r in ranked] != first
    assert [e["role"] for e in talk.transcript(thread)] == ["user", "assistant", "assistant"]
    button(page, "weights-reset")
    assert talk.transcript(thread)[-1]["recommendations"][0]["weights"] == computed


def test_too_long_a_message_comes_back_and_harms_nothing(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "un chatbot barato")
    ask(page, "x" * 70_000)
    assert "70000" in page.error[0].value
    assert len(talk.transcript(thread)) == 2
    shown = ask(page, "también en gallego")
    assert not page.error
    assert 'class="rec"' in shown


def test_an_unexpected_failure_is_explained_and_the_conversation_goes_on(
    page: AppTest, talk: Talk, thread: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page.run()
    with monkeypatch.context() as patch:
        patch.setattr(talk.deps.reader, "read", lambda *_: 1 / 0, raising=True)
        ask(page, "un chatbot barato")
    assert "Algo ha fallado" in page.error[0].value
    assert "ZeroDivisionError" in caplog.text
    assert 'class="rec"' in ask(page, "un chatbot barato")


def test_wrong_knowledge_is_explained_instead_of_the_page(
    page: AppTest, talk: Talk, thread: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> Deps:
        raise KnowledgeError("acme/one.yaml: falta «name».", 'acme/one.yaml: "name" is missing.')

    settings = talk.deps.settings
    monkeypatch.setattr(assembling, "assemble", broken)
    resources.use(None, settings)
    try:
        page.run()
        assert not page.exception
        assert "falta «name»" in page.error[0].value
        assert not page.chat_input
    finally:
        resources.use(talk, settings)


def test_what_cannot_be_drawn_is_explained_and_left_behind(
    page: AppTest, talk: Talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(talk, "history", lambda _: ([{"role": "assistant"}], {}))
        page.run()
    assert not page.exception
    assert "no se ha podido dibujar" in page.error[0].value
    assert "KeyError" in caplog.text
    button(page, "new-after-error")
    assert not page.error
    assert page.chat_input


def test_a_wrong_setting_is_explained(page: AppTest, talk: Talk, thread: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_MODEL", "nonsense")
    settings = talk.deps.settings
    resources.use(None, None)
    try:
        page.run()
        assert "ADVISOR" in page.error[0].value
    finally:
        resources.use(talk, settings)


@pytest.mark.parametrize(
    ("parameter", "wanted", "words"),
    [
        ("guide", "size/tiers", "Actualizado"),
        ("guide", "", "Personalización"),
        ("guide", "<img src=x>", "Personalización"),
        ("card", "google/gemma-3-12b-it", "declarado"),
        ("card", "google/gemma-3-12b-it", "prohíbe algunos usos"),
        ("card", "google/gemma-3-12b-it", "1 es el mejor"),
    ],
)
def test_sources_open_into_documents(page: AppTest, parameter: str, wanted: str, words: str) -> None:
    page.query_params[parameter] = wanted
    page.run()
    assert not page.exception
    assert words in html(page)
    assert "<img" not in html(page)
    assert not page.chat_input


def test_an_unknown_card_is_said_to_be_unknown(page: AppTest) -> None:
    page.query_params["card"] = "nobody/nothing"
    page.run()
    assert "no está en el catálogo" in page.warning[0].value


def test_what_if_and_trade_offs_are_drawn_when_opened(page: AppTest) -> None:
    page.run()
    ask(page, "un chatbot en español y barato")
    for key in ("what-if-0", "trade-offs-0"):
        page.session_state[key] = True
    page.run()
    assert not page.exception
    assert 'class="tradeoff"' in html(page)


def test_old_data_is_warned_of(page: AppTest, talk: Talk, thread: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk.deps, "today", lambda: "2027-06-01")
    page.run()
    assert "191 días" in page.warning[0].value


def test_the_conversation_can_be_kept_as_a_document(page: AppTest) -> None:
    page.run()
    assert not page.get("download_button")
    ask(page, "un chatbot en español y barato")
    assert len(page.get("download_button")) == 1


def test_own_hardware_is_weighed_when_opened(page: AppTest) -> None:
    page.run()
    ask(page, "un chatbot en español de pesos abiertos y barato")
    page.session_state["own-0"] = True
    page.run()
    assert not page.exception
    assert "Comprar compensa desde" in html(page)


def test_models_are_named_in_the_panel_as_they_write_themselves(page: AppTest, talk: Talk, thread: str) -> None:
    said = ["gpt-4o mini", "deepseek v3.2"]  # by its name, by an alias
    for key, value in (("mentioned_models", said), ("excluded_vendors", ["openai", "nobody here"])):
        talk.edit(thread, [{"key": key, "value": value, "assumed": False}], preferred="es")
    page.run()
    assert "GPT-4o mini y DeepSeek-V3.2" in html(page)
    assert "OpenAI y nobody here" in html(page)


def test_a_chosen_model_that_failed_is_said_to_have_failed(
    page: AppTest, talk: Talk, thread: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from advisor.ui import model_choice

    entries = [{"role": "user", "text": "x"}, sample(mode="openai:foo", by_model=False, language="es")]
    monkeypatch.setattr(model_choice, "mode", lambda: "openai:foo")
    with monkeypatch.context() as patch:
        patch.setattr(talk, "history", lambda _: (entries, {}))
        page.run()
    assert "openai:foo: la última respuesta va sin él" in html(page)
    with monkeypatch.context() as patch:
        patch.setattr(talk, "history", lambda _: ([entries[0], {**entries[1], "by_model": True}], {}))
        page.run()
    assert "Redacta openai:foo" in html(page)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "un chatbot sin internet en mi móvil", "No sé cuánta memoria"),
        ("en", "an offline chatbot on my phone", "do not know how much memory"),
    ],
)
def test_an_assumed_memory_taken_out_changes_the_ranking(
    page: AppTest, talk: Talk, thread: str, language: str, text: str, told: str
) -> None:
    page.query_params["lang"] = language
    page.run()
    before = ask(page, text)
    assert "8 GB" in before
    button(page, "need-remove-assumed-ram_gb")
    after = html(page)
    assert told in after
    assert "≈" in after
    assert " GB a 4 bits" in after or " GB at 4 bits" in after
    first, second = (t["recommendations"][0]["model"] for t in talk.transcript(thread) if t["role"] == "assistant")
    assert first != second


@pytest.mark.parametrize(
    ("language", "text", "total"),
    [
        ("es", "clasificar 500.000 tickets al mes", "500.000 al mes × (380"),
        ("en", "classify 500,000 tickets a month", "500,000 a month × (380"),
    ],
)
def test_an_assumed_volume_shows_its_sum_and_can_be_taken_out(
    page: AppTest, talk: Talk, thread: str, language: str, text: str, total: str
) -> None:
    page.query_params["lang"] = language
    page.run()
    assert ask(page, text).count(total) >= 2  # in the answer and in the panel
    button(page, "need-remove-assumed-tokens_per_month")
    assert "tokens_per_month" not in talk.dialogue(thread)["assumed"]
    assert talk.transcript(thread)[-1]["recommendations"][0]["cost"] is None


def test_each_way_out_is_one_button_of_its_own(page: AppTest, talk: Talk, thread: str) -> None:
    page.run()
    ask(page, "un chatbot para mi tienda, en local con 3 GB de RAM, de fabricante francés y de 1B como mucho")
    ways = talk.transcript(thread)[-1]["relaxations"]
    assert ways
    labels = [b.label for b in page.button if b.key and b.key.startswith("relax-")]
    assert len(labels) == len(set(labels)) == len(ways)


def test_what_was_said_is_quoted_as_the_pages_language_quotes(page: AppTest) -> None:
    page.query_params["lang"] = "en"
    page.run()
    assert "“cheap”" in ask(page, "a cheap chatbot in Spanish")


def test_weights_wait_for_a_ranking_after_starting_over(page: AppTest) -> None:
    page.run()
    ask(page, "un chatbot en español y barato")
    assert page.slider
    ask(page, "empecemos de cero")
    assert not page.slider
    ask(page, "algo para programar")
    assert page.slider


@pytest.mark.parametrize(
    ("text", "estimated"), [("para programar en mi RTX 3060 de 12 GB", True), ("para programar", False)]
)
def test_a_speed_on_the_persons_machine_is_said_to_be_estimated(page: AppTest, text: str, estimated: bool) -> None:
    page.run()
    ask(page, text)
    page.session_state["trade-offs-0"] = True
    page.run()
    heads = [
        e.proto.body for e in page.get("html") if 'class="tradeoff"' in e.proto.body and "tokens/s" in e.proto.body
    ]
    assert len(heads) == 1
    assert ("estimados" in heads[0]) is estimated
