"""What builders and firms say of bills, seats of data, rights and makers, in both languages, each with its decoys.

A row is a message (or several turns between "|"), a need, and its value: none where the words only look like one.
"""

from __future__ import annotations

from typing import Any

import pytest

BIG_TECH = ["google", "meta", "microsoft", "amazon", "apple"]

MAKERS = [
    ("classify the German ones of our contracts by risk", "vendor_origin", None),
    ("summarise supplier contracts, mostly the german ones", "vendor_origin", None),
    ("resumir facturas, sobre todo alguna alemana", "vendor_origin", None),
    ("a chatbot for my shop | any German ones?", "vendor_origin", ["de"]),
    ("un chatbot para la tienda | ¿alguno alemán?", "vendor_origin", ["de"]),
    ("keep anything from Amazon or Google out", "excluded_vendors", ["amazon", "google"]),
    ("leave OpenAI, Google and Meta out please", "excluded_vendors", ["openai", "google", "meta"]),
    ("keep me out of the Google ecosystem, a chatbot", "excluded_vendors", None),
    ("nada de Amazon ni de Google", "excluded_vendors", ["amazon", "google"]),
    ("no Amazon or Google | hmm, Google's fine after all", "excluded_vendors", ["amazon"]),
    ("nada de Amazon ni de Google | con Google no hay problema", "excluded_vendors", ["amazon"]),
    ("we'd rather steer clear of big tech", "excluded_vendors", BIG_TECH),
    ("preferimos alejarnos de las grandes tecnológicas", "excluded_vendors", BIG_TECH),
    ("if it is not good enough we add Anthropic later", "excluded_vendors", None),
    ("si no rinde bien meteremos Anthropic", "excluded_vendors", None),
    ("if it's not from OpenAI even better", "excluded_vendors", ["openai"]),
    ("si no es de OpenAI mejor", "excluded_vendors", ["openai"]),
    ("we add Claude later if Gemini is not giving good performance", "excluded_models", None),
    ("ya meteremos Claude si Gemini no da buen rendimiento", "excluded_models", None),
    ("what about gpt4-x-alpaca-13b?", "mentioned_models", ["gpt4-x-alpaca-13b"]),
    ("¿qué tal gpt4-x-alpaca-13b?", "mentioned_models", ["gpt4-x-alpaca-13b"]),
    ("I ran out of OpenAI credits, I want a chatbot", "excluded_vendors", None),
    ("me quedé sin créditos de OpenAI, busco un chatbot", "excluded_vendors", None),
]

BILLS = [
    ("agent with cheap prompt caching", None),
    ("para un agente, que tenga prompt caching barato", None),
    ("it costs too much, which cloud model do you recommend?", ["cost"]),
    ("gasta demasiados tokens. ¿qué modelo en la nube me recomiendan?", ["cost"]),
    ("I want to drop the expensive models for the most budget-friendly ones", ["cost"]),
    ("quiero dejar los modelos caros por los más económicos", ["cost"]),
    ("a self-hosted model would keep our costs under control", ["cost"]),
    ("un modelo autoalojado controlaría los costes", ["cost"]),
    ("Gemini Flash is 3x cheaper than GPT-5 mini", None),
    ("Gemini Flash es tres veces más barato que GPT-5 mini", None),
    ("Opus is more accurate but Sonnet is faster", None),
    ("Opus es más preciso pero Sonnet es más rápido", None),
    ("Claude is too expensive for us, what else?", ["cost"]),
    ("Claude es demasiado caro para nosotros, ¿qué otro hay?", ["cost"]),
    ("la mayoría de los modelos son demasiado lentos para nosotros", ["speed"]),
    ("most models are too slow for us", ["speed"]),
    ("I use Haiku for an agent and it cost to much. Which cloud model can you recommend?", ["cost"]),
    ("check if GPT-5 mini is reliable enough", None),
    ("comprueba si GPT-5 mini es fiable", None),
    ("a chatbot for my state of the art phone", None),
    ("un chatbot para mi móvil de última generación", None),
    ("not expensive but not bad either", ["cost", "quality"]),
    ("que no sea caro pero tampoco malo", ["cost", "quality"]),
    ("a chatbot for my site | does it make things up?", None),
    ("un chatbot para la web | ¿se inventa cosas?", None),
    ("is there one that doesn't make things up?", ["quality"]),
    ("¿hay alguno que no se invente cosas?", ["quality"]),
]

PLACES = [
    ("our data processing may only happen within the EU", ["privacy"]),
    ("el tratamiento de los datos solo puede hacerse dentro de la UE", ["privacy"]),
    ("I want an alternative to Copilot that doesn't send my code to Microsoft", ["privacy"]),
    ("busco una alternativa a Copilot que no mande mi código a Microsoft", ["privacy"]),
    ("without a single byte leaving my computer", ["privacy"]),
    ("sin que salga ni un dato de mi ordenador", ["privacy"]),
    ("management doesn't want the data to leave", ["privacy"]),
    ("la gestoría no quiere que los datos salgan de aquí", ["privacy"]),
    ("US-only hosting is a non-starter for us", ["privacy"]),
    ("nothing can be stored outside the EU", ["privacy"]),
    ("no se puede guardar nada fuera de la UE", ["privacy"]),
    ("an assistant, data stays on European territory | drop the Europe thing", None),
    ("un asistente, los datos en territorio europeo | quita lo de Europa", None),
    ("a chatbot with data in the EU | forget the EU requirement", None),
    ("un chatbot con los datos en la UE | olvida lo de la UE", None),
    ("a chatbot with data in the EU | US servers are fine too", None),
    ("un chatbot con los datos en la UE | servidores en EEUU también me valen", None),
    ("a chatbot with data in the EU | outside the EU is fine too", None),
    ("un chatbot con los datos en la UE | fuera de la UE también vale", None),
    ("a chatbot with data in the EU | I don't care where the data is stored", None),
    ("un chatbot con los datos en la UE | da igual dónde estén los datos", None),
]

FLAGS = [
    ("is this model free to use in commercial software?", "commercial_use", True),
    ("¿este modelo se puede usar gratis en software comercial?", "commercial_use", True),
    ("we use it in a corporate environment, a research-only licence is a deal breaker", "commercial_use", True),
    (
        "lo queremos usar en un entorno corporativo, una licencia solo de investigación no nos vale",
        "commercial_use",
        True,
    ),
    ("I want to ship a product built on Mistral Small", "commercial_use", True),
    ("queremos vender una app que use Mistral Small", "commercial_use", True),
    ("could it work with ordinary open source models, privately hosted?", "open_weights", True),
    ("¿podría ir con modelos open source normales?", "open_weights", True),
    ("which of the open source models worked best for you?", "open_weights", True),
    ("¿cuál de los modelos open source os ha ido mejor?", "open_weights", True),
    ("what is the difference between open source and closed models?", "open_weights", None),
    ("¿qué diferencia hay entre modelos abiertos y cerrados?", "open_weights", None),
    ("is there any way to use it with a local model?", "local", True),
    ("¿hay alguna forma de usarlo con un modelo local?", "local", True),
    ("could it work with ordinary open source models, privately hosted?", "local", True),
    ("my model doesn't return valid JSON half the time", "structured_output", True),
    ("mi modelo no me devuelve un JSON válido la mitad de las veces", "structured_output", True),
    ("o1 doesn't support tool calls", "tool_calling", None),
    ("o1 no soporta llamadas a herramientas", "tool_calling", None),
    ("o1 doesn't support tool calls, what should I use instead?", "tool_calling", True),
    ("I need a model to write emails, I have no budget", "budget_usd_month", 0),
    ("necesito un modelo para redactar correos, no tengo presupuesto", "budget_usd_month", 0),
    ("necesito un modelo para redactar correos, no tengo presupuesto definido", "budget_usd_month", None),
    ("a model for images, free for commercial use", "budget_usd_month", None),
    ("un modelo de imágenes, gratis para uso comercial", "budget_usd_month", None),
    ("a model for images, free for commercial use", "commercial_use", True),
    ("un modelo de imágenes, gratis para uso comercial", "commercial_use", True),
    ("a self-hosted model would keep our costs under control", "local", True),
    ("un modelo autoalojado controlaría los costes", "local", True),
    ("I have experience coding in R and Stata, I want a chatbot for my mother", "programming_languages", None),
    ("tengo experiencia programando en R y Stata, quiero un chatbot para mi madre", "programming_languages", None),
    ("I have seen some videos about agents and I want one for my shop", "modalities", None),
    ("vi varios vídeos sobre agentes y quiero uno para mi tienda", "modalities", None),
    ("it has 32 of ram and 8 of video", "modalities", None),
    ("tiene 32 de ram y 8 de vídeo", "modalities", None),
    ("Can this be used with a local LLM via LM Studio? That would be ideal for us", "local", True),
    ("¿Se puede usar con un LLM local con LM Studio? Sería lo ideal", "local", True),
    ("which embedding model should I use?", "use_case", "semantic_search"),
    ("¿qué modelo de embeddings me conviene?", "use_case", "semantic_search"),
    ("which reranker?", "use_case", "semantic_search"),
    ("¿qué reranker uso?", "use_case", "semantic_search"),
]


@pytest.mark.parametrize(("said", "key", "value"), MAKERS)
def test_makers(talk: Any, said: str, key: str, value: list[str] | None) -> None:
    assert talk(*said.split(" | ")).get(key) == value


@pytest.mark.parametrize(("said", "value"), [*BILLS, *PLACES])
def test_what_matters(talk: Any, said: str, value: list[str] | None) -> None:
    assert talk(*said.split(" | ")).get("priority") == value


@pytest.mark.parametrize(("said", "key", "value"), FLAGS)
def test_rights_kinds_and_money(talk: Any, said: str, key: str, value: Any) -> None:
    assert talk(*said.split(" | ")).get(key) == value
