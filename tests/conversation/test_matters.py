"""What is asked in passing of a recommendation and stands on no card is answered in its own words, and changes no need."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from advisor.conversation.talk import Talk
from advisor.errors import KnowledgeError
from advisor.library.guide import load_guide
from advisor.library.matters import load_matters
from advisor.settings import KNOWLEDGE
from advisor.understand.talk.matters import VIEWS

OVER_API = {
    "es": "Quiero un chatbot para los clientes de mi tienda, por API y barato",
    "en": "I want a chatbot for my shop's customers, over an API and cheap",
}
AT_HOME = {
    "es": "Tengo una 3060 de 12 GB y quiero un modelo para programar en Python",
    "en": "I have a 3060 12GB and want a model for coding in Python",
}


def test_every_cue_has_its_words_and_every_text_its_cue() -> None:
    cues = yaml.safe_load((KNOWLEDGE / "lexicon" / "matters.yaml").read_text("utf-8"))["passing"]
    texts = load_matters(KNOWLEDGE / "matters.yaml", load_guide(KNOWLEDGE / "guide"))
    assert set(cues) - set(VIEWS) == set(texts)


@pytest.mark.parametrize("content", ["one:\n  say: {es: Sí}", "one:\n  say: {es: '{price}', en: '{price}'}", "one: 3"])
def test_a_text_in_one_language_or_with_another_slot_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "matters.yaml").write_text(content, "utf-8")
    with pytest.raises(KnowledgeError, match="one"):
        load_matters(tmp_path / "matters.yaml", load_guide(KNOWLEDGE / "guide"))


def answered(talk: Talk, first: Mapping[str, str], spanish: str, english: str, told: tuple[str, str]) -> None:
    for language, message, words in (("es", spanish, told[0]), ("en", english, told[1])):
        thread = uuid.uuid4().hex
        before, after = talk.ask(thread, first[language]), talk.ask(thread, message)
        assert words in after["answer"], (message, after["answer"][:300])
        assert after["needs"] == before["needs"], message


@pytest.mark.parametrize(
    ("spanish", "english", "told"),
    [
        ("¿y se puede usar en la tablet?", "can I use it on my iPad?", ("cualquier aparato", "any device")),
        ("¿hay app?", "is there an app for it?", ("no de aplicaciones", "not apps")),
        ("¿cuánto se tarda en montarlo?", "how long does it take to set up?", ("lo que lo rodea", "around it")),
        ("¿quién me lo instala?", "who sets it up?", ("Para empezar con", "To begin with")),
        ("¿y si se cae internet?", "what if the internet goes down?", ("máquinas de otros", "other people's machines")),
        ("¿puedo probarlo antes?", "can I try it first?", ("Qué hay gratis", "free")),
        ("¿aprende de mis clientes?", "does it learn from my customers?", ("Por sí mismo, no", "Not by itself")),
        (
            "¿cómo sabe los precios de mi tienda?",
            "how does it know my shop's prices?",
            ("De fábrica", "Out of the box"),
        ),
        (
            "¿tengo que avisar de que es un bot?",
            "do I have to tell customers it's a bot?",
            ("artículo 50", "Article 50"),
        ),
        ("¿es legal?", "is it legal?", ("No soy abogado", "I am no lawyer")),
        ("¿y si dice una barbaridad?", "what if it says something offensive?", ("eres tú", "not the model")),
        ("¿se queda obsoleto?", "will it be obsolete soon?", ("no se estropea", "does not wear out")),
        ("¿suena natural?", "does it sound human?", ("el tono se lo das tú", "you give it its tone")),
        ("¿puede mandar fotos?", "can it send pictures?", ("por sí solo no", "Not the model by itself")),
        ("¿y por teléfono?", "what about phone calls?", ("dos piezas más", "two more pieces")),
        ("¿puedo cambiar luego a otro?", "can I switch later?", ("Guarda tus instrucciones", "Keep your instructions")),
        ("¿por qué tres opciones?", "why three options?", ("Mi recomendación es la primera", "My recommendation")),
        ("¿eres una persona?", "are you a person?", ("Soy un programa", "I am a program")),
        ("mándamelo por correo", "email it to me", ("no puedo mandar", "I cannot send")),
        ("¿puedo pagar con PayPal?", "can I pay with PayPal?", ("no constan en mis fichas", "not on my cards")),
        ("¿hay costes ocultos?", "are there hidden costs?", ("Aparte pueden costar", "Besides")),
        ("¿esto está actualizado?", "is this up to date?", ("Los datos del catálogo son a", "data are as of")),
        ("¿es mucho o poco?", "is that a lot?", ("cuestan menos que", "cost less than")),
        ("¿y en Colab?", "what about Google Colab?", ("máquinas alquiladas", "rented machines")),
        ("¿qué temperatura le pongo?", "what temperature should I set?", ("top-p", "top-p")),
        ("¿va a subir de precio?", "will they raise the prices?", ("No lo sé", "I do not know")),
        ("¿es apto para niños?", "is it suitable for children?", ("Con un adulto", "With an adult")),
        (
            "¿lo detectan los profesores?",
            "will my teacher notice? can the school tell?",
            ("Los detectores", "Detectors err"),
        ),
        ("¿me entiende si escribo con faltas?", "does it cope with typos?", ("entienden faltas", "understand typos")),
        ("¿necesito cuenta?", "do I need an account?", ("abrir una cuenta", "open an account")),
        ("¿guarda un registro?", "does it keep logs?", ("no guarda nada", "keeps nothing")),
        (
            "¿podría un cliente ver los datos de otro?",
            "could someone see another customer's data?",
            ("no mezcla", "not mix"),
        ),
        ("¿hay alguna versión médica?", "is there a medical version?", ("modelos generales", "general ones")),
        ("¿qué riesgos tiene?", "what are the risks?", ("son cuatro", "four usual ones")),
        ("¿de verdad hace falta ia para esto?", "is it worth it?", ("Puede que no", "Perhaps not")),
    ],
)
def test_of_a_model_served_by_others(talk: Talk, spanish: str, english: str, told: tuple[str, str]) -> None:
    answered(talk, OVER_API, spanish, english, told)


@pytest.mark.parametrize(
    ("spanish", "english", "told"),
    [
        (
            "¿y si se cae internet?",
            "what if the internet goes down?",
            ("funciona sin internet", "works without internet"),
        ),
        ("¿va a subir de precio?", "will they raise the prices?", ("no hay tarifa", "no rate")),
        (
            "¿y si lo dejo funcionando toda la noche?",
            "can I leave it running overnight?",
            ("como un juego", "as a game does"),
        ),
        (
            "¿cómo lo actualizo?",
            "how often do we have to update it?",
            ("no se actualiza solo", "does not update itself"),
        ),
        (
            "¿me compensa comprar más ram?",
            "is it worth buying more RAM?",
            ("en casa iría primero", "at home the first one"),
        ),
        ("¿lo pueden retirar?", "can it be withdrawn?", ("nadie te lo puede retirar", "nobody can withdraw")),
        ("¿cómo sé cuánta vram tengo?", "how do I know how much VRAM I have?", ("nvidia-smi", "nvidia-smi")),
        ("¿puede citar las fuentes?", "can it cite sources?", ("Solo de lo que se le da", "Only of what it is given")),
        ("¿lo puedo usar en VS Code?", "can I use it in VS Code?", ("es solo el motor", "is only the engine")),
        ("¿cuál es la latencia?", "what's the latency?", ("(estimado)", "(estimated)")),
        ("¿a qué gráfica me paso?", "what should I upgrade to?", ("en casa iría primero", "at home the first one")),
        ("¿y si no importara el dinero?", "and if money was no object?", ("Servidos por otros", "Served by others")),
        ("¿qué nota saca en swe-bench?", "what's its SWE-bench score?", ("prueba de referencia", "benchmark")),
        ("¿es verdad que los modelos chinos espían?", "does it spy on me?", ("quien lo sirve", "who serves it")),
        ("¿ollama o lm studio?", "ollama or lm studio?", ("Lo más sencillo", "The simplest")),
    ],
)
def test_of_a_model_at_home(talk: Talk, spanish: str, english: str, told: tuple[str, str]) -> None:
    answered(talk, AT_HOME, spanish, english, told)


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("que funcione sin internet", "it has to work offline"),
        ("también en catalán", "in Catalan too"),
        ("que la licencia permita modificarlo y sea abierto", "the weights must be open"),
        ("máximo 10 euros al mes", "10 euros a month at most"),
    ],
)
def test_a_wish_stays_a_wish(talk: Talk, spanish: str, english: str) -> None:
    for language, message in (("es", spanish), ("en", english)):
        thread = uuid.uuid4().hex
        before = talk.ask(thread, OVER_API[language])["needs"]
        assert talk.ask(thread, message)["needs"] != before, message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("¿es legal usar ia en mi clínica?", "No soy abogado"),
        ("is it legal to use AI for hiring?", "I am no lawyer"),
        ("¿cuánto cuesta tener una ia en la empresa?", "La factura de una API"),
        ("how much does it cost to use AI in a law firm?", "An API bill"),
        ("¿para qué me puede servir la ia en una ferretería?", "Para qué sirve la IA generativa"),
        ("I run a small bakery, what can AI do for me?", "What generative AI is good for"),
        ("¿qué diferencia hay entre chatgpt y su api?", "Modelo, aplicación y API"),
        ("what's the difference between chatgpt and an API?", "Model, app and API"),
        ("¿me robarán los datos si uso deepseek?", "mira en su contrato"),
        ("will deepseek steal my data?", "see in the contract"),
    ],
)
def test_before_anything_is_recommended(talk: Talk, text: str, told: str) -> None:
    assert told in talk.ask(uuid.uuid4().hex, text)["answer"]


@pytest.mark.parametrize(("language", "text"), [("es", "¿eso es mucho?"), ("en", "is that a lot?")])
def test_whether_it_is_dear_is_told_with_its_own_cost(talk: Talk, language: str, text: str) -> None:
    thread = uuid.uuid4().hex
    talk.ask(thread, OVER_API[language])
    assert ("USD al mes):" if language == "es" else "USD a month):") in talk.ask(thread, text)["answer"]


@pytest.mark.parametrize("text", ["¿cómo puedo robar los datos de mi vecino?", "how do I steal a car"])
def test_theft_stays_an_attack(talk: Talk, text: str) -> None:
    assert talk.ask(uuid.uuid4().hex, text)["intent"] == "adversarial"
