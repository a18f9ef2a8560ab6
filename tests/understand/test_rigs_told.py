"""Rigs as people type them into forums, in both languages: counts, totals, wishes, what a program uses, what fails."""

from __future__ import annotations

from typing import Any

import pytest

from tests.understand.conftest import Talk

COUNTED: list[tuple[str, dict[str, Any]]] = [
    ("dual 32gb mi50, what runs well?", {"vram_gb": 64}),
    ("dos mi50 de 32gb, ¿qué corre bien?", {"vram_gb": 64}),
    ("two 16gb 4060 ti, which model?", {"vram_gb": 32}),
    ("dos 16gb 5060 ti, ¿qué modelo?", {"vram_gb": 32}),
    ("2x 24gb p40 and 64 gb of ram", {"vram_gb": 48, "ram_gb": 64}),
    ("2 x RTX 3060 - 24 GB Vram total, 32GB DDR5", {"vram_gb": 24, "ram_gb": 32}),
    ("dos 3060, 24 gigas de vram en total, y 32 de ram", {"vram_gb": 24, "ram_gb": 32}),
    ("40 GB of VRAM split across two 3080s, what can I run?", {"vram_gb": 40}),
    ("tengo 40GB de vram repartidos en dos 3080 de 20", {"vram_gb": 40}),
    ("64GB of RAM and 12GB VRAM on my 3080", {"vram_gb": 12, "ram_gb": 64}),
    ("64 gigas de ram y 12 gb de vram en mi 3080", {"vram_gb": 12, "ram_gb": 64}),
    ("i've 32gb and two 3090s", {"vram_gb": 48, "ram_gb": 32}),
    ("tengo 32gb y dos 3090", {"vram_gb": 48, "ram_gb": 32}),
]

PUT_RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("tengo una 3060, perdón, una 4060", {"vram_gb": 8}),
    ("I have a 3060, sorry, a 4060", {"vram_gb": 8}),
    ("raspberry zero, perdón, una pi 4 de 8 gigas", {"ram_gb": 8}),
    ("raspberry zero, sorry, a pi 4 with 8 gigs", {"ram_gb": 8}),
    ("m2 mac mini, I mean m4, 16gb", {"ram_gb": 16}),
    ("una 3060 (perdón por el rollo) y una 4060, ¿qué monto?", {"vram_gb": 20}),
    ("a 3060 (sorry for the noise) and a 4060, what fits?", {"vram_gb": 20}),
]

BESIDE: list[tuple[str, dict[str, Any]]] = [
    ("la torre tiene 64gb y la gráfica es una arc b580", {"vram_gb": 12, "ram_gb": 64}),
    ("the tower has 64gb and the card is an arc b580", {"vram_gb": 12, "ram_gb": 64}),
    ("8 * 4090,256G memory, what can I deploy?", {"vram_gb": 192, "ram_gb": 256}),
    ("8 * 4090,256G de memoria, ¿qué despliego?", {"vram_gb": 192, "ram_gb": 256}),
    ("i have 32 cores, 64G mem, which model?", {"ram_gb": 64}),
    ("tengo 64gb de ram y ollama está usando 24gb, ¿qué modelo va mejor?", {"ram_gb": 64}),
    ("64gb of ram, but it's using 24GB of RAM already. which model?", {"ram_gb": 64}),
    ("el disco de mi portátil es de 512 GB y tiene 16 de ram", {"ram_gb": 16}),
    ("total space of my laptop is 512 GB, with 16 GB of ram", {"ram_gb": 16}),
    ("en mi fierro viejo (core 2 duo, 4 gb) ¿corre algo?", {"ram_gb": 4}),
    ("RTX 6000 Blackwell, what should I run?", {"vram_gb": 96}),
    ("una titan x vieja, ¿qué modelo le meto?", {"vram_gb": 12}),
    ("tengo una radeon 780m con 32 gb", {"ram_gb": 32}),
    ("a laptop with a radeon 780m and 32 gb", {"ram_gb": 32}),
]

IMAGINED: list[tuple[str, dict[str, Any]]] = [
    ("i have a 3090. if i bought a 5060 16GB, could i add them up?", {"vram_gb": 24}),
    ("tengo una 3090. si me comprara una 5060, ¿podría sumarlas? ¿la 5060 frenaría?", {"vram_gb": 24}),
    ("running on my 3070. hope a 5090 will give me more", {"vram_gb": 8}),
    ("voy con mi 3070. ojalá una 5090 diera más", {"vram_gb": 8}),
    ("my pc has two 4090s, it'd be like having an H100, right? which model?", {"vram_gb": 48}),
    ("mi pc tiene dos 4090, es como tener una H100. ¿qué modelo?", {"vram_gb": 48}),
    ("models for someone with two 3080 20GB cards (or maybe a 3090 and a 3080)", {"vram_gb": 40}),
    ("modelos para dos 3080 de 20GB (o quizás una 3090 y una 3080)", {"vram_gb": 40}),
    (
        "recommend one of the following cards\n1. 3060\n2. 4060 ti 16gb\nfor local models. my pc has 16gb of ram",
        {"ram_gb": 16},
    ),
    (
        "¿cuál de estas gráficas?\n1. 3060\n2. 4060 ti de 16\npara modelos locales. mi pc tiene 16 de ram",
        {"ram_gb": 16},
    ),
    ("le metí otra 3060 al pc, ahora son dos", {"vram_gb": 24}),
    ("i added another 3060, so now there are two", {"vram_gb": 24}),
    ("can I finetune a 7b with 16 * A10 (16 * 23G)?", {"vram_gb": 368}),
    ("me he pillado una 3090 de segunda mano, ¿qué le meto?", {"vram_gb": 24}),
    ("got a second hand 3090, what should I run?", {"vram_gb": 24}),
    ("son 16 de ram y 8 de video", {"vram_gb": 8, "ram_gb": 16}),
    ("it has 16 of ram and 8 of video memory", {"vram_gb": 8, "ram_gb": 16}),
]

WHOSE: list[tuple[str, dict[str, Any]]] = [
    ("La laptop de la empresa trae una quadro de 8 gb y 32 de ram", {"vram_gb": 8, "ram_gb": 32}),
    ("my laptop has a quadro with 8 gb and 32 gb of ram", {"vram_gb": 8, "ram_gb": 32}),
    ("tengo una 3080 de 10 gigas y mi hermano una 4090, ¿qué modelo?", {"vram_gb": 10}),
    ("i have a 3080 and my brother a 4090, which model?", {"vram_gb": 10}),
    ("mi novia tiene un mac mini de 16 y yo una 3060, ¿qué modelo?", {"vram_gb": 12}),
    ("my girlfriend has a 16gb mac mini and i have a 3060, which model?", {"vram_gb": 12}),
    ("tengo el portátil de mi padre, 16gb de ram, ¿qué le meto?", {"ram_gb": 16}),
    ("i have an old laptop from my father, 16gb of ram, what should I run?", {"ram_gb": 16}),
    ("my card has 16GB but I get an error about not having 18Gb, which model?", {"vram_gb": 16}),
    ("mi tarjeta tiene 16GB pero el error dice que no hay 18Gb, ¿qué modelo?", {"vram_gb": 16}),
]

NOT_COUNTED: list[tuple[str, dict[str, Any]]] = [
    ("My card has 12GB of RAM, what fits?", {"vram_gb": 12}),
    ("mi tarjeta tiene 12GB de RAM, ¿qué cabe?", {"vram_gb": 12}),
    ("State of the art models require from 256GB to 1TB of RAM. I have 128GB. which one?", {"ram_gb": 128}),
    ("los modelos grandes necesitan de 256 a 512GB de RAM, yo tengo 128GB. ¿cuál?", {"ram_gb": 128}),
    ("the presets only support 12GB and 24GB VRAM, mine is a 4060 Ti 16GB", {"vram_gb": 16}),
    ("I have two GTX 1080 Ti. I don't have access to an A100. Which model?", {"vram_gb": 22}),
    ("tengo dos 1080 ti, no tengo acceso a una A100. ¿qué modelo?", {"vram_gb": 22}),
    ("my laptop has 16 GB of ram but this model looks like 100+ gb. any smaller?", {"ram_gb": 16}),
    ("mi portátil tiene 16 GB de ram y este modelo parece de 100+ gb. ¿otro más pequeño?", {"ram_gb": 16}),
]

NAMELESS: list[tuple[str, dict[str, Any]]] = [
    ("mi tarjeta tiene 11 gigas y el pc 64", {"vram_gb": 11, "ram_gb": 64}),
    ("my card has 11 gb and the pc 64", {"vram_gb": 11, "ram_gb": 64}),
    ("tengo 4 gráficas con 24 gigas en total", {"vram_gb": 24}),
    ("I have 4 cards with 24 GB in total", {"vram_gb": 24}),
    ("tengo 4 gráficas de 24 gigas", {"vram_gb": 96}),
    ("I have 4 cards of 24 GB", {"vram_gb": 96}),
    ("dos tarjetas, una de 8 y otra de 12, ¿qué modelo?", {"vram_gb": 20}),
    ("two cards, one with 8 and another with 12, which model?", {"vram_gb": 20}),
    ("dos gpus: 12gb y 8gb", {"vram_gb": 20}),
    ("two gpus: 12gb and 8gb", {"vram_gb": 20}),
    ("mi empresa me da un portátil con 16gb, en casa tengo una 4080", {"vram_gb": 16}),
    ("at work a laptop with 16gb, at home i have a 4080", {"vram_gb": 16}),
    ("tengo un cluster de 4 raspberrys de 8 gb", {"ram_gb": 32}),
    ("a cluster of 4 raspberries with 8 gb each", {"ram_gb": 32}),
    ("un servidor con 2 epyc y 1 TB de ram", {"ram_gb": 1024}),
    ("a server with 2 epycs and 1 TB of ram", {"ram_gb": 1024}),
]

MULLED: list[tuple[str, dict[str, Any]]] = [
    ("2 nodes with 4x H100 each, what should we serve?", {"vram_gb": 640}),
    ("dos nodos con 4 H100 cada uno, ¿qué servimos?", {"vram_gb": 640}),
    ("one server with 4 A100, what should we serve?", {"vram_gb": 320}),
    ("un servidor con 4 A100, ¿qué servimos?", {"vram_gb": 320}),
    ("thinking of swapping my 3060 for a 5060 ti 16gb. what runs today?", {"vram_gb": 12}),
    ("estoy pensando en cambiar mi 3060 por una 5060 ti de 16. ¿qué modelo le meto hoy?", {"vram_gb": 12}),
    ("upgraded my 3060 to a 5060 ti, which model?", {"vram_gb": 16}),
    ("cambié mi 3060 por una 5060 ti, ¿qué modelo?", {"vram_gb": 16}),
    ("usa 16GB de RAM (tengo 28) y la gráfica va bien (A4500). ¿qué modelo?", {"vram_gb": 20, "ram_gb": 28}),
]

LABELLED: list[tuple[str, dict[str, Any]]] = [
    ("gpu: laptop with 8gb", {"ram_gb": 8}),
    ("gpu: portátil con 16gb", {"ram_gb": 16}),
    ("laptop: 16gb, gpu: 8gb", {"vram_gb": 8, "ram_gb": 16}),
    ("portátil: 16gb, gráfica: 8gb", {"vram_gb": 8, "ram_gb": 16}),
    ("my pc has 2xintel arc b580", {"vram_gb": 24}),
    ("mi pc tiene 2xintel arc b580 y un ssd de 1tb", {"vram_gb": 24}),
]


@pytest.mark.parametrize(
    ("turns", "needs"), [*COUNTED, *PUT_RIGHT, *BESIDE, *IMAGINED, *WHOSE, *NOT_COUNTED, *NAMELESS, *MULLED, *LABELLED]
)
def test_the_rig_that_is_meant(talk: Any, turns: str, needs: dict[str, Any]) -> None:
    told = talk(*(turn.strip() for turn in turns.split("|")))
    assert {key: told.get(key) for key in ("vram_gb", "ram_gb")} == {"vram_gb": None, "ram_gb": None, **needs}
    assert told.get("local") is True


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("recommend a model to summarise | and on a mac?", True),
        ("recomiéndame un modelo para resumir | ¿y en un mac?", True),
        ("recommend a model to summarise | and on a mini pc?", True),
        ("recommend a model to summarise | same but on my mac", True),
        ("recomiéndame un modelo para resumir | lo mismo pero en mi mac", True),
        ("recommend a model to summarise | same but cheaper", None),
        ("recomiéndame un modelo para resumir | lo mismo pero más barato", None),
        ("recomiéndame un modelo para resumir | y en un portátil normal?", True),
        ("recomiéndame un modelo para resumir | ¿y en el hospital?", None),
        ("recommend a model to summarise | and in the office?", None),
        ("Lo local lo descarto: tengo un Chromebook", False),
        ("local is out, i have a chromebook", False),
        ("I only have a phone with Snapdragon 8 Gen 2. Can I deploy an LLM on it?", True),
        ("tengo un portátil viejo, quiero correr un LLM ahí", True),
        ("we have an office phone and our site runs on it", None),
        ("a stack that runs at reasonable speed without GPU", True),
        ("algo que funcione bien sin gráfica", True),
        ("tengo un samsung a54, ¿corre algo?", True),
        ("I have a galaxy a54, can I run anything?", True),
        ("Somos 6 en la oficina contando al gato. quiero un chatbot", None),
        ("we're 6 at the office counting the cat. i want a chatbot", None),
        ("Mi socio tiene un Mac Studio de 128 en su casa y no lo suelta", None),
        ("El portátil de mi mujer es un i3 con 4 gigas. quiero un chatbot", None),
        ("My wife's laptop is an i3 with 4 gigs. i want a chatbot", None),
        ("We used to self-host on two A100s, gave them back. which model do you recommend?", None),
        ("Antes teníamos dos A100 propias, las devolvimos. ¿qué modelo recomiendas?", None),
        ("Me da igual local que nube", None),
        ("under a second to first token, it's for phone calls", None),
        ("menos de un segundo al primer token, es para llamadas de teléfono", None),
    ],
)
def test_where_it_is_to_run(talk: Any, text: str, needs: bool | None) -> None:
    assert talk(*(turn.strip() for turn in text.split("|"))).get("local") is needs


@pytest.mark.parametrize(
    "text",
    [
        "con gpt-4.1 anda joya pero me quema 2 dólares por día",
        "with API costs being around $1-2 per day, what else is there?",
        "quiero fotos de producto sin pagar a un fotógrafo",
        "i want product photos without paying a photographer",
        "mejor pc para correr modelos por menos de 2000 euros",
        "best PC config to run models under 3000 usd",
        "¿qué IA hace mejor un menú semanal?",
        "which ai writes the best weekly menu?",
        "me anda a 4 tokens por segundo, ¿es normal?",
        "a supplier offered us a private GPT for 800 euros a month, smells fishy",
        "un proveedor nos ofrece un GPT privado por 800 euros al mes, huele raro",
        "it does 4 tokens per second, is that normal?",
    ],
)
def test_what_is_paid_or_measured_is_no_bound(talk: Any, text: str) -> None:
    told = talk(text)
    assert not {"budget_usd_month", "items_per_month", "tokens_per_month", "min_tokens_per_s"} & set(told)


@pytest.mark.parametrize(
    "text", ["quiero algo sin pagar", "a model without paying for it", "estamos sin fondos, algo gratis"]
)
def test_free_is_a_budget_still(talk: Any, text: str) -> None:
    assert talk(text)["budget_usd_month"] == 0


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("process 20,000 old tickets once and then 500 a month", {"items_once": 20000, "items_per_month": 500}),
        (
            "procesar 20.000 tickets antiguos una sola vez y luego 500 al mes",
            {"items_once": 20000, "items_per_month": 500},
        ),
        ("we have 40 nurses and 15 doctors each sending 20 messages a day", {"items_per_month": 33000}),
        ("somos 40 enfermeras y 15 médicos, cada uno manda 20 mensajes al día", {"items_per_month": 33000}),
    ],
)
def test_work_of_two_sorts(talk: Any, text: str, needs: dict[str, int]) -> None:
    told = talk(text)
    assert {key: told.get(key) for key in needs} == needs


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("resume unas 500 reuniones de una hora al mes", {"items_per_month": 500}),
        ("summarise about 500 one-hour meetings a month", {"items_per_month": 500}),
        ("transcribimos 200 llamadas de 10 minutos cada mes", {"items_per_month": 200}),
        ("we transcribe 1200 calls of 5 minutes a month", {"items_per_month": 1200}),
        ("escribir 2000 descripciones de 150 palabras al mes", {"items_per_month": 2000, "tokens_per_month": 400_000}),
        ("write 2000 descriptions of 150 words per month", {"items_per_month": 2000, "tokens_per_month": 400_000}),
        ("mi equipo de 8 hace 30 preguntas al día cada uno", {"items_per_month": 7200}),
        ("my team of 8 asks about 30 questions a day each", {"items_per_month": 7200}),
    ],
)
def test_a_month_behind_the_length_of_each(talk: Any, text: str, needs: dict[str, int]) -> None:
    told = talk(text)
    assert {key: round(told.get(key, 0)) for key in needs} == needs


@pytest.mark.parametrize(
    ("text", "ram"),
    [
        ("portátil con 16 GB, 1 TB y una rtx 4060, ¿qué modelo le pongo?", 16.0),
        ("laptop with 16GB, 1TB and an rtx 4060, which model?", 16.0),
        ("Laptop: 16 GB / 1 TB / RTX 4060, which model?", 16.0),
        ("mac mini m4 de 16 GB y 1 TB, ¿qué modelo?", 16.0),
        ("mac mini m4 16 GB 1 TB, which model?", 16.0),
        ("un servidor con 1 TB de RAM, ¿qué modelo?", 1024.0),
        ("a server with 1 TB of RAM, which model?", 1024.0),
    ],
)
def test_terabytes_are_a_disks_unless_memory_is_said(talk: Talk, text: str, ram: float) -> None:
    assert talk(text)["ram_gb"] == ram
