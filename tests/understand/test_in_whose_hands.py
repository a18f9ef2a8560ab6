"""Whose hands a machine is in: told of others, wished for and never bought, shared out, off; and one's own beside it."""

from __future__ import annotations

from typing import Any

import pytest

ANOTHERS: list[tuple[str, dict[str, Any]]] = [
    ("Mi tutor tiene una A100 en otro proyecto. Yo, una 3060 para el TFG", {"vram_gb": 12}),
    ("My tutor has an A100 on another project. I've got a 3060 for my thesis", {"vram_gb": 12}),
    ("mi cuñado se montó un servidor con cuatro 3090; lo mío es una 2060, para programar", {"vram_gb": 6}),
    ("my prof's lab has a 4xA100 node. Own laptop is a 4090 mobile, 16GB, for coding", {"vram_gb": 16}),
    ("el de la tienda usa una 5090, ¿qué entra en mi 4060 de 8?", {"vram_gb": 8}),
    ("the guy at the shop runs a 5090. what fits my 4060 8gb?", {"vram_gb": 8}),
    ("I have one 4060 Ti 16GB, which base? One guy burned $300 on rented H100s", {"vram_gb": 16}),
    ("mi socio tiene una 4090 y no me la deja usar, ¿qué hago con 8 gigas de vram?", {"vram_gb": 8}),
    ("my partner has a 4090 and never shares it. I have 8GB of VRAM, what runs?", {"vram_gb": 8}),
    ("Tengo una 4060 Ti de 16, ¿qué base? Un tipo alquiló dos H100 y quemó 300 dólares", {"vram_gb": 16}),
    ("el portátil de mi mujer tiene 32 pero ese no. El mío 16. Para resumir pdfs", {"ram_gb": 16}),
    ("my wife's laptop has 32GB but not that one. Mine 16. To summarize pdfs", {"ram_gb": 16}),
]

AMID_TALES: list[tuple[str, dict[str, Any]]] = [
    ("todos tienen 5090 y yo con una gtx 970, algo para charlar?", {"vram_gb": 4}),
    ("Everyone here has 5090s and I'm on a GTX 970. anything for chat?", {"vram_gb": 4}),
    ("Tenía una 2080 Ti y la vendí para comprar una 3090 Ti. ¿Qué corre bien para novelas?", {"vram_gb": 24}),
    ("I had a 2080 Ti, sold it to buy a 3090 Ti. What runs well for novels?", {"vram_gb": 24}),
    ("Dicen que con 6 gigas de vram no se hace nada. Yo tengo 6. Es para corregir", {"vram_gb": 6}),
    ("the app needs 6GB of VRAM. I have 8.", {"vram_gb": 8}),
    ("The docs say 16GB RAM recommended but I've only got 12. Grammar fixes", {"ram_gb": 12}),
    ("he leído que hacen falta 48 gigas de ram. Solo tengo 32. Para resumir", {"ram_gb": 32}),
    ("Ojalá tuviera 24 gigas pero me toca apañarme con los 8 de mi 4060, para rol", {"vram_gb": 8}),
    ("I wish I had 24GB. I make do with the 8 of my 4060, for roleplay", {"vram_gb": 8}),
    ("Is 12GB VRAM the new minimum? I'm still on 6 and just want to chat", {"vram_gb": 6}),
    ("¿12 gigas de vram es lo mínimo? Yo sigo con 6, para charlar", {"vram_gb": 6}),
    ("Do I need 24GB for a 32B or can my 16GB card manage? Something for research notes.", {"vram_gb": 16}),
    ("la 4090 está en casa de mis padres, aquí solo el portátil de 16 gigas. apuntes", {"ram_gb": 16}),
    ("the 4090 is at my parents house, here just the laptop with 16 gigs. notes", {"ram_gb": 16}),
    ("bro q corre en una laptop con 16 de ram y sin grafica pa la tarea", {"ram_gb": 16}),
    ("guys what runs on a laptop with 16GB of ram and no gpu, for homework", {"ram_gb": 16}),
    ("dos ordenadores, uno con una p2000 y otro nuevo con una 4060 ti de 16. en el nuevo, actas", {"vram_gb": 16}),
    ("two boxes: one with an A4000, another new with an A6000. The new one. Contract review", {"vram_gb": 48}),
    ("scratch what I said about the mac, my mate is lending me two 3090s for good", {"vram_gb": 48}),
    ("olvida lo del mac, mi colega me va a prestar dos 3090", {"vram_gb": 48}),
    ("todos tenemos 3090 en el equipo, queremos código", {"vram_gb": 24}),
    ("I have a 5060 Ti, thinking about getting another one. what now for coding?", {"vram_gb": 16}),
]

LENT: list[tuple[str, dict[str, Any]]] = [
    ("mi hermano tiene una 3090 y me la deja usar, ¿qué monto?", {"vram_gb": 24}),
    ("my sister has a 3090 and lets me use it, what runs well?", {"vram_gb": 24}),
    ("mi padre tiene un portátil con 8 gigas y necesita algo que le redacte cartas", {"ram_gb": 8}),
    ("my dad has an 8GB laptop and wants something to write letters", {"ram_gb": 8}),
    ("nuestro técnico montó un servidor con dos L40S, queremos un asistente interno", {"vram_gb": 96}),
    ("our IT guy set up a server with two L40S, we want an internal assistant", {"vram_gb": 96}),
]

NEVER_BOUGHT: list[tuple[str, dict[str, Any]]] = [
    ("no me llega para una 5090, me quedo con la 3060 ti, para roleplay", {"vram_gb": 8}),
    ("can't afford a 5090, staying with my 3060 Ti for roleplay", {"vram_gb": 8}),
    ("Can't justify a 5090 so sticking with the 4080 Super. Best coder that fits?", {"vram_gb": 16}),
    ("Ni de broma me gasto 2000 pavos en una 5090. Algo que corra en lo que tengo, una GTX 1080 Ti", {"vram_gb": 11}),
    ("mi jefe quiere comprar dos H200, pero hoy por hoy lo que hay es una L4", {"vram_gb": 24}),
    ("my boss wants to buy two H200s, but what we have is an L4", {"vram_gb": 24}),
    ("la H200 la comparten tres grupos y a mí me dan una A6000, para resumir", {"vram_gb": 48}),
    ("the A100 is shared by five groups, I get a 3090 to myself, to summarise", {"vram_gb": 24}),
]

MEANT: list[tuple[str, dict[str, Any]]] = [
    ("Radeon 5700 XT de 16 y 40 GB de RAM, ¿qué corre?", {"vram_gb": 16, "ram_gb": 40}),
    ("M3 Pro 18GB MacBook, what do I download?", {"ram_gb": 18}),
    ("MacBook M3 Pro 18GB, ¿qué me descargo?", {"ram_gb": 18}),
    ("best local for stories on a 3070 8gb? discord says 24gb minimum, not buying", {"vram_gb": 8}),
    ("¿qué local para relatos en una 3070 de 8? dicen que mínimo 24 gigas, ni hablar", {"vram_gb": 8}),
    ("solo me queda 1 mes para el TFG y tengo una 2060, ¿qué modelo?", {"vram_gb": 6}),
    ("I only have 2 weeks left and a 2060, which model?", {"vram_gb": 6}),
    ("24GB is the most you get on consumer hardware, I personally have 16GB of VRAM", {"vram_gb": 16}),
]

LATER: list[tuple[str, dict[str, Any]]] = [
    ("i have a gaming pc (5070 12gb, 32 ram) and a macbook (m3 max 64), for lua | so macbook", {"ram_gb": 64}),
    ("tengo un pc (5070 de 12gb, 32 de ram) y un macbook (m3 max 64), para lua | pues el macbook", {"ram_gb": 64}),
    (
        "rx 7800 xt de 16gb y 64 de ram, para programar | y si le agrego otra placa de 16?",
        {"vram_gb": 32, "ram_gb": 64},
    ),
    ("rx 7800 xt 16gb, 64 of ram, for coding | and if I add another 16GB card?", {"vram_gb": 32, "ram_gb": 64}),
    ("tengo una 3090, para programar | ¿y una segunda tarjeta de 12 gigas?", {"vram_gb": 36}),
    ("I have a 3090, for coding | I added a second GPU, 12GB", {"vram_gb": 36}),
    ("un pc viejo con 8 gb, para ortografía | le he puesto otros 8, o sea 16", {"ram_gb": 16}),
    ("a ryzen 5 pc, 16 gb, no gpu, for summaries | okay i ordered 32 more so count with 48", {"ram_gb": 48}),
    ("a ryzen 5 pc, 16 gb, no gpu, for summaries | could i add 16 more?", {"ram_gb": 16}),
    ("un pc con 16 de ram, sin gráfica, para resumir | ¿y si le pongo otros 16?", {"ram_gb": 16}),
    ("hay dos L4, para resumir | Espera, me dicen que hay tres.", {"vram_gb": 72}),
    ("two L4s, to summarise | wait, there are three of them", {"vram_gb": 72}),
    ("¿la 5060 ti de 16 o la 5070? | al final me compré la de 16. para programar en c++", {"vram_gb": 16}),
    ("5060 Ti 16GB or 5070? | ended up getting the 16 one. for coding in c++", {"vram_gb": 16}),
]


@pytest.mark.parametrize(("turns", "needs"), [*ANOTHERS, *AMID_TALES, *LENT, *NEVER_BOUGHT, *MEANT, *LATER])
def test_the_machine_that_is_ones_own(talk: Any, turns: str, needs: dict[str, Any]) -> None:
    told = talk(*(turn.strip() for turn in turns.split("|")))
    assert {key: told.get(key) for key in ("vram_gb", "ram_gb")} == {"vram_gb": None, "ram_gb": None, **needs}
    assert told.get("local") is True
