"""The last answer told otherwise: in fewer words, in simpler ones, with its sources; how to begin; what was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.figures import key_figures, own_hardware
from advisor.answer.parts.nothing_new import chooses
from advisor.answer.parts.phrases import assumption_in_words, listed, summary
from advisor.answer.parts.plain import engine, explained
from advisor.answer.parts.values import name_of
from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.formats import day
from advisor.domain.language import Language, Localised
from advisor.domain.outlook import Outlook
from advisor.domain.passages import GuideSection

_NEXT = 2
"""Models named after the first one."""
_PAGES = 6
_FIELDS = 8
"""Pages that a model's figures are shown to rest on."""
_EVERYDAY = re.compile(
    r"\b(?:pensemos|imagin\w+|tienda|restaurante|clínica|hotel|peluquería|panadería|abogad\w+"
    r"|imagine|shop|restaurant|clinic|bakery|hairdress\w+|law firm)\b",
    re.IGNORECASE,
)
_MOST_DIGITS = 12
"""Digits from which a paragraph is figures, and no help to who asks for simple words."""
_EXPLAINED = 6
"""Words of the trade explained to who asks for simpler ones."""


def again(evidence: Evidence, cite: Citer) -> list[str]:
    """Paragraphs, by what was asked of the last answer."""
    first = evidence.ranking.recommendations[0] if evidence.ranking and evidence.ranking.recommendations else None
    if evidence.outlook in ("misread", "noted"):
        return _understood(evidence)
    if evidence.outlook in _OF_US:
        return [_OF_US[evidence.outlook].in_(evidence.language)]
    if evidence.outlook == "sources":
        return _sources(evidence, first, cite)
    if evidence.outlook == "begin":
        chosen = _talked_about(evidence) or first
        return _begin(evidence, chosen, cite) if chosen else [_NOTHING_TO_BEGIN.in_(evidence.language)]
    if evidence.sections:
        tell = _shorter if evidence.outlook == "short" else _simpler
        return [paragraph for section in evidence.sections for paragraph in tell(section, evidence, cite)]
    if first is None:
        return [_NOTHING_TOLD.in_(evidence.language)]
    return _model_again(evidence, first, cite)


def _talked_about(evidence: Evidence) -> Recommendation | None:
    """The model that the talk has come to, where the ranking holds it: one begins with that, and not with the first."""
    ranked = evidence.ranking.recommendations if evidence.ranking else ()
    return next((r for r in ranked if evidence.beside and r.card.model == evidence.beside.model), None)


_OF_US: dict[Outlook, Localised] = {
    "tongue": Localised(
        "Sí: puedes escribirme en español o en inglés, y te contesto en el idioma en que me escribas.",
        "Yes: you can write to me in Spanish or in English, and I answer in the language you write in.",
    ),
    "points": Localised(
        "Los puntos, de 100, suman los siete factores de la guía (idioma, tamaño, contexto, personalización, rendimiento y precio, "
        "entrenamiento y arquitectura), cada uno con el peso que pide lo que me has dicho; puedes cambiar los pesos en el panel. El % "
        "dice cuántos modelos del catálogo deja detrás en las pruebas publicadas de este uso. «Prácticamente empatado» es menos de un "
        "punto de diferencia: no se puede afinar tanto. Nadie llega a 100, y 75 no es un aprobado justo: lo que cuenta es el orden.",
        "The points, out of 100, add up the seven factors of the guide (language, size, context, customization, performance and price, "
        "training and architecture), each with the weight that your needs give it; you can change the weights in the panel. The % "
        'tells how many models of the catalogue it leaves behind in the published tests of this use. "Practically tied" is less than '
        "a point apart: nobody can tell that finely. Nobody reaches 100, and 75 is no bare pass: what counts is the order.",
    ),
    "fame": Localised(
        "Cuánta gente usa cada modelo no consta en mis fichas, así que no ordeno por fama, sino por los datos y por lo que pides. Si "
        "prefieres una marca que conozcas, dímela («de Google», «de OpenAI») y busco entre los suyos.",
        "How many people use each model is not on my cards, so I do not rank by fame but by the data and by what you ask for. If you "
        'would rather have a brand that you know, tell me ("by Google", "by OpenAI") and I look among theirs.',
    ),
    "fee": Localised(
        "Por aconsejarte no cobro nada, y ningún fabricante paga por salir delante: el orden sale de los datos de las fichas y de lo "
        "que pides. Lo que se paga, si se paga, es el modelo que elijas.",
        "I charge nothing for advice, and no maker pays to come first: the order comes from the cards' data and from what you ask "
        "for. What is paid for, if anything, is the model that you choose.",
    ),
}
_NOTHING_TOLD = Localised(
    "No tengo una recomendación que decirte de otra forma. Dime en una frase para qué lo quieres, y empiezo por ahí.",
    "There is no recommendation to tell otherwise. Say in one sentence what you want it for, and I start there.",
)
_NOTHING_TO_BEGIN = Localised(
    "Con lo que pides no me queda ningún modelo, así que no hay con qué empezar: primero habría que ceder en algo.",
    "No model is left for what you ask, so there is nothing to begin with: something has to give first.",
)


def _model_again(evidence: Evidence, first: Recommendation, cite: Citer) -> list[str]:
    """The first choice in a sentence and the next ones by name; the words explained where simpler ones are asked for."""
    language, es = evidence.language, evidence.language == "es"
    figures = listed(list(key_figures(first, evidence, cite)), language)
    name = f"**{first.card.name}** ({first.card.vendor})"
    others = [
        f"**{r.card.name}**" for r in (evidence.ranking.recommendations if evidence.ranking else ())[1 : 1 + _NEXT]
    ]
    after = ("Después, " if es else "Then ") + listed(others, language) + "." if others else ""
    if evidence.outlook == "short":
        opening = _PICK if chooses(evidence.text) else _IN_SHORT
        told = opening.in_(language).format(name) + (f": {figures}." if figures else ".")
        return [f"{told} {after}".strip()]
    lead = (
        f"De los modelos que conozco, el que mejor encaja con lo que pides es {name}"
        if es
        else f"Of the models I know, the one that fits best what you ask for is {name}"
    )
    told = f"{lead}: {figures}." if figures else f"{lead}."
    where = (_AT_HOME if own_hardware(evidence.needs) or first.fit else _ELSEWHERE).in_(language)
    reasons = "" if evidence.plain else " ".join(f.reason.in_(language) for f in first.factors if f.known)
    words = explained(f"{_SEEN} {told} {reasons}", language, _EXPLAINED)
    next_ones = _NEXT_ONES.in_(language).format(listed(others, language)) if others else ""
    return [f"{told} {where}", engine(evidence, again=True), *words, next_ones]


_PICK = Localised("Yo me quedaría con {}", "I would take {}")
_IN_SHORT = Localised("En corto, {}", "In short, {}")
_NEXT_ONES = Localised("Si no te convence, los siguientes son {}.", "If it is not for you, the next ones are {}.")


_SEEN = "token % del catálogo"
"""Words that every recommendation shows to who uses none of the trade's."""
_ELSEWHERE = Localised(
    "Este trabaja por internet, en los ordenadores de quien lo sirve: en el tuyo no se instala nada pesado, y pagas lo que gastas.",
    "This one works over the internet, on the computers of who serves it: nothing heavy is installed on yours, and you pay for what you use.",
)
_AT_HOME = Localised(
    "Este se descarga y trabaja en tu ordenador: no hay cuota, nada sale de él, y su memoria decide si cabe.",
    "This one is downloaded and works on your computer: there is no fee, nothing leaves it, and its memory decides whether it fits.",
)


def _shorter(section: GuideSection, evidence: Evidence, cite: Citer) -> list[str]:
    """Its first two sentences."""
    return [
        f"{'En corto' if evidence.language == 'es' else 'In short'}: {' '.join(_sentences(section)[:2])} {cite.section(section)}"
    ]


def _simpler(section: GuideSection, evidence: Evidence, cite: Citer) -> list[str]:
    """Its first sentence, the words of the trade explained, and the paragraph with an example."""
    paragraphs = [p.strip() for p in section.body.strip().split("\n\n")]
    everyday = [p for p in paragraphs[1:] if _EVERYDAY.search(p)]
    few = [p for p in paragraphs[1:] if _digits(p) <= _MOST_DIGITS]
    told = [min(everyday or few, key=_digits)] if everyday or few else []
    lead = "En pocas palabras: " if evidence.language == "es" else "Put simply: "
    first = f"{lead}{_sentences(section)[0]} {cite.section(section)}"
    return [first, *explained("\n".join([first, *told]), evidence.language, _EXPLAINED), *told]


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def simply_told(evidence: Evidence, cite: Citer) -> list[str]:
    """The sections that answer a question which asks for simple words; none where it does not, or where none answers."""
    told = [s for s in evidence.sections if f"guide/{s.id}" in evidence.answering] if evidence.simply else []
    return [paragraph for section in told for paragraph in _simpler(section, evidence, cite)]


def _sentences(section: GuideSection) -> list[str]:
    return re.split(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])", section.body.strip().split("\n\n")[0])


def _sources(evidence: Evidence, first: Recommendation | None, cite: Citer) -> list[str]:
    """Where the last answer comes from, page by page, and what of it is computed here."""
    language = evidence.language
    told = [_HONEST.in_(language)]
    if evidence.sections:
        return [*told, *(_origins(section, evidence, cite) for section in evidence.sections)]
    spoken = [verdict.card for verdict in evidence.verdicts]
    if first is None and not spoken:
        return told
    if spoken:  # those asked about or compared, and not the first of the ranking
        of = [(card, [(name, fact) for name, facts in card.facts.items() for fact in facts]) for card in spoken]
    else:
        of = [(first.card, [pair for factor in first.factors for pair in factor.facts])] if first else []
    return [*told, *(p for card, facts in of if (p := _pages(card, facts, language, cite))), _COMPUTED.in_(language)]


def _pages(card: Card, facts: Sequence[tuple[str, Fact]], language: Language, cite: Citer) -> str:
    """What was read where: what somebody measured first, then the pages that tell most."""
    by_source: dict[tuple[str, str], tuple[Fact, list[str]]] = {}
    for name, fact in facts:
        fields = by_source.setdefault((fact.source, fact.date), (fact, []))[1]
        if name_of(name, language) not in fields:
            fields.append(name_of(name, language))
    measured = sorted(by_source.values(), key=lambda page: (page[0].kind != "measured", -len(page[1])))[:_PAGES]
    lines = [
        f"- {fact.source}, {day(fact.date, language)}{cite.fact(card, fact)}: {_some(fields, language)}."
        for fact, fields in measured
    ]
    lead = f"**De {card.name}:**" if language == "es" else f"**Of {card.name}:**"
    return "\n".join([lead, "", *lines]) if lines else ""


_HONEST = Localised(
    "No pongo cifras de memoria: cada una sale de una ficha o de la guía, con su fuente y su fecha, y donde no hay dato digo que no "
    "consta. Lo que sí me puede pasar es que te lea mal, o que algo haya cambiado desde esa fecha.",
    "I give no figure from memory: each comes from a card or from the guide, with its source and date, and where there is none I "
    "say that it is unknown. What can happen is that I misread you, or that something has changed since that date.",
)
_COMPUTED = Localised(
    "El coste al mes, los puntos y todo lo marcado como estimado lo calculo yo a partir de esos datos.",
    "The monthly cost, the points and whatever is marked as estimated are computed by me from those data.",
)


def _some(fields: Sequence[str], language: Language) -> str:
    if len(fields) <= _FIELDS:
        return ", ".join(fields)
    more = Localised("y {} más", "and {} more").in_(language).format(len(fields) - _FIELDS)
    return f"{', '.join(fields[:_FIELDS])} {more}"


def _origins(section: GuideSection, evidence: Evidence, cite: Citer) -> str:
    titles = dict.fromkeys(title for _, title, _ in section.origins)
    lead = (
        f"Eso lo dice la guía, en «{section.title}» {cite.section(section)}"
        if evidence.language == "es"
        else f'That is what the guide says, in "{section.title}" {cite.section(section)}'
    )
    if not titles:
        return f"{lead}."
    rests = ", que se apoya en:" if evidence.language == "es" else ", which rests on:"
    return "\n".join([lead + rests, "", *(f"- {title}" for title in titles)])


def _begin(evidence: Evidence, first: Recommendation, cite: Citer) -> list[str]:
    """The steps from a name to something that works: at home or at a provider."""
    language, es, name = evidence.language, evidence.language == "es", f"**{first.card.name}**"
    steps: Sequence[Localised]
    if own_hardware(evidence.needs) or first.fit:
        command = first.fit.command if first.fit and (first.fit.command or "").startswith("ollama") else None
        lead = f"Para empezar con {name} en tu equipo:" if es else f"To begin with {name} on your own machine:"
        steps = (
            _INSTALL,
            *(
                [
                    Localised(
                        f"En Ollama, escribe `{command}`; en LM Studio, búscalo por su nombre",
                        f"In Ollama, type `{command}`; in LM Studio, look for it by its name",
                    )
                ]
                if command
                else [_LOOK_FOR]
            ),
            _TRY,
        )
    else:
        provider = first.cost.provider if first.cost else first.card.vendor
        marks = cite.facts(first.card, [first.cost.price_in, first.cost.price_out]) if first.cost else ""
        lead = f"Para empezar con {name}:" if es else f"To begin with {name}:"
        account = Localised(
            f"Abre una cuenta en {provider}, que es quien lo sirve y a quien se le paga lo que se gasta{marks}; antes de dar la "
            "tarjeta, mira en sus condiciones qué hace con los datos y pon un tope de gasto si lo permite.",
            f"Open an account at {provider}, who serves it and is paid for what is used{marks}; before giving a card, look in its "
            "terms at what it does with the data, and set a spending limit if it allows one.",
        )
        steps = (account, _CONNECT, _TRY)
    lines = [f"{number}. {sentence(step.in_(language))}" for number, step in enumerate(steps, 1)]
    return ["\n".join([lead, "", *lines]), _ONLY_ADVICE.in_(language)]


_INSTALL = Localised(
    "Instala un programa que ejecute modelos en casa, como LM Studio (con ventanas, no hay que programar) u Ollama (con órdenes)",
    "Install a program that runs models at home, such as LM Studio (with windows, no coding) or Ollama (with commands)",
)
_LOOK_FOR = Localised(
    "Busca en él el modelo por su nombre y descárgalo; ocupa varios gigas",
    "Look for the model in it by its name and download it; it takes several gigabytes",
)
_CONNECT = Localised(
    "Hace falta un programa que lo conecte con tu web, tu WhatsApp o tu correo: si no sabes programar, que lo monte alguien que "
    "sepa, o busca una herramienta ya hecha que deje elegir el modelo",
    "It takes a program that connects it to your site, your WhatsApp or your email: if you do not code, have somebody who does set "
    "it up, or look for a ready-made tool that lets you choose the model",
)
_TRY = Localised(
    "Pruébalo con una veintena de casos reales tuyos antes de fiarte de él",
    "Try it on some twenty real cases of yours before you rely on it",
)
_ONLY_ADVICE = Localised(
    "Yo solo aconsejo: ni contrato ni instalo nada.",
    "I only advise: I sign nothing up and install nothing.",
)


def _understood(evidence: Evidence) -> list[str]:
    """What stands so far, so that what is wrong in it can be put right."""
    language, es = evidence.language, evidence.language == "es"
    noted = summary(evidence.needs, language, evidence.names)
    if not noted:
        return [_SAY_IT.in_(language)]
    told = f"Esto es lo que tengo apuntado: {noted}." if es else f"This is what I have noted: {noted}."
    if evidence.outlook == "misread":
        told = f"Perdona. {told}" if es else f"Sorry. {told}"
    supposed = [assumption_in_words(a.key, a.value, language) for a in evidence.assumptions]
    if supposed:
        told += (" Y supongo: " if es else " And I assume: ") + "; ".join(supposed) + "."
    return [f"{told} {_MEND.in_(language)}"]


_SAY_IT = Localised(
    "Perdona, no te he entendido bien. Dímelo en una frase: para qué lo quieres y qué te importa. Por ejemplo, «contestar a los "
    "clientes de mi tienda por WhatsApp, en español y barato».",
    "Sorry, I did not get you right. Tell me in one sentence what you want it for and what matters to you. For example, "
    '"answering my shop\'s customers on WhatsApp, in English and cheap".',
)
_MEND = Localised(
    "Dime qué está mal («no es para eso, es para…»), o escribe «empezar de cero».",
    'Tell me what is wrong ("it is not for that, it is for…"), or write "start over".',
)
