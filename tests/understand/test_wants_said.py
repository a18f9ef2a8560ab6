"""What is wanted of the model, key by key: classes of expressions in both languages, each with its decoys.

A row is a message (or several turns between "|"), a need, and its value: none where the words only look like one.
"""

from __future__ import annotations

from typing import Any

import pytest

TONGUES = [
    ("our bot must answer in English and French", ["en", "fr"]),
    ("the assistant has to reply in Italian", ["it"]),
    ("please answer in French from now on", None),
    ("which one is better for Sinhala-English translation, gpt or claude?", ["si", "en"]),
    ("can I prompt it in Basque?", ["eu"]),
    ("¿se puede preguntar en catalán?", ["ca"]),
    ("is it better to prompt in English or Spanish?", None),
    ("does tokenization in Spanish cost more tokens?", None),
    ("languages other than English, I want Spanish", ["es"]),
    ("muchos modelos solo van en inglés, yo lo necesito en gallego", ["gl"]),
    ("as a German I write my reports in English, correct them", ["en"]),
    ("to polish my cover letter, which model?", None),
    ("german and polish reviews, sentiment", ["de", "pl"]),
    ("data has to stay in the UK or EU", None),
    ("hosted in DE or FR, for contracts", None),
    ("localización de un juego de ES a FR, IT y DE", ["es", "fr", "it", "de"]),
    ("quiero un modelo que hable mexicano", ["es"]),
    ("que escriba en argentino", ["es"]),
    ("pago en pesos mexicanos, para un restaurante chileno", None),
    ("un chatbot para la tienda | ¿alguno francés?", None),
    ("a chatbot for my shop | any German ones?", None),
    ("vamos a Japón y quiero traducir los menús", ["ja"]),
    ("honeymoon in Greece, I want to read the signs", ["el"]),
    ("una agencia de viajes a Japón, chatbot para la web", None),
    ("me contesta en italiano siempre, quiero otro", None),
    ("quiero que me conteste en italiano", ["it"]),
    ("sorry my English, I need a model for code", None),
    ("mi inglés está oxidado, que me corrija los correos", ["en"]),
]

PRIORITIES = [
    # Money, care and haste themselves: that they matter, why, in which order.
    ("prices matter since it's thousands of them", ["cost"]),
    ("bills must stay tiny", ["cost"]),
    ("el coste por consulta muy bajo", ["cost"]),
    ("for privacy and money constraints", ["privacy", "cost"]),
    ("por motivos de privacidad y dinero", ["privacy", "cost"]),
    ("right beats quick", ["quality"]),
    ("quality beats price", ["quality"]),
    ("un chatbot rápido y de calidad | la calidad me da un poco igual", ["speed"]),
    # Asked, and yet wanted of the model; of machines, accounts and how things are it is not.
    ("which of theirs is cheap enough for 500 staff?", ["cost"]),
    ("uno más barato hay?", ["cost"]),
    ("¿el más rápido de los que sí caben?", ["speed"]),
    ("good function calling with minimum cost?", ["cost"]),
    ("is deepseek the cheapest?", None),
    ("what's the cheapest gpu for a 70b?", None),
    ("¿la 5060 ti ya bajó de precio? sigue carísima", None),
    ("a 4090 is expensive, which card for a 70B?", None),
    ("a cheap model for my 3060", ["cost"]),
    ("I use the free tier of gemini", None),
    ("tengo una cuenta gratuita en Claude", None),
    ("summaries about price and quality of hotels", None),
    # What is used today lacks it.
    ("gpt-4 seems too costly, what others?", ["cost"]),
    ("opus me sale carísimo, alternativas?", ["cost"]),
    ("claude is expensive but good, stick with it", None),
    ("any alternative to gpt 5 that's cheaper?", ["cost"]),
    # What must not happen to what is written.
    ("no code goes to the cloud, company policy", ["privacy"]),
    ("can't have my clients' papers on US servers", ["privacy"]),
    ("ningún expediente puede salir a la nube", ["privacy"]),
    ("los contratos no pueden acabar en servidores de terceros", ["privacy"]),
    ("data stays in Canada", ["privacy"]),
    ("algo sin que los datos salgan del equipo", ["privacy"]),
    ("no data leaves our network, a chatbot", ["privacy"]),
    ("los pacientes salen de la clínica contentos, un chatbot para reservas", None),
    ("tiene que ser en Europa, un chatbot", ["privacy"]),
    ("mis documentos están en la nube, quiero buscarlos", None),
    ("I don't mind my data going to the cloud", None),
    ("latency over quality for this one", ["speed"]),
    ("me importa más la latencia que la calidad", ["speed"]),
    ("fast even if the quality is lower", ["speed"]),
    ("rápido aunque la calidad sea peor", ["speed"]),
    ("quality over price, for translating", ["quality"]),
]

FLAGS = [
    ("is gemma 3 licensed for commercial use?", "commercial_use", True),
    ("¿puedo usar llama 3 comercialmente?", "commercial_use", True),
    (
        "this model is not available for commercial use. Is LLaVA 1.5 available for commercial use?",
        "commercial_use",
        True,
    ),
    ("no es para uso comercial", "commercial_use", False),
    ("it's not meant for commercial use", "commercial_use", False),
    ("I like the gpt-4o voice, is there anything open like it?", "open_weights", True),
    ("¿hay alguno abierto?", "open_weights", True),
    ("I'm building a suite of RAG tools", "tool_calling", None),
    ("what AI tools do you use?", "tool_calling", None),
    ("it must use our internal tools", "tool_calling", True),
    ("un agente con tools", "tool_calling", True),
    ("uno que piense antes de contestar", "reasoning", True),
    ("quiero uno base, voy a entrenarlo con poesía", "training_type", "base"),
    ("tengo una base de datos vieja con fichas", "training_type", None),
    ("quiero un full fine tuning | me pasé, arranco con lora que es más barato", "fine_tuning", "lora"),
    ("is there already a LoRA script? I'd like to fine-tune it", "fine_tuning", "lora"),
    ("explícame qué es lora", "fine_tuning", None),
    ("each claim comes with photos, classify them", "modalities", ["image"]),
    ("cada parte trae fotos del coche y hay que clasificarlos", "modalities", ["image"]),
    ("NO python nonsense, just install and go", "programming_languages", None),
    ("coding in python and go", "programming_languages", ["python", "go"]),
    ("que consulte nuestra base Postgres cuando el cliente pregunta por su pedido", "programming_languages", None),
    ("que me optimice las consultas de postgres", "programming_languages", ["sql"]),
]
PRIORITIES += [
    # What is worked upon, praise, and excuses.
    ("summarise the GDPR for my class", None),
    ("un resumen de la ley de protección de datos", None),
    ("un resumen de informes confidenciales", ["privacy"]),
    ("classify reviews as cheap, fast or good quality", None),
    ("nombres para una marca barata de ropa", None),
    ("gracias, muy rápido y muy bueno", None),
    ("need it to cite its sources and never invent one", ["quality"]),
    ("el gasto me asusta, un chatbot", ["cost"]),
    ("is there a big difference in quality between q4 and q8?", None),
    ("a model capable of reading handwriting", None),
]
TONGUES += [
    ("ayer estuve viendo un vídeo en inglés sobre RAG", None),
    ("una historia sobre un espía chino", None),
    ("poems in the style of a French poet", None),
    ("do they only make sense for English input? I have German sentences", ["de"]),
]
FLAGS += [
    ("sort my vacation pics by what's in them", "modalities", ["image"]),
    ("títulos para los 700 vídeos de mi canal", "modalities", None),
    ("backend dev, mostly Go, want an assistant", "programming_languages", ["go"]),
    ('traducir "open source" al catalán', "open_weights", None),
    ("da igual que sea open source o propietario, un chatbot", "open_weights", None),
    ("modelos de código abierto para un chatbot", "open_weights", True),
    ("a thinking model would be nice but not required", "reasoning", None),
    ("un modelo instruct, no de razonamiento, que el de razonamiento tarda mucho", "reasoning", False),
    ("has to be apache licensed because we ship it inside our product", "commercial_use", True),
    ("no quiero que use mis datos para entrenar", "fine_tuning", None),
    ("no quiero entrenar nada", "fine_tuning", "none"),
    ("writing R scripts and some Stata", "programming_languages", ["r", "stata"]),
    ("is mistral french?", "languages", None),
    ("is mistral good at french?", "languages", ["fr"]),
    ("clasificar correos en spam/no spam en portugués", "languages", ["pt"]),
]
REFUSED = [
    ("no chinese models or american ones", ["alibaba", "openai"], ["mistral"]),
    ("we can't use Chinese or Russian models", ["alibaba", "yandex"], ["openai"]),
    ("los chinos fuera, los americanos también", ["alibaba", "openai"], []),
    ("nada chino ni americano", ["alibaba", "openai"], ["mistral"]),
    ("no quiero chinos, los americanos me valen", ["alibaba"], ["openai"]),
    ("no nvidia here, just an amd card", [], ["nvidia"]),
    ("sin nvidia, tengo una rx 7600", [], ["nvidia"]),
    ("nothing from nvidia or meta please", ["nvidia", "meta"], ["openai"]),
]

UNSEEN = [
    "no veo gemini en tu lista",
    "you didn't mention gemini",
    "no he probado gemini todavía",
    "I don't have gemini, only ollama",
    "si no está gemini que lo instale",
]


def _case(row: tuple[Any, ...]) -> str:
    return str(row[0])[:60]


@pytest.mark.parametrize("row", TONGUES, ids=_case)
def test_languages(talk: Any, row: tuple[str, list[str] | None]) -> None:
    assert set(talk(*row[0].split(" | ")).get("languages", ())) == set(row[1] or ())


@pytest.mark.parametrize("row", PRIORITIES, ids=_case)
def test_priorities(talk: Any, row: tuple[str, list[str] | None]) -> None:
    assert set(talk(*row[0].split(" | ")).get("priority", ())) == set(row[1] or ())


@pytest.mark.parametrize("text", ["nada de servidores americanos para los contratos", "no US servers for our files"])
def test_where_data_lies_excludes_no_maker(talk: Any, text: str) -> None:
    assert "excluded_vendors" not in talk(text)


@pytest.mark.parametrize("row", FLAGS, ids=_case)
def test_flags_and_choices(talk: Any, row: tuple[str, str, Any]) -> None:
    assert talk(*row[0].split(" | ")).get(row[1]) == row[2]


@pytest.mark.parametrize("row", REFUSED, ids=_case)
def test_makers_refused(talk: Any, row: tuple[str, list[str], list[str]]) -> None:
    refused = set(talk(row[0]).get("excluded_vendors", ()))
    assert refused >= set(row[1])
    assert not refused & set(row[2])


@pytest.mark.parametrize("text", UNSEEN)
def test_what_is_not_there_is_not_refused(talk: Any, text: str) -> None:
    assert "excluded_models" not in talk(text)


@pytest.mark.parametrize("text", ["no quiero gemini", "paso de gemini", "I won't use gemini", "gemini no, gracias"])
def test_what_is_refused(talk: Any, text: str) -> None:
    assert talk(text)["excluded_models"] == ["gemini"]


def test_a_model_let_in_lets_its_maker_in(talk: Any) -> None:
    refused = talk("un chatbot sin modelos chinos", "bueno, qwen sí")["excluded_vendors"]
    assert "alibaba" not in refused
    assert "deepseek" in refused


def test_why_not_asks_and_lets_nobody_in(talk: Any) -> None:
    assert talk("summaries, not gpt", "why not gpt?")["excluded_models"] == ["gpt"]


@pytest.mark.parametrize(
    ("said", "key", "taken_back"),
    [
        ("open source models for a chatbot", "open_weights", "forget the license thing"),
        ("a chatbot, I'm going to sell it", "commercial_use", "never mind selling"),
        ("a cheap chatbot", "priority", "price doesn't matter"),
    ],
)
def test_taken_back(talk: Any, said: str, key: str, taken_back: str) -> None:
    assert key in talk(said)
    assert key not in talk(said, taken_back)


@pytest.mark.parametrize(
    ("turns", "languages"),
    [
        (("algo en italiano y francés", "solo uno: francés"), ["fr"]),
        (("a chatbot in Spanish", "what about Basque?"), ["es", "eu"]),
    ],
)
def test_languages_in_turn(talk: Any, turns: tuple[str, ...], languages: list[str]) -> None:
    assert talk(*turns)["languages"] == languages


@pytest.mark.parametrize("asked", ["¿y la velocidad?", "and the quality?"])
def test_asking_after_a_thing_makes_it_no_priority(talk: Any, asked: str) -> None:
    assert talk("un chatbot barato", asked)["priority"] == ["cost"]


def test_a_price_set_aside_is_no_priority_any_more(talk: Any) -> None:
    assert talk("un chatbot barato", "el precio da igual")["priority"] == ["quality"]
