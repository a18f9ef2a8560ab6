"""Figures that are another's, heard, past or of something else, and the same figures where they are wished for."""

from __future__ import annotations

from typing import Any

import pytest

SAID: list[tuple[str, str, Any]] = [
    # rates
    ("en Groq iba de lujo, a 300 tokens/s. Quiero lo mismo en mi 3090 para un chat", "min_tokens_per_s", None),
    ("on Groq it ran at 300 tokens/s. I want the same on my 3090 for a chat", "min_tokens_per_s", None),
    ("lm studio va a 2 tokens por segundo y con menos de 15 no puedo trabajar. una 3050 de 8", "min_tokens_per_s", 15),
    ("I get 2 tokens per second and under 15 I can't work. a 3050 8gb", "min_tokens_per_s", 15),
    ("an engineer claimed 120 tok/s on his M4 Max. I'd take 20 on my M2 Pro 32GB. chat", "min_tokens_per_s", 20),
    ("uno juraba sacar 120 tok/s con su M4 Max. Me conformo con 20 en mi M2 Pro. chat", "min_tokens_per_s", 20),
    # sizes
    ("How do people run a 70B on a 3090? I want one for coding", "max_params_b", None),
    ("Un 8B se me queda corto, quiero uno para resumir en 24 gigas", "min_params_b", 8),
    ("An 8B falls short, I want one to summarise in 24 gigs", "min_params_b", 8),
    ("¿Qué entra en una 4070 de 12? El de la tienda me juró que un 70B", "max_params_b", None),
    ("What fits a 12GB 4070? The guy at the store swore a 70B would", "max_params_b", None),
    ("quiero programar, y me han dicho que nada por encima de 7B", "max_params_b", 7),
    ("Self hosting a trillion params is clearly out. A chatbot please", "max_params_b", None),
    ("anything above 30B is wasted on me, all I do is fix grammar", "max_params_b", 30),
    ("más de 14B es matar moscas a cañonazos, para corregir correos", "max_params_b", 14),
    ("over 30B please, translations", "max_params_b", None),
    ("más de 30B, por favor, para traducir", "max_params_b", None),
    ("how did you get an 8B to run on that? I want to chat", "max_params_b", None),
    ("¿cómo lograste que corriera un 8B ahí? quiero charlar", "max_params_b", None),
    # sums
    ("Me río de los que pagan 200 al mes. Quiero algo que escriba guiones", "budget_usd_month", None),
    ("I laugh at people who pay 200 a month. I want something that writes scripts", "budget_usd_month", None),
    ("Han pedido presupuesto a dos empresas, 90.000 y 140.000 €. Quiero redactar actas", "budget_usd_month", None),
    ("We got quotes from two firms, $90,000 and $140,000. I want to write minutes", "budget_usd_month", None),
    ("Llevo años con un corrector, 10 € al mes. Quiero corregir textos", "budget_usd_month", None),
    ("I've been on a grammar tool for years, $10 a month. I want to fix texts", "budget_usd_month", None),
    ("Quiero corregir textos, 10 € al mes", "budget_usd_month", 11.6),
    ("a chatbot. I'd rather not go over 20 dollars monthly", "budget_usd_month", 20),
    ("un chatbot. preferiría no pasarme de 20 dólares al mes", "budget_usd_month", 20),
    ("My client pays a firm $2,000 a month for this, I want to do it for 100. A chatbot", "budget_usd_month", 100),
    ("mi cliente pagaba 2.000 € al mes a una agencia, yo quiero hacerlo por 100. Un chatbot", "budget_usd_month", 116),
    ("A friend pays $200/mo for the pro plan. I've got maybe $20. A chatbot", "budget_usd_month", 20),
    ("a friend pays $200/mo. I've got 20 documents to summarise", "budget_usd_month", None),
    ("a chatbot, I can spend $15 to $25 a month", "budget_usd_month", 25),
    ("un chatbot, puedo gastar de 10 € a 12 € al mes", "budget_usd_month", 13.92),
    ("a chatbot, I'd happily pay 8 bucks a month, not 20", "budget_usd_month", 8),
    ("un chatbot, pagaría 8 dólares al mes, no 20", "budget_usd_month", 8),
    ("un chatbot | con 5 dólares al mes me llega?", "budget_usd_month", 5),
    ("a chatbot | would 5 dollars a month be enough?", "budget_usd_month", 5),
    ("a chatbot | is 10 dollars per million expensive?", "budget_usd_month", None),
    ("I already have a subscription for about usd 100 a month. I want to translate", "budget_usd_month", None),
    ("ya pago una suscripción de 100 al mes. Quiero traducir", "budget_usd_month", None),
    ("a chatbot | lets say ten dollars. fifteen if it is really good", "budget_usd_month", 15),
    ("un chatbot | pongamos diez dólares. quince si es muy bueno", "budget_usd_month", 15),
    ("a chatbot | fifteen users, maybe twenty", "budget_usd_month", None),
    # free
    ("a chatbot | free if possible", "budget_usd_month", None),
    ("un chatbot | gratis si puede ser", "budget_usd_month", None),
    ("a chatbot. i've been told gemini is free", "budget_usd_month", None),
    ("un chatbot. me han dicho que gemini es gratis", "budget_usd_month", None),
    ("embedding-free options to classify mails?", "budget_usd_month", None),
    ("options that are free to classify mails", "budget_usd_month", 0),
    ("Free stuff only handles English. I need Indonesian proofreading", "budget_usd_month", None),
    ("Free stuff only, for Indonesian proofreading", "budget_usd_month", 0),
    # lengths
    ("creative writing | the lore bible is roughly 90 pages, must fit whole", "min_context_tokens", 30_000),
    ("escritura creativa | la biblia del mundo son unas 90 páginas, que quepa entera", "min_context_tokens", 30_000),
    ("a cheap API to summarise 20 PDFs of 80 pages a month", "min_context_tokens", 26_667),
    ("cuánto sale resumir 20 pdfs de 80 páginas al mes?", "min_context_tokens", 26_667),
    ("it claims 1100 languages but the output was gibberish. I need Sindhi", "min_output_tokens", None),
    ("nobody needs a million tokens of context. 32k of context does for my minutes", "min_context_tokens", 32_000),
    ("nadie necesita un millón de tokens, con 32k de contexto me basta para actas", "min_context_tokens", 32_000),
    # where
    ("2,000 hours of mp3 sitting on a NAS, want them as text", "local", None),
    ("En mi casa somos muy de Google, nada de Meta. Quiero traducir", "local", None),
    ("a chatbot. Self hosting is clearly out", "local", False),
    ("un chatbot. la api me vale", "local", False),
    ("Queremos una tablet que traduzca. Hay 4G.", "ram_gb", None),
    ("Queremos traducir en una tablet de 4 GB de ram", "ram_gb", 4),
    # machines whose purchase is weighed
    ("quiero un modelo para programar | ¿me sale a cuenta comprar una 4090?", "vram_gb", None),
    ("a model for coding | is it cheaper in the long run to buy a 4090?", "vram_gb", None),
    ("¿cómo va la 7900 XTX para roleplay? me la compraría este mes", "vram_gb", None),
    ("how good is the 7900 XTX for roleplay? thinking of getting one", "vram_gb", None),
    ("me compré una 4090 y quiero amortizarla, ¿qué modelo para programar?", "vram_gb", 24),
]


@pytest.mark.parametrize(("turns", "key", "value"), SAID)
def test_what_of_the_figures_is_wished_for(talk: Any, turns: str, key: str, value: Any) -> None:
    told = talk(*(turn.strip() for turn in turns.split("|")))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    assert told.get(key) == (pytest.approx(value, rel=0.02) if number else value)
