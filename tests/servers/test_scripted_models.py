"""Good, lying, slow, broken and hostile models over real HTTP with real streaming."""

from __future__ import annotations

import logging
import statistics
import threading
import time

import pytest

from advisor.answer.compose import compose
from advisor.answer.models import ChatModel
from advisor.answer.models import test_connection as try_connection
from advisor.answer.propose import propose
from advisor.answer.providers import Connection, find_ollama
from advisor.answer.write import Correction, Done, Event, Notice, Sentence, prepare, write
from advisor.domain.language import Language
from advisor.domain.needs import Change, Needs
from tests.evals.grounding.bundles import bundle
from tests.evals.grounding.cards import vocabulary
from tests.servers.scripted import Reply, Server, serving

pytestmark = pytest.mark.servers
KEY = "sk-loopback-secret-42"
GOOD = {
    "es": "Te recomiendo **Gemini 2.5 Flash-Lite** de Google. Cuesta 0,10 $ por millón de tokens de entrada y 0,40 $ de salida. "
    "Con tu uso saldría por unos 5,40 $ al mes.\n\nComo alternativa, GPT-5 mini cuesta 19,50 $ al mes.",
    "en": "I recommend **Gemini 2.5 Flash-Lite** from Google. It costs $0.10 per million input tokens and $0.40 per million output tokens. "
    "At your volume that is about $5.40 a month.\n\nAs an alternative, GPT-5 mini costs $19.50 a month.",
}  # fmt: skip


def model(server: Server, timeout_s: float = 5.0) -> ChatModel:
    made = ChatModel(Connection("openai:scripted", server.url, KEY, timeout_s))
    prepare(made)
    return made


def answered(server: Server, language: Language = "es", timeout_s: float = 5.0) -> tuple[list[Event], Done, float]:
    chat = model(server, timeout_s)
    started = time.monotonic()
    made = list(write(bundle("api", language), chat, vocabulary(), timeout_s))
    last = made[-1]
    assert isinstance(last, Done)
    return made, last, time.monotonic() - started


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_good_model(language: Language) -> None:
    with serving(Reply(GOOD[language], pause_s=0.002)) as server:
        _, done, _ = answered(server, language)
    assert done.by_model
    assert done.answer.mode == "openai:scripted"
    assert done.answer.notices == ()
    assert done.usage is not None
    assert (done.usage.tokens_in, done.usage.tokens_out) == (100, 20)
    for part in (
        "Gemini 2.5 Flash-Lite",
        "5,40 $" if language == "es" else "$5.40",
        "19,50 $" if language == "es" else "$19.50",
    ):
        assert part in done.answer.markdown
    assert server.requests[0]["stream"] is True
    assert {k.lower(): v for k, v in server.headers[0].items()}["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("said", "lie"),
    [
        (GOOD["es"].replace("0,40", "0,04"), "0,04"),
        (GOOD["es"].replace("GPT-5 mini cuesta", "GPT-5 nano cuesta"), "GPT-5 nano"),
        (GOOD["es"].replace("5,40 $ al mes", "19,50 $ al mes"), "uso saldría por unos 19,50"),
        (GOOD["es"] + " Llama 9 Ultra es gratis.", "Llama 9"),
        (GOOD["es"] + " Gemini 2.5 Flash-Lite tiene 30B parámetros.", "30B"),
        (GOOD["es"] + " En MMLU alcanza un 99 %.", "99 %"),
        (GOOD["es"] + " GPT-5 mini es más barato que Gemini 2.5 Flash-Lite.", "más barato que Gemini"),
        (GOOD["es"] + " La mejor opción es GPT-5 mini.", "mejor opción"),
        (GOOD["es"] + " ![x](http://evil.example/?k=1)", "evil.example"),
    ],
)
def test_a_lying_model_is_corrected_and_the_rest_stays(said: str, lie: str) -> None:
    with serving(Reply(said), Reply("Nebula-9 cuesta 1 $.")) as server:
        made, done, _ = answered(server)
    assert lie not in done.answer.markdown
    assert lie not in "".join(e.text for e in made if isinstance(e, Sentence))
    assert "Gemini 2.5 Flash-Lite" in done.answer.markdown
    assert [e for e in made if isinstance(e, Correction)]
    assert done.answer.notices


FAULTS = {
    "wrong key": (Reply(status=401, error=f"bad key {KEY}"), "clave"),
    "no permission": (Reply(status=403), "permiso"),
    "no such model": (Reply(status=404), "no está en esa dirección"),
    "too many": (Reply(status=429, headers=(("retry-after", "9"),)), "9 s"),
    "server error": (Reply(status=500), "error 500"),
    "bad gateway": (Reply(status=502, raw=b"<html>bad</html>"), "error 502"),
    "too long": (Reply(status=400, error="This model's maximum context length is 4096 tokens"), "no cabe"),
    "invalid JSON": (Reply(raw=b'{"choices": [{'), "no se puede usar"),
    "html": (Reply(raw=b"<html>login</html>"), "no se puede usar"),
    "empty": (Reply(""), "no ha contestado nada"),
    "cut": (Reply(GOOD["es"], cut_after=70), "cortado"),
    "stall at once": (Reply(GOOD["es"], stall_after=0), "demasiado"),
    "stall": (Reply(GOOD["es"], stall_after=70), "a medias"),
    "slow": (Reply(GOOD["es"], pause_s=0.25), "demasiado"),
    "late": (Reply(GOOD["es"], first_s=2.0), "demasiado"),
    "cut without a word": (Reply(GOOD["es"][:70], finish=None), "cortado"),
    "endless": (Reply(GOOD["es"] + " ", endless=True), "no terminaba"),
    "endless word": (Reply("bla", endless=True), ""),
    "wrong language": (
        Reply("Je vous recommande ce modèle pour votre projet. Il est le plus adapté dans ce cas."),
        "otro idioma",
    ),
    "refusal": (Reply("Lo siento, no puedo ayudar con eso."), "no ha querido"),
    "redirect": (Reply(status=302, headers=(("location", "http://127.0.0.1:1/"),)), ""),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_every_fault_ends_in_a_full_answer_within_the_limit(fault: str) -> None:
    reply, words = FAULTS[fault]
    limit = 1.0 if fault in ("slow", "late", "stall at once") else 3.0
    with serving(reply) as server:
        chat = model(server, limit)
        chat._stall_s = 0.4
        started = time.monotonic()
        made = list(write(bundle("api", "es"), chat, vocabulary(), limit))
        took = time.monotonic() - started
    done = made[-1]
    assert isinstance(done, Done)
    assert took < limit + 0.7
    assert done.answer.markdown == compose(bundle("api", "es")).markdown
    assert len([e for e in made if isinstance(e, Notice)]) == 1
    assert words in done.answer.notices[-1]
    assert KEY not in str(made)


def test_a_second_try_that_comes_too_late_cuts_nothing_off_and_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine of one slot, where a sentence can only be written again once the answer has ended."""
    monkeypatch.setattr("advisor.answer.turn.REWRITE_S", 0.3)
    lies = " Gemini 2.5 Flash-Lite tiene 30B parámetros. GPT-5 mini es más barato que Gemini 2.5 Flash-Lite."
    said = GOOD["es"] + lies + " GPT-5 mini cuesta 19,50 $ al mes, más que Gemini 2.5 Flash-Lite."
    with serving(Reply(said, pause_s=0.02), Reply("Nada.", first_s=3.0)) as server:
        _, done, _ = answered(server)
    assert done.by_model
    assert done.answer.markdown.startswith("Te recomiendo")
    assert "más que Gemini 2.5 Flash-Lite" in done.answer.markdown
    assert "30B" not in done.answer.markdown
    assert "más barato que" not in done.answer.markdown
    assert len(server.requests) == 2


def test_a_server_that_gives_no_reason_for_ending() -> None:
    with serving(Reply(GOOD["en"], finish=None, usage=None)) as server:
        _, done, _ = answered(server, "en")
    assert done.by_model
    assert done.answer.notices == ()


def test_nobody_there() -> None:
    chat = ChatModel(Connection("openai:scripted", "http://127.0.0.1:9/v1", KEY, 3))
    done = list(write(bundle("api", "en"), chat, vocabulary(), 3))[-1]
    assert isinstance(done, Done)
    assert "no connection" in done.answer.notices[-1]


def test_after_a_fault_the_next_turn_works() -> None:
    with serving(Reply(GOOD["es"], stall_after=40), Reply(GOOD["es"])) as server:
        chat = model(server)
        chat._stall_s = 0.2
        first, second = (list(write(bundle("api", "es"), chat, vocabulary(), 3))[-1] for _ in range(2))
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert not first.by_model
    assert second.by_model


def test_stop_is_at_once_and_hangs_up() -> None:
    stop = threading.Event()
    with serving(Reply(GOOD["es"], stall_after=60)) as server:
        chat = model(server)
        threading.Timer(0.3, stop.set).start()
        started = time.monotonic()
        done = list(write(bundle("api", "es"), chat, vocabulary(), 5, stop))[-1]
        took = time.monotonic() - started
        assert server.hung_up.wait(1)
    assert isinstance(done, Done)
    assert took < 0.6
    assert done.answer.markdown.startswith("Te recomiendo **Gemini 2.5 Flash-Lite**")


def test_a_sentence_is_shown_soon_after_the_model_finished_it() -> None:
    """The median over a few runs, for a busy machine; the model pauses after its first sentence."""
    first = "Te recomiendo **Gemini 2.5 Flash-Lite** de Google."
    delays = []
    for _ in range(5):
        with serving(Reply(first + " " * 60 + GOOD["es"][len(first) :], size=len(first), pause_s=0.2)) as server:
            chat = model(server)
            for event in write(bundle("api", "es"), chat, vocabulary(), 5):
                if isinstance(event, Sentence):
                    delays.append(time.monotonic() - server.sent[0][1])
                    break
    assert statistics.median(delays) < 0.05


def test_the_key_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(Reply(GOOD["es"])) as server:
        answered(server)
    assert KEY not in caplog.text


def test_proposals_over_http() -> None:
    import json

    row = {"op": "set", "key": "vram_gb", "value": "24", "quote": "24 gigas"}
    lie = {"op": "set", "key": "ram_gb", "value": "64", "quote": "64 de ram"}
    with serving(Reply(json.dumps({"cannot_say": False, "changes": [row, lie]}))) as server:
        found = propose("tengo 24 gigas", Needs(), "es", model(server), 5)
    assert found.changes == (Change("set", "vram_gb", 24.0, "24 gigas", "model"),)
    assert found.refused == 1
    assert server.requests[0]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(
    "reply",
    [Reply("no JSON here"), Reply('{"cannot_say": 3}'), Reply(status=500), Reply("{}", first_s=2.0), Reply(raw=b"??")],
)
def test_a_broken_reader_costs_only_its_gain(reply: Reply) -> None:
    with serving(reply) as server:
        chat = model(server)
        started = time.monotonic()
        found = propose("tengo 24 gigas", Needs(), "es", chat, 2)
        assert time.monotonic() - started < 1.5
    assert found.changes == ()
    assert found.notice is not None


def test_the_connection_test() -> None:
    with serving(Reply("OK")) as server:
        trial = try_connection(Connection("openai:scripted", server.url, KEY))
        assert trial.ok
        assert "scripted" in trial.text.en
    with serving(Reply(status=401)) as server:
        trial = try_connection(Connection("openai:scripted", server.url, KEY))
        assert not trial.ok
        assert "key" in trial.text.en


def test_ollama_is_found_by_its_list() -> None:
    with serving(Reply("OK")) as server:
        assert find_ollama(server.url) == ("qwen3:8b", "gemma3:12b")
