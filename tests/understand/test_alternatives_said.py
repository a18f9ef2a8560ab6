"""Machines that are no machine of one's own together: either of two, held against another, given up; and what weights take."""

from __future__ import annotations

from typing import Any

import pytest

MEMORY: list[tuple[str, dict[str, Any]]] = [
    # A choice is not added up: none of it, the stronger of what is owned, the weaker of what it must run on.
    ("my options are 2x RTX 4090 or 1x L40S, which one would you get?", {}),
    ("mis opciones son dos 4070 o una 3090", {}),
    ("it must run on something cheaper than an H100, probably an L4 or A10", {}),
    ("¿2x 3090 o 1x A6000 para servir modelos con vLLM?", {}),
    ("I have a 3060 or a 1080 Ti that I could use, which model runs best?", {"vram_gb": 12}),
    ("tiene que correr en una T4 o una L4", {"vram_gb": 16}),
    ("tengo una 4070, o sea 12 gigas, y 32 de ram", {"vram_gb": 12, "ram_gb": 32}),
    ("my rig: RTX 3090 / RTX 3060 / 64GB", {"vram_gb": 36, "ram_gb": 64}),
    ("una 4090 y una 3090", {"vram_gb": 48}),
    # What is asked about, and what is there; what gives way; what is looked for.
    ("is there a site that shows what a 5090 would do? I have an RTX 3080 (10GB)", {"vram_gb": 10}),
    ("my 3060 is too small, I'm upgrading to a 4070 Ti Super", {"vram_gb": 16}),
    ("I'm after a card with 16 gb of vram, I found the 4060 ti and the a770", {"vram_gb": 16}),
    ("nothing better than a 3060 here", {"vram_gb": 12}),
    ("no tengo nada mejor que una 1660", {"vram_gb": 6}),
    # Slips of the pen.
    ("I have 2x 3090's and 128gb of DDR5", {"vram_gb": 48, "ram_gb": 128}),
    ("my 4070ti with 16gbof vram is slow", {"vram_gb": 16}),
    ("un portátil con 16mb de ram", {"ram_gb": 16}),
    # What weights take, and what models are said to need.
    ("a 22GB model uses 60% of my RAM, I have a Mac Studio M2 Max 64GB", {"ram_gb": 64}),
    ("I've 16 GB VRAM and a 30GB model loads but swaps", {"vram_gb": 16}),
    ("el archivo pesa 40GB, ¿necesito 40GB de RAM para cargarlo?", {}),
    ("you should have at least 16 GB of RAM to run the 13B models, 32 GB to run the 33B ones. is that VRAM?", {}),
    ("se recomiendan 32 GB de RAM para los modelos de 30B. ¿se refiere a la de la gráfica?", {}),
    ("the model file is over 80GB, does my RAM also need to be more than 80GB to load it?", {}),
    ("why not a Qwen3-50B-A10B? like A10B?", {}),
    ("the docs say you need 48GB for the 70B at q4. I have 36GB (3090+3060)", {"vram_gb": 36}),
    ("el requisito mínimo son 8GB de RAM y mi equipo tiene 4GB", {"ram_gb": 4}),
    ("descargué el GGUF de 13GB y mi gráfica de 12GB no puede", {"vram_gb": 12}),
    ("I have 12GB VRAM, is a 14GB GGUF too much?", {"vram_gb": 12}),
    ("tengo 6GB de VRAM, ¿qué es la cuantización?", {"vram_gb": 6}),
    ("A guy on youtube runs Qwen 27B on a 4090. Would it run on my 12GB 3060?", {"vram_gb": 12}),
    ("I have 8GB of RAM and Minecraft lags, should I buy more?", {}),
    ("my requirements are 16GB of VRAM at most", {"vram_gb": 16}),
    ("best 24GB model for coding on my 4090?", {"vram_gb": 24}),
    ("necesito un modelo de 7B que corra en 16 GB de RAM", {"ram_gb": 16, "max_params_b": 7}),
]


@pytest.mark.parametrize(("text", "needs"), MEMORY)
def test_the_memory_that_is_meant(talk: Any, text: str, needs: dict[str, Any]) -> None:
    told = talk(text)
    found = {key: told[key] for key in ("vram_gb", "ram_gb", "max_params_b") if key in told}
    assert found == needs
