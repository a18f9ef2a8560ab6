"""More of how firms tell their wishes: secrets, servers, margins, schemas and makers, in both languages.

A row is a message, a need, and its value: none where the words only look like one.
"""

from __future__ import annotations

from typing import Any

import pytest

SECRECY = [
    ("an assistant for the case files, with nothing leaving this office", ["privacy"]),
    ("un asistente que lea los expedientes, sin que salga nada de aquí", ["privacy"]),
    ("it has to stay in our VPC", ["privacy"]),
    ("I want an AI that doesn't ship my data to California", ["privacy"]),
    ("quiero una IA que no me mande los datos a California", ["privacy"]),
    ("we can't use anything Chinese nor take data out of the EU", ["privacy"]),
    ("no podemos usar nada chino ni sacar datos de la UE", ["privacy"]),
    ("alternatives to Claude? it is spyware, asks too much personal data", ["privacy"]),
    ("¿alternativas a Claude? es un spyware, pide demasiados datos personales", ["privacy"]),
    ("I don't want anyone to get their hands on my patients' records", ["privacy"]),
    ("que no le meta mano nadie a los datos de mis pacientes", ["privacy"]),
    ("tiene que quedarse en nuestra red", ["privacy"]),
    ("we handle PHI, only providers that sign a BAA", ["privacy"]),
    ("que el proveedor firme un DPA", ["privacy"]),
    ("zero retention is a must", ["privacy"]),
    ("con cero retención de datos", ["privacy"]),
    ("data must never be used for training", ["privacy"]),
    ("que no usen nuestros datos para entrenar", ["privacy"]),
]

MARGINS = [
    ("we are bootstrapped, a support bot", ["cost"]),
    ("estamos arrancando y no hay un peso", ["cost"]),
    ("we pay 4k a month to OpenAI and want to halve that", ["cost"]),
    ("pagamos 4000 al mes a OpenAI y queremos bajarlo a la mitad", ["cost"]),
    ("I'm happy to pay more if it's really better", ["quality"]),
    ("no me importa pagar más si de verdad es mejor", ["quality"]),
    ("good enough quality at the lowest price", ["cost"]),
    ("calidad suficiente al menor precio", ["cost"]),
    ("accuracy over speed any day", ["quality"]),
    ("a chatbot at bargain prices", ["cost"]),
    ("un chatbot a precio de ganga", ["cost"]),
    ("we are on GPT-4o for a chatbot but the bill hit $1,900. What would you move to?", ["cost"]),
    ("vamos con GPT-4o para un chatbot pero la factura ya llegó a 1.900 dólares. ¿A qué os pasaríais?", ["cost"]),
    ("the bill of the restaurant hit $1,900, I want a chatbot for it", None),
    ("an agent, the problem is when it makes mistakes", ["quality"]),
    ("un agente, el problema es que se equivoque", ["quality"]),
    ("does Gemini train on my data?", None),
    ("¿Gemini entrena con mis datos?", None),
    ("which is cheaper, haiku or gemini flash? | ok and which one is faster?", None),
    ("¿cuál es más barato, haiku o gemini flash? | ¿y cuál es más rápido?", None),
    ("some AI for summaries that doesn't cost the earth, for the price of a coffee", ["cost"]),
    ("alguna IA que no te arranque la cabeza con el precio para hacer resúmenes", ["cost"]),
    ("no nos alcanza para GPT, ¿qué más hay para un chatbot?", ["cost"]),
    ("we can't afford those prices, what else is there for a chatbot?", ["cost"]),
    ("I want the best of the best, price no object", ["quality"]),
    ("quiero lo mejor de lo mejor sin mirar precio", ["quality"]),
    ("priority: speed first, then price", ["speed", "cost"]),
    ("prioridad: que sea veloz; después el precio", ["speed", "cost"]),
    ("a chatbot, no budget limit", None),
    ("un chatbot, sin límite de presupuesto", None),
    ("a chatbot | anything more powerful?", ["quality"]),
    ("un chatbot | ¿y uno más potente?", ["quality"]),
    ("a chatbot | one that's better?", ["quality"]),
    ("un chatbot | ¿alguno que sea mejor?", ["quality"]),
    ("is there anything better than GPT-5 for invoices?", None),
    ("¿hay algo mejor que GPT-5 para facturas?", None),
    ("a cheap chatbot | I don't have that much money", ["cost"]),
    ("un chatbot barato | no tengo tanto dinero", ["cost"]),
    ("a cheap chatbot | money doesn't matter", None),
    ("un chatbot barato | el dinero no importa", None),
    ("I need to balance cost and quality", ["cost", "quality"]),
    ("hay que vigilar el gasto", ["cost"]),
    ("what is the cheapest LLM for translations?", ["cost"]),
    ("¿cuál es el modelo más barato para traducir?", ["cost"]),
    ("is deepseek the cheapest?", None),
    ("¿es deepseek el más barato?", None),
    ("we have some free AWS credits left for a chatbot", None),
    ("nos quedan créditos gratis de AWS para un chatbot", None),
    ("mil veces mejor preciso que rápido", ["quality"]),
]

PLACES = [
    ("air-gapped environment, no outbound traffic", True),
    ("red aislada, sin salida a internet", True),
    ("we'd like to host it on our own Kubernetes cluster", True),
    ("lo desplegaríamos en nuestro propio cluster de kubernetes", True),
    ("it should run on our own metal", True),
    ("que corra en nuestros fierros", True),
    ("we don't want to manage GPUs", False),
    ("no queremos pelearnos con GPUs", False),
    ("no running our own servers, just an API", False),
    ("nada de montar servidores, solo una API", False),
    ("we'd rather use our credits instead of their APIs, a chatbot", None),
    ("preferimos gastar los créditos en vez de ir a sus APIs, un chatbot", None),
    ("I want a chatbot instead of the cloud one", True),
    ("quiero un chatbot propio en vez de la nube", True),
    ("either hosted or on-prem works for us", None),
    ("nos vale tanto en la nube como en local", None),
]

MAKERS = [
    ("something like Claude but European, for reports", "vendor_origin", ["eu"]),
    ("algo como Claude pero europeo, para informes", "vendor_origin", ["eu"]),
    ("our customers are American and European, a chatbot", "vendor_origin", None),
    ("nuestros clientes son americanos y europeos, un chatbot", "vendor_origin", None),
    ("I need a guarantee that they don't train on what I upload", "local", None),
    ("necesito garantía de que no entrenan con lo que subo", "local", None),
    ("it must be auditable, so no black boxes", "open_weights", True),
    ("tiene que poder auditarse, así que nada de cajas negras", "open_weights", True),
    ("we want to bundle the model with the installer", "local", True),
    ("queremos meter el modelo en el instalador", "local", True),
    ("the licence must let us redistribute it", "commercial_use", True),
    ("la licencia nos tiene que dejar redistribuirlo", "commercial_use", True),
    ("an agent that can call our tools reliably", "tool_calling", True),
    ("un agente que llame bien a las herramientas", "tool_calling", True),
    ("a chatbot, no Google | add Meta to that list", "excluded_vendors", ["google", "meta"]),
    ("un chatbot, sin Google | añade a Meta a la lista", "excluded_vendors", ["google", "meta"]),
    ("add Meta to the list of candidates for a chatbot", "excluded_vendors", None),
    ("añade a Meta a la lista de candidatos para un chatbot", "excluded_vendors", None),
    ("a chatbot with open weights | fine, closed is no problem either", "open_weights", None),
    ("un chatbot con pesos abiertos | bueno, si es cerrado tampoco pasa nada", "open_weights", None),
    ("a chatbot with function calling | we won't need the function calling", "tool_calling", None),
    ("un chatbot con function calling | no hace falta el function calling", "tool_calling", None),
    ("I don't see myself using any other models, too many Gemini credits", "excluded_models", None),
    ("no me veo usando otros modelos, me sobran créditos de Gemini", "excluded_models", None),
    ("something other than Claude", "excluded_models", ["claude"]),
    ("otro que no sea Claude", "excluded_models", ["claude"]),
    ("a chatbot, Acme Cloud is hosted in the US", "local", None),
    ("un chatbot, que Acme Cloud está en EEUU", "local", None),
    ("we cover it on the Azure side but not on the OpenRouter side, a chatbot", "local", None),
    ("lo tenemos cubierto en Azure pero no en OpenRouter, un chatbot", "local", None),
    ("a model that doesn't think so long", "reasoning", False),
    ("un modelo que no piense tanto", "reasoning", False),
    ("they are going to drop a new Qwen3 8B soon", "excluded_models", None),
    ("dicen que van a soltar un Qwen3 8B nuevo", "excluded_models", None),
    ("drop Qwen3 8B please", "excluded_models", ["qwen3 8b"]),
    ("descarta Qwen3 8B por favor", "excluded_models", ["qwen3 8b"]),
    ("best open models?", "open_weights", True),
    ("¿los mejores modelos abiertos?", "open_weights", True),
    ("does any local model come close to Claude?", "local", True),
    ("a chatbot, and our CEO refuses to work with Anthropic", "excluded_vendors", ["anthropic"]),
    ("busco un chatbot y mi jefe se niega a trabajar con Anthropic", "excluded_vendors", ["anthropic"]),
    ("Claude refuses to use our tools", "excluded_vendors", None),
    ("American or European vendors only", "vendor_origin", ["us", "eu"]),
    ("solo proveedores americanos o europeos", "vendor_origin", ["us", "eu"]),
    ("we handle PHI, a chatbot", "mentioned_models", None),
    ("what about Phi-4?", "mentioned_models", ["phi-4"]),
    ("the bot throws a JSON error in step 2.", "mentioned_models", None),
    ("el bot da un error de JSON en el step 2", "mentioned_models", None),
    ("what about Step 3.5 Flash?", "mentioned_models", ["step 3.5 flash"]),
    ("what about GTP4 turbo?", "mentioned_models", ["gtp4 turbo"]),
    ("¿y qué tal GTP4 turbo?", "mentioned_models", ["gtp4 turbo"]),
    ("we want to move off OpenAI", "in_place_of", ["openai"]),
    ("queremos salirnos de OpenAI", "in_place_of", ["openai"]),
]

NOTHING_OF_THAT = [
    "an AI to control my spending",
    "una IA para controlar los gastos de casa",
    "an app to balance my budget",
    "una aplicación para vigilar los gastos del mes",
    "we process claims in Germany, classify them",
    "procesar facturas en España",
    "sort the stock of our warehouse in Mexico",
    "clasificar el stock del almacén en México",
    "we don't sell outside the EU, a chatbot for the shop",
    "no vendemos fuera de España, un chatbot para la tienda",
    "we only sell in Europe, a chatbot",
    "solo vendemos en Europa, un chatbot",
    "bootstrapping confidence intervals in R",
    "una web hecha con Bootstrap, ayuda con el CSS",
    "a story where the hero refuses to work with Amazon",
    "un cuento en que el héroe se niega a trabajar con Amazon",
    "I sell handmade soap, write the descriptions",
    "hago jabones artesanos, escribe las descripciones",
]


@pytest.mark.parametrize("said", NOTHING_OF_THAT)
def test_what_people_do_is_no_wish(talk: Any, said: str) -> None:
    needs = talk(said)
    wished = {"priority", "local", "commercial_use", "excluded_vendors", "vendor_origin", "budget_usd_month"}
    assert not wished & set(needs)


@pytest.mark.parametrize(("said", "value"), [*SECRECY, *MARGINS])
def test_what_matters(talk: Any, said: str, value: list[str] | None) -> None:
    assert talk(*said.split(" | ")).get("priority") == value


@pytest.mark.parametrize(("said", "value"), PLACES)
def test_where_it_runs(talk: Any, said: str, value: bool | None) -> None:
    assert talk(*said.split(" | ")).get("local") is value


@pytest.mark.parametrize(("said", "key", "value"), MAKERS)
def test_makers(talk: Any, said: str, key: str, value: list[str] | None) -> None:
    assert talk(*said.split(" | ")).get(key) == value
