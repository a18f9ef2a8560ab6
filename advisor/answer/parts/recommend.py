"""A recommendation in words: the first choice with its reasons, the alternatives with what they have over it."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, cited, sentence
from advisor.answer.parts.phrases import label, listed, need_in_words, summary
from advisor.answer.parts.values import name_of, size_in_words
from advisor.domain.advice import Ranking, Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number, tokens, usd
from advisor.domain.language import Language
from advisor.domain.needs import NEEDS

TOLD = 3
"""Models told in the text; the page shows the rest."""
_REASONS = 3


def recommendation(evidence: Evidence, cite: Citer) -> list[str]:
    """Paragraphs. The ranking must be there."""
    ranking = evidence.ranking
    if ranking is None:
        return []
    if not ranking.recommendations:
        return [*_acknowledged(evidence), *_nothing_fits(evidence, ranking)]
    first, *others = ranking.recommendations[:TOLD]
    return [
        *_acknowledged(evidence),
        _first(evidence, first, cite),
        _reasons(evidence.language, first, cite),
        *_alternatives(evidence, first, others, cite),
        *_customization(evidence, first, cite),
        *_own_or_rented(evidence),
        *_assumed(evidence),
        *_mind(evidence, first),
    ]


def _acknowledged(evidence: Evidence) -> list[str]:
    """What this turn changed, so that a misreading is seen at once."""
    if evidence.intent != "refine" or not evidence.changed:
        return []
    language, es = evidence.language, evidence.language == "es"
    kept = [
        f"{label(key, language)}: {need_in_words(key, value, language)}"
        for key in evidence.changed
        if (value := evidence.needs.get(key)) is not None
    ]
    gone = [label(key, language) for key in evidence.changed if key not in evidence.needs and key in NEEDS]
    said = []
    if kept:
        said.append(("Anotado: " if es else "Noted: ") + "; ".join(kept) + ".")
    if gone:
        said.append(("Ya no tengo en cuenta: " if es else "No longer considered: ") + listed(gone, language) + ".")
    return [" ".join(said)] if said else []


def _first(evidence: Evidence, item: Recommendation, cite: Citer) -> str:
    language, es = evidence.language, evidence.language == "es"
    purpose = summary(evidence.needs, language)
    name = f"**{item.card.name}** ({item.card.vendor})"
    prior = evidence.prior.recommendations[0].card if evidence.prior and evidence.prior.recommendations else None
    if prior is not None and prior.model == item.card.model:
        lead = f"{name} sigue en primer lugar" if es else f"{name} stays in first place"
    elif prior is not None:
        lead = (
            f"Ahora va primero {name}, antes {prior.name}"
            if es
            else f"{name} now comes first, before it was {prior.name}"
        )
    elif purpose:
        lead = (
            f"Para esto ({purpose}), mi primera opción es {name}"
            if es
            else f"For this ({purpose}), my first choice is {name}"
        )
    else:
        lead = (
            f"De entrada, y sin saber más, empezaría por {name}"
            if es
            else f"Without knowing more, I would start with {name}"
        )
    figures = listed(key_figures(item, language, cite, local=_is_local(evidence)), language)
    return f"{lead}: {figures}." if figures else f"{lead}."


def _is_local(evidence: Evidence) -> bool:
    return evidence.needs.flag("local") is True


def key_figures(item: Recommendation, language: Language, cite: Citer, *, local: bool = False) -> list[str]:
    """Size, context, licence and what it costs or needs, each with its citation; what is unknown is left to `unknown`."""
    card, es = item.card, language == "es"
    figures = []
    size = size_in_words(card, language, " parámetros" if es else " parameters")
    if size:
        figures.append(size + cite.fact(card, card.fact("params_total_b")))
    context = card.fact("context_tokens")
    if context and context.number:
        shown = tokens(context.number, language)
        figures.append((f"contexto de {shown} tokens" if es else f"{shown}-token context") + cite.fact(card, context))
    if item.fit is not None and item.fit.fits:
        figures += fit_in_words(item, language)
    elif local:
        pass  # what a cloud service charges says nothing to who runs it at home
    elif item.cost is not None:
        cost = item.cost
        shown = usd(cost.usd_month, language)
        marks = cite.facts(card, [cost.price_in, cost.price_out])
        figures.append(
            (f"unos {shown} al mes en {cost.provider}" if es else f"about {shown} a month at {cost.provider}") + marks
        )
    else:
        figures += prices_in_words(card, language, cite)
    licence = card.fact("licence")
    if licence and licence.known and card.value("open_weights") is True:
        figures.append((f"licencia {licence.value}" if es else f"licence {licence.value}") + cite.fact(card, licence))
    return figures


def prices_in_words(card: Card, language: Language, cite: Citer) -> list[str]:
    """ "0,15 USD de entrada y 0,60 USD de salida por millón de tokens en OpenAI [3]": the first provider of the card."""
    price_in = next((f for f in card.all("price_in_usd_per_m") if f.known), None)
    if price_in is None:
        return []
    out = next((f for f in card.all("price_out_usd_per_m") if f.known and f.provider == price_in.provider), None)
    es = language == "es"
    shown = f"{usd(price_in.number or 0, language)} " + ("de entrada" if es else "for input")
    if out is not None:
        shown += (
            (" y " if es else " and ") + f"{usd(out.number or 0, language)} " + ("de salida" if es else "for output")
        )
    shown += " por millón de tokens" if es else " per million tokens"
    if price_in.provider:
        shown += f" en {price_in.provider}" if es else f" at {price_in.provider}"
    return [shown + cite.facts(card, [price_in, out])]


def fit_in_words(item: Recommendation, language: Language) -> list[str]:
    """Memory against what there is, and speed; both marked as estimates."""
    fit, es = item.fit, language == "es"
    if fit is None:
        return []
    total, available = number(fit.total_gb, language, 1), number(fit.available_gb, language, 1)
    if es:
        told = [f"unos {total} GB de tus {available} GB con {fit.quantization} (estimado)"]
    else:
        told = [f"about {total} GB of your {available} GB at {fit.quantization} (estimated)"]
    if fit.tokens_per_s is not None:
        low, high = (number(v, language, 0) for v in fit.tokens_per_s)
        told.append(f"de {low} a {high} tokens/s (estimado)" if es else f"{low} to {high} tokens/s (estimated)")
    return told


def _reasons(language: Language, item: Recommendation, cite: Citer) -> str:
    """The factors that carry the score, each with its reason and the pages it rests on."""
    sized = item.card.number("params_total_b") is not None
    known = [f for f in item.factors if f.known and f.weight > 0 and (f.factor != "size" or sized)]
    best = sorted(known, key=lambda f: -f.value * f.weight)[:_REASONS]
    lead = "**Por qué.** " if language == "es" else "**Why.** "
    told = [cited(f.reason.in_(language), cite.facts(item.card, [fact for _, fact in f.facts][:2])) for f in best]
    return lead + " ".join(told) if told else ""


def _alternatives(evidence: Evidence, first: Recommendation, others: list[Recommendation], cite: Citer) -> list[str]:
    if not others:
        return []
    language, es = evidence.language, evidence.language == "es"
    told = []
    for other in others:
        edge = _edge(language, first, other, cite, _is_local(evidence))
        tie = (", prácticamente empatado" if es else ", practically a tie") if other.tie else ""
        told.append(f"**{other.card.name}** ({other.card.vendor}){tie}: {edge}.")
    return [("**Alternativas.** " if es else "**Alternatives.** ") + " ".join(told)]


def _edge(language: Language, first: Recommendation, other: Recommendation, cite: Citer, local: bool) -> str:
    """What the other one has over the first, with its figure; or else its own key figures."""
    es, card = language == "es", other.card
    edges: list[str] = []
    if not local and not other.fit and first.cost and other.cost and other.cost.usd_month < first.cost.usd_month:
        marks = cite.facts(card, [other.cost.price_in, other.cost.price_out])
        shown = usd(other.cost.usd_month, language)
        edges.append((f"más barato, unos {shown} al mes" if es else f"cheaper, about {shown} a month") + marks)
    mine, theirs = first.card.number("context_tokens"), card.number("context_tokens")
    if mine and theirs and theirs > mine * 1.2:
        mark = cite.fact(card, card.fact("context_tokens"))
        edges.append(
            (
                f"más contexto, {tokens(theirs, language)} tokens"
                if es
                else f"more context, {tokens(theirs, language)} tokens"
            )
            + mark
        )
    if first.fit and other.fit and other.fit.fits and other.fit.total_gb < first.fit.total_gb * 0.9:
        shown = number(other.fit.total_gb, language, 1)
        edges.append(f"más ligero, unos {shown} GB (estimado)" if es else f"lighter, about {shown} GB (estimated)")
    if _factor(other, "performance") > _factor(first, "performance") + 0.02:
        edges.append("más puntos en rendimiento y precio" if es else "more points on performance and price")
    if edges:
        return listed(edges[:2], language)
    return listed(key_figures(other, language, cite, local=local)[:3], language) or (
        "menos datos publicados" if es else "fewer published figures"
    )


def _factor(item: Recommendation, factor: str) -> float:
    return next((f.value for f in item.factors if f.factor == factor and f.known), 0.0)


def _customization(evidence: Evidence, first: Recommendation, cite: Citer) -> list[str]:
    """The rung to start on and the one after it, where tuning was asked for."""
    told = [
        cited(step.reason.in_(evidence.language), cite.facts(first.card, [fact for _, fact in step.facts]))
        for state in ("recommended", "next")
        for step in evidence.ladder
        if step.state == state
    ]
    lead = "**Personalización.** " if evidence.language == "es" else "**Customization.** "
    return [lead + " ".join(told)] if told else []


def _own_or_rented(evidence: Evidence) -> list[str]:
    """Where own hardware would pay, with the assumptions behind it."""
    found = evidence.break_even
    if found is None:
        return []
    lead = "**¿API o equipo propio?** " if evidence.language == "es" else "**API or own hardware?** "
    return [f"{lead}{sentence(found.text.in_(evidence.language))} {found.hosting.basis.in_(evidence.language)}"]


def _assumed(evidence: Evidence) -> list[str]:
    """What the figures rest on that nobody said."""
    language = evidence.language
    told = [f"{label(a.key, language)}, {need_in_words(a.key, a.value, language)}" for a in evidence.assumptions]
    lead = "**He supuesto:** " if language == "es" else "**I assumed:** "
    return [lead + "; ".join(told) + "."] if told else []


def _mind(evidence: Evidence, first: Recommendation) -> list[str]:
    """Cautions, what is unknown, and the retirement date of the first choice."""
    language, es = evidence.language, evidence.language == "es"
    told = [sentence(caution.in_(language)) for caution in (*evidence.stakes, *first.cautions)]
    unknown = [name_of(key, language) for key in first.unknown[:4]]
    if unknown:
        lead = f"De {first.card.name} no consta: " if es else f"Not known of {first.card.name}: "
        told.append(lead + listed(unknown, language) + ".")
    return [("**Ten en cuenta.** " if es else "**Keep in mind.** ") + " ".join(told)] if told else []


def _nothing_fits(evidence: Evidence, ranking: Ranking) -> list[str]:
    language, es = evidence.language, evidence.language == "es"
    purpose = summary(evidence.needs, language)
    said = [
        f"Ninguno de los {ranking.total} modelos del catálogo cumple todo a la vez ({purpose})."
        if es
        else f"None of the {ranking.total} models in the catalogue meets all of this at once ({purpose})."
    ]
    worst = sorted(ranking.excluded.items(), key=lambda pair: -pair[1])[:3]
    if worst:
        counted = [f"{name_of(key, language)} ({count})" for key, count in worst]
        said.append(("Lo que más descarta: " if es else "What rules out most: ") + listed(counted, language) + ".")
    paragraphs = [" ".join(said)]
    if ranking.relaxations:
        lead = "**Lo mínimo que habría que ceder:**" if es else "**The smallest things to give up:**"
        lines = [f"- {sentence(r.text.in_(language))}" for r in ranking.relaxations[:3]]
        paragraphs.append("\n".join([lead, "", *lines]))
    if ranking.unconfirmed:
        names = [
            f"**{u.card.name}** ({listed([name_of(k, language) for k in u.unknown], language)})"
            for u in ranking.unconfirmed[:3]
        ]
        lead = (
            "Encajarían si se confirma lo que no consta: "
            if es
            else "These would fit if what is unknown were confirmed: "
        )
        paragraphs.append(lead + listed(names, language) + ".")
    return paragraphs
