"""What a message lets assume: that a firm's use is commercial, what a nameless phone or laptop has; and for how long."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.apply import after


def assumed(reader: Any, *messages: str) -> dict[str, Any]:
    dialogue = Dialogue()
    for message in messages:
        dialogue = after(dialogue, reader.read(message, dialogue))
    return {a.key: a.value for a in dialogue.assumed if a.key != "languages"}


FIRMS = [
    ("a chatbot for my restaurant", "un chatbot para mi restaurante"),
    ("an assistant for our company", "un asistente para nuestra empresa"),
    ("I'm a freelancer, I write for clients", "soy autónomo, redacto para clientes"),
    ("we run a small clinic and want to answer patients", "llevo una clínica y quiero contestar a los pacientes"),
    ("chatbot for a startup", "chatbot para una startup"),
    ("client work: translations to Catalan", "trabajos para clientes: traducir al catalán"),
    ("I work for a bank and summarise complaints", "trabajo en una gestoría y resumo quejas"),
    ("we sell candles and need descriptions", "vendemos velas y queremos descripciones"),
]


@pytest.mark.parametrize(("en", "es"), FIRMS)
def test_a_firms_use_is_taken_for_commercial(reader: Any, en: str, es: str) -> None:
    for text in (en, es):
        assert assumed(reader, text) == {"commercial_use": True}, text


PRIVATE = [
    ("a model for my thesis", "un modelo para mi tesis"),
    ("summarise news about companies", "resumir noticias de empresas"),
    ("homework helper for my son", "ayuda con los deberes de mi hijo"),
    ("a bot for our NGO, translate for volunteers", "un bot para nuestra ONG, traducir para voluntarios"),
    ("my question: which model for coding?", "mi consulta: ¿qué modelo para programar?"),
]


@pytest.mark.parametrize(("en", "es"), PRIVATE)
def test_a_private_use_is_not(reader: Any, en: str, es: str) -> None:
    assert assumed(reader, en) == assumed(reader, es) == {}


@pytest.mark.parametrize(
    "messages",
    [
        ("un chatbot para mi tienda", "en realidad es para uso personal"),
        ("a chatbot for my shop", "actually it is for personal use"),
        ("un chatbot para mi tienda, con licencia comercial",),
        ("a chatbot for my shop, commercial licence",),
    ],
)
def test_what_is_said_ends_it(reader: Any, messages: tuple[str, ...]) -> None:
    assert assumed(reader, *messages) == {}


def test_it_lasts(reader: Any) -> None:
    assert assumed(reader, "a chatbot for my shop", "in Catalan", "and cheap") == {"commercial_use": True}
    assert assumed(reader, "quiero entrenarlo con mis datos, un chatbot", "en catalán") == {"fine_tuning": "lora"}


def test_a_denied_one_is_not_made_again(reader: Any) -> None:
    before = Dialogue(dropped=("commercial_use",))
    told = reader.read("a chatbot for my shop", before)
    assert "commercial_use" not in {a.key for a in told.assumptions}


MACHINES = [
    ("an offline chatbot on my phone", "un chatbot sin internet en mi móvil", 8.0, "some-phone"),
    ("translate offline on a cheap phone", "traducir sin conexión en un celular barato", 6.0, "some-phone"),
    ("summarise offline on my laptop", "resumir sin conexión en mi portátil", 16.0, "some-laptop"),
    ("a model for my phone", "un modelo para mi celular", 8.0, "some-phone"),
    ("which llm for my laptop", "qué ia para mi portátil", 16.0, "some-laptop"),
    ("summarise offline on my old laptop", "resumir sin conexión en mi viejo portátil", 8.0, "some-laptop"),
]


@pytest.mark.parametrize(("en", "es", "gb", "device"), MACHINES)
def test_a_nameless_machine_has_what_is_common(reader: Any, en: str, es: str, gb: float, device: str) -> None:
    for text in (en, es):
        told = reader.read(text)
        assert assumed(reader, text) == {"ram_gb": gb}, text
        assert [owned.device.id for owned in told.devices] == [device]
        assert "ram_gb" not in {change.key for change in told.changes}


@pytest.mark.parametrize(
    "text",
    [
        "answer calls over the phone, on our own server",
        "atender por teléfono, en nuestro propio servidor",
        "a chatbot for my phone shop's website",
        "un chatbot para la web de mi tienda de móviles",
        "on my laptop with 32 GB, offline",
        "en mi portátil de 32 GB, sin conexión",
        "chatbot en una 3060, sin internet",
    ],
)
def test_no_memory_is_assumed_of_other_machines(reader: Any, text: str) -> None:
    assert "ram_gb" not in assumed(reader, text)


@pytest.mark.parametrize(
    ("messages", "devices"),
    [
        (("an offline chatbot on my phone", "it has 6 GB"), ["some-phone"]),
        (("un chatbot sin internet en mi móvil", "tiene 6 GB"), ["some-phone"]),
        (("an offline chatbot on my phone", "no, on a laptop with 32 GB"), ["some-laptop"]),
        (("un chatbot sin internet en mi móvil", "no, en un portátil con 32 GB"), ["some-laptop"]),
        (("un chatbot sin internet en mi móvil", "no, en mi portátil"), ["some-laptop"]),
    ],
)
def test_another_machine_or_its_memory_replaces_it(reader: Any, messages: tuple[str, ...], devices: list[str]) -> None:
    dialogue = Dialogue()
    for message in messages:
        dialogue = after(dialogue, reader.read(message, dialogue))
    assert [owned.device.id for owned in dialogue.devices] == devices
    assert ("ram_gb" in dialogue.needs) != ("ram_gb" in {a.key for a in dialogue.assumed})


@pytest.mark.parametrize(
    ("text", "devices"),
    [
        ("a coding model for a dual xeon server with 256 GB of ram, no gpu", ["some-pc"]),
        ("un servidor xeon con 256 gb de ram sin gráfica, para programar", ["some-pc"]),
        ("ryzen 7 mini pc, 32gb ddr5, no gpu, for coding", ["some-pc"]),
        ("128 GB of memory, coding, locally", []),
        ("mac mini m4 de 32 gb para programar", ["apple-m4"]),
    ],
)
def test_a_pc_of_which_only_its_memory_is_known_is_no_mac(reader: Any, text: str, devices: list[str]) -> None:
    """Its main memory is slower than a Mac's: the speed is reckoned for a PC."""
    assert [owned.device.id for owned in reader.read(text).devices] == devices
