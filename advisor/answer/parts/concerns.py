"""What people ask of a model and no field of its card holds alone: whether it works without internet, is free, can be
trusted, makes things up; and what is not on the cards at all, such as accounts and outages."""

from __future__ import annotations

from collections.abc import Callable

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import listed
from advisor.answer.parts.values import value_in_words
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number
from advisor.domain.language import Localised

_VECTARA = "Vectara hallucination rate"
_SMALLEST = 0
"""The first of a model's footprints: four bits and a short context."""

_DOWNLOADS = Localised(
    "Sí: los pesos de **{}** son abiertos{}, así que se puede descargar y funciona en un equipo propio sin internet.",
    "Yes: the weights of **{}** are open{}, so it can be downloaded and works on a machine of one's own without internet.",
)
_TAKES = Localised(
    "Con la compresión más corriente, {}, y una conversación corta pide unos {} GB de memoria (estimación).",
    "At the most usual compression, {}, and with a short conversation it takes about {} GB of memory (estimated).",
)
_SERVED_ONLY = Localised(
    "No: los pesos de **{}** no se publican{}, así que solo funciona por internet, en las máquinas de quien lo sirve.",
    "No: the weights of **{}** are not published{}, so it only works over the internet, on the machines of who serves it.",
)
_WEIGHTS_UNKNOWN = Localised(
    "Si los pesos de **{}** se pueden descargar no consta en mi catálogo, y sin eso no sé si funciona sin internet.",
    "Whether the weights of **{}** can be downloaded is not in my catalogue, so I do not know if it works without internet.",
)
_PAID = Localised(
    "Por API **{}** no es gratis: se paga lo que se gasta.",
    "Over an API **{}** is not free: what is used is paid for.",
)
_NO_FEE = Localised(
    "Como sus pesos son abiertos{}, en un equipo propio no tiene cuota: solo cuestan la máquina y la luz.",
    "Its weights being open{}, on a machine of one's own there is no fee: only the machine and its power cost.",
)
_FREE_TIERS = Localised(
    "Si además hay una aplicación o un nivel gratuito, y con qué límites, no consta en mis fichas: está en la web de {}.",
    "Whether there is a free app or tier besides, and with which limits, is not on my cards: see the site of {}.",
)
_TERMS = Localised(
    "Si es de fiar con tus datos no lo decide el modelo, sino quien lo sirve: mira en su contrato si entrena con lo que le mandas, cuánto "
    "tiempo lo guarda y en qué país. Eso no consta en mis fichas.",
    "Whether your data are safe is decided not by the model but by who serves it: see in the contract whether they train on what you "
    "send, how long they keep it and in which country. That is not on my cards.",
)
_AT_HOME = Localised(
    "Los pesos de **{}** son abiertos{}: en un equipo propio nada de lo que le das sale de él.",
    "The weights of **{}** are open{}: on a machine of your own nothing that you give it leaves it.",
)
_LEAVES = Localised(
    "Los pesos de **{}** no se publican{}: lo que le mandas sale siempre de tu equipo.",
    "The weights of **{}** are not published{}: what you send it always leaves your machine.",
)
_SOLD = Localised(
    "Sí: la licencia de **{}**, {}, permite el uso comercial{}.",
    "Yes: the licence of **{}**, {}, allows commercial use{}.",
)
_UNSOLD = Localised(
    "No: la licencia de **{}**, {}, no permite el uso comercial{}.",
    "No: the licence of **{}**, {}, does not allow commercial use{}.",
)
_BOUNDS = Localised("Con condiciones: {}{}.", "With conditions: {}{}.")
_TERMS_OF_SALE = Localised(
    "**{}** se usa por API: vender lo que hagas con él depende de las condiciones de {}, que no constan en mis fichas. Léelas antes.",
    "**{}** is used over an API: whether you may sell what you build on it depends on the terms of {}, which are not on my cards. Read "
    "them first.",
)
_UNKNOWN_TERMS = Localised(
    "Si la licencia de **{}** permite el uso comercial no consta en mi catálogo: léela antes de vender nada.",
    "Whether the licence of **{}** allows commercial use is not in my catalogue: read it before you sell anything.",
)
_ERRS = Localised(
    "Como cualquier modelo, **{}** puede inventarse datos, citas o enlaces, y suena igual de seguro que cuando acierta.",
    "Like any model, **{}** may make up facts, quotes or links, and it sounds as sure as when it is right.",
)
_MEASURED = Localised(
    "En la tabla de Vectara, al resumir un texto se inventa algo en el {} % de los casos{}.",
    "In Vectara's table, when it sums up a text it makes something up in {}% of the cases{}.",
)
_UNMEASURED = Localised(
    "Con qué frecuencia le pasa no consta en mi catálogo.", "How often that happens is not in my catalogue."
)
_SERVICE = Localised(
    "Mis fichas son de los modelos: si el servicio está caído, las cuentas, los planes de suscripción, las funciones de la aplicación y "
    "los límites de uso de {} no constan en ellas, así que no lo sé. Está en su web.",
    "My cards are about the models: whether the service is down, accounts, subscription plans, what the app can do and the usage "
    "limits of {} are not on them, so I do not know. Its site says.",
)
_LAW = Localised(
    "Si la ley de tu país lo permite no consta en mis fichas: depende de qué haces con él y con qué datos; en la Unión Europea mandan el "
    "RGPD y el reglamento de IA. Esto orienta, no sustituye a un abogado. De la licencia y los datos:",
    "Whether the law of your country allows it is not on my cards: it depends on what you do with it and with which data; in the European "
    "Union the GDPR and the AI Act rule. This is guidance, not legal advice. On the licence and the data:",
)
_ITS = Localised("ese servicio", "that service")
_CAN_SAY = Localised(
    "De **{}** sí puedo decirte el precio por API, el contexto, los idiomas o la licencia, y compararlo con otro.",
    "Of **{}** I can tell you the price over an API, the context, the languages or the licence, and compare it with another.",
)
_OPEN_KIN = Localised("Con pesos abiertos, de la misma casa: {}.", "With open weights, by the same maker: {}.")
_NEITHER = Localised(
    "Eso no consta en mis fichas ni lo explica la guía, así que no te lo puedo decir. Lo que sí tengo:",
    "That is not on my cards and the guide does not explain it, so I cannot tell you. What I do have:",
)
_TOLD_FIELDS = {
    "offline": ("open_weights",),
    "sell": ("licence", "commercial_use", "licence_limits", "derivatives_allowed", "open_weights"),
}
"""Fields that a concern tells already."""
_OF_WEIGHTS = frozenset({"offline", "open_weights", "trust"})
SECTION = {
    "trust": ("performance/privacy", 0),
    "errs": ("performance/hallucinations", 0),
    "free": ("performance/free-tiers", 0),
}
"""The section of the guide behind a concern, and which of its paragraphs is told."""


def concerns(card: Card, evidence: Evidence, cite: Citer) -> list[str]:
    """A paragraph a concern that the question raises, in the order it is told here; none where it raises none."""
    raised = [name for name in _TOLD if name in evidence.asked_fields]
    if "offline" in raised and evidence.footprints and "memory" in evidence.asked_fields:
        raised.remove("offline")  # "how much memory does it take locally?"
    if "service" in raised:
        raised = [name for name in raised if name != "trust"]
    told = [_TOLD[name](card, evidence, cite) for name in raised]
    told += [_quoted(evidence, *SECTION[name], cite) for name in raised[:1] if name in SECTION]
    return [paragraph for paragraph in told if paragraph]


def told_fields(evidence: Evidence) -> tuple[str, ...]:
    """The fields of the card that need no line of their own beside the concerns raised."""
    return tuple(field for name, fields in _TOLD_FIELDS.items() if name in evidence.asked_fields for field in fields)


def open_kin(evidence: Evidence, cite: Citer) -> list[str]:
    """Models with open weights, where the question hangs on that and the one it is about has none for sure."""
    if not evidence.kin or not _OF_WEIGHTS & set(evidence.asked_fields):
        return []
    return [_OPEN_KIN.in_(evidence.language).format(_named(evidence, cite))]


def of_no_card(evidence: Evidence) -> list[str]:
    """The concerns that hold for a product without a card, such as a subscription; none where none is raised."""
    if "service" not in evidence.asked_fields:
        return []
    return [_SERVICE.in_(evidence.language).format(_ITS.in_(evidence.language))]


def neither(evidence: Evidence) -> list[str]:
    """Said before the portrait of a model of which something was asked that nothing here tells."""
    return [_NEITHER.in_(evidence.language)] if evidence.unanswered else []


def _sell(card: Card, evidence: Evidence, cite: Citer) -> str:
    language, allowed, licence = evidence.language, card.fact("commercial_use"), card.fact("licence")
    if card.value("open_weights") is False:
        return _TERMS_OF_SALE.in_(language).format(card.name, card.vendor)
    if allowed is None or not allowed.known or licence is None or not licence.known:
        return _UNKNOWN_TERMS.in_(language).format(card.name)
    text = _SOLD if allowed.value is True else _UNSOLD
    told = [
        text.in_(language).format(card.name, value_in_words("licence", licence, language), cite.fact(card, allowed))
    ]
    limits = card.fact("licence_limits")
    if limits is not None and limits.known:
        told.append(
            _BOUNDS.in_(language).format(value_in_words("licence_limits", limits, language), cite.fact(card, limits))
        )
    return " ".join(told)


def _offline(card: Card, evidence: Evidence, cite: Citer) -> str:
    language, weights = evidence.language, card.fact("open_weights")
    if weights is None or not weights.known:
        return _WEIGHTS_UNKNOWN.in_(language).format(card.name)
    mark = cite.fact(card, weights)
    if weights.value is not True:
        return _SERVED_ONLY.in_(language).format(card.name, mark)
    told = _DOWNLOADS.in_(language).format(card.name, mark)
    if not evidence.footprints:
        return told
    least = evidence.footprints[_SMALLEST]
    return f"{told} {_TAKES.in_(language).format(least.quantization, number(least.total_gb, language, 1))}"


def _free(card: Card, evidence: Evidence, cite: Citer) -> str:
    language, weights = evidence.language, card.fact("open_weights")
    prices = [fact.number for fact in card.all("price_in_usd_per_m") if fact.known]
    told = [_PAID.in_(language).format(card.name)] if prices and all(prices) else []
    if weights is not None and weights.value is True:
        told.append(_NO_FEE.in_(language).format(cite.fact(card, weights)))
    return " ".join([*told, _FREE_TIERS.in_(language).format(card.vendor)])


def _trust(card: Card, evidence: Evidence, cite: Citer) -> str:
    language, weights = evidence.language, card.fact("open_weights")
    told = [_TERMS.in_(language)]
    if weights is not None and weights.known:
        text = _AT_HOME if weights.value is True else _LEAVES
        told.append(text.in_(language).format(card.name, cite.fact(card, weights)))
    return " ".join(told)


def _errs(card: Card, evidence: Evidence, cite: Citer) -> str:
    language = evidence.language
    rate = next((fact for fact in card.all("benchmarks") if fact.name == _VECTARA and fact.known), None)
    told = [_ERRS.in_(language).format(card.name)]
    if rate is None:
        return " ".join([*told, _UNMEASURED.in_(language)])
    return " ".join(
        [*told, _MEASURED.in_(language).format(number(rate.number or 0, language, 1), cite.fact(card, rate))]
    )


def _law(_card: Card, evidence: Evidence, _: Citer) -> str:
    return _LAW.in_(evidence.language)


def _service(card: Card, evidence: Evidence, _: Citer) -> str:
    language = evidence.language
    return f"{_SERVICE.in_(language).format(card.vendor)} {_CAN_SAY.in_(language).format(card.name)}"


_TOLD: dict[str, Callable[[Card, Evidence, Citer], str]] = {
    "service": _service,
    "law": _law,
    "sell": _sell,
    "offline": _offline,
    "free": _free,
    "trust": _trust,
    "errs": _errs,
}
CONCERNS = frozenset(_TOLD)


def _named(evidence: Evidence, cite: Citer) -> str:
    names = [f"**{card.name}**{cite.fact(card, card.fact('open_weights'))}" for card in evidence.kin]
    return listed(names, evidence.language)


def _quoted(evidence: Evidence, section_id: str, place: int, cite: Citer) -> str:
    """The paragraph of the section behind the concern."""
    section = next((s for s in evidence.sections if s.id == section_id), None)
    return cite.quoted(section, place) if section else ""
