"""What is told beside a need (prices, machines, names, hearsay of others) changes none of it, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Talk = Callable[..., dict[str, Any]]
ES = "Quiero resumir las actas del club con mi 3060 de 12GB."
EN = "I want to summarise our club minutes with my 3060 12GB."

BESIDE = [
    (ES, "Una academia nos cobra 90 euros al mes por las clases."),
    (ES, "Nos presupuestaron 4.000 euros por una solución llave en mano."),
    (ES, "El presupuesto de la fiesta son 500 euros, ojo."),
    (ES, "Somos 60 socios y la cuota es de 12 euros al año."),
    (ES, "La 3060 sustituyó a mi 1660."),
    (ES, "Hay una 1050 en el cajón que no uso."),
    (ES, "Leí a un tipo que se armó un servidor con cuatro 3090."),
    (ES, "Casi me compro un Mac Studio de 128."),
    (ES, "El portátil viejo tenía una 1050 y 8 de RAM."),
    (ES, "El monitor es un 4K de 27 pulgadas."),
    (ES, "Ya sé que hay modelos de 70B."),
    (ES, "La mesa del local nos costó barata."),
    (ES, "Los datos están en MySQL."),
    (EN, "An academy charges us 90 a month for lessons."),
    (EN, "We were quoted 4,000 for a turnkey thing."),
    (EN, "The party budget is 500, mind you."),
    (EN, "It replaced my 1660."),
    (EN, "There is a 1050 on the shelf that I'm not plugging in."),
    (EN, "I've seen people get 60 tokens per second with a 4090."),
    (EN, "I nearly bought a 128GB Mac Studio."),
    (EN, "My old laptop had a 1050 and 8GB of RAM."),
    (EN, "The monitor is a 27 inch 4K."),
    (EN, "I know there are 70B models."),
    (EN, "I ordered a 5090 but they cancelled it."),
    (EN, "Our council laptops are locked down."),
    (ES, "El año pasado hicimos una prueba con Azure y costó 3.000 euros."),
    (EN, "Last year we ran a trial on Azure and it cost 3,000 euros."),
    (ES, "El anterior tesorero lo hacía todo a mano y rápido."),
    (EN, "The previous treasurer and a trainee did it all by hand, and fast."),
    (ES, "Un becario lo intentó con una 4090 y tardó lo suyo."),
    (EN, "A trainee tried it with a 4090 and took his time."),
    (ES, "Mi hija se pasa el día hablando con la IA por voz."),
    (EN, "My daughter spends the day talking to her AI by voice."),
    (ES, "El tutorial que seguí era para una 4070."),
    (EN, "The tutorial I followed was for a 4070."),
    (ES, "No somos Google, somos cuatro gatos."),
    (EN, "We're not Google, there are four of us."),
    (ES, "Ya sé que lo barato sale caro."),
    (EN, "I know, buy cheap, buy twice."),
    (ES, "Unos dicen que basta un 7B, otros que 70B."),
    (EN, "Some say 7B is plenty, some say 70B."),
    (ES, "Una comercial de Microsoft nos invitó a comer y habló de la nube dos horas."),
    (EN, "A salesman from Microsoft took us to lunch and talked of the cloud for two hours."),
    (ES, "La tesorera es muy privada con sus cosas."),
    (EN, "The treasurer is very private about her things."),
    (ES, "Me ofrecieron una A100 y dije que no."),
    (EN, "I was offered an A100 and said no."),
    (ES, "La app de mi banco ya lleva asistente de voz."),
    (EN, "My bank's app already has a voice assistant."),
]


@pytest.mark.parametrize(("need", "beside"), BESIDE)
def test_told_beside(talk: Talk, need: str, beside: str) -> None:
    assert talk(f"{need} {beside}") == talk(need)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Algo para escribir cuentos. Pagaría unos 10 dólares.", "budget_usd_month", 10.0),
        ("Something for short stories. I'd pay maybe $8.", "budget_usd_month", 8.0),
        ("Quiero resumir correos y no hay plata para más de 100 dólares mensuales.", "budget_usd_month", 100.0),
        ("I want summaries and there is no money for more than $40 a month.", "budget_usd_month", 40.0),
        ("Mi jefa no suelta un euro, quiero traducir cartas.", "budget_usd_month", 0.0),
        ("Busco modelo para el fantasma de mi juego, va dentro del juego, 3B máximo.", "local", True),
        ("Un buscador de contratos, pero tiene que quedarse en nuestro datacenter.", "local", True),
        ("A 3B to rewrite tasks, shipped inside our app.", "local", True),
        ("La empresa vetó DeepSeek, quiero programar en Go.", "excluded_vendors", ["deepseek"]),
        ("Un buscador de historias, los papeles no pueden pisar internet.", "local", True),
        ("A search of case files; they can't touch the internet.", "local", True),
        ("Resumir partes, y andamos muy justos de dinero.", "priority", ["cost"]),
        ("Summaries of minutes, we're strapped for cash.", "priority", ["cost"]),
        ("No puedo permitirme que se cuele un dato falso al resumir.", "priority", ["quality"]),
        ("The company blocked DeepSeek, I need a coder for Go.", "excluded_vendors", ["deepseek"]),
        ("Dicen que da 40 tok/s; me conformo con 8 por segundo en mi 3090.", "min_tokens_per_s", 8.0),
        ("Es para un robot con Jetson Orin Nano 8GB; mi PC de desarrollo tiene una 4080.", "ram_gb", 8.0),
        ("It is for a robot with a Jetson Orin Nano 8GB; the dev box has a 4080.", "ram_gb", 8.0),
        ("¿Alguien con un M4 Pro de 48GB? Lo acabo de pedir y quiero programar.", "ram_gb", 48.0),
        (
            "Empresa de 20 empleados, 6.000 llamadas diarias de 900 palabras, resumirlas.",
            "tokens_per_month",
            216_000_000,
        ),
    ],
)
def test_needed_all_the_same(talk: Talk, text: str, key: str, value: Any) -> None:
    assert talk(text).get(key) == value
