"""The figures of one model that a choice rests on: size, context, price or memory, licence; each with its page."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import pages
from advisor.answer.parts.values import size_in_words
from advisor.domain.advice import Cost, Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number, tokens, usd
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Needs


def key_figures(item: Recommendation, evidence: Evidence, cite: Citer) -> Iterator[str]:
    """One by one, so that only what is taken is cited. What is unknown is left to `unknown`.

    For who uses no words of the trade: the cost or the memory, and pages for tokens; the rest where neither is known.
    """
    card, language = item.card, evidence.language
    if evidence.plain:
        everyday = [f for f in (*_paid(item, evidence, cite), _context(card, language, cite, plain=True)) if f]
        if everyday:
            yield from everyday
            return
    size = size_in_words(card, language, " parámetros" if language == "es" else " parameters")
    if size:
        yield size + cite.fact(card, card.fact("params_total_b"))
    context = _context(card, language, cite, plain=False)
    if context:
        yield context
    yield from _paid(item, evidence, cite)
    licence = _licence(card, language, cite)
    if licence:
        yield licence


def _context(card: Card, language: Language, cite: Citer, *, plain: bool) -> str:
    fact = card.fact("context_tokens")
    if fact is None or not fact.number:
        return ""
    shown = tokens(fact.number, language)
    if plain:
        text = Localised("lee de una vez hasta unas {} páginas", "reads up to about {} pages in one go").in_(language)
        return text.format(pages(fact.number, language)) + cite.fact(card, fact)
    text = Localised("contexto de {} tokens", "{}-token context").in_(language)
    return text.format(shown) + cite.fact(card, fact)


def _licence(card: Card, language: Language, cite: Citer) -> str:
    licence = card.fact("licence")
    if licence is None or not licence.known or card.value("open_weights") is not True:
        return ""
    return Localised("licencia {}", "licence {}").in_(language).format(licence.value) + cite.fact(card, licence)


def _paid(item: Recommendation, evidence: Evidence, cite: Citer) -> list[str]:
    """Memory and speed on own hardware, or what a service charges: each says nothing to who takes the other way."""
    language = evidence.language
    if item.fit is not None and item.fit.fits:
        return fit_in_words(item, evidence, language)
    if own_hardware(evidence.needs):
        told = []
        if item.memory_gb is not None:
            asks = Localised("pide unos {} GB a 4 bits (estimado)", "takes about {} GB at 4 bits (estimated)")
            told.append(asks.in_(language).format(number(item.memory_gb, language, 1)))
        if evidence.needs.number("budget_usd_month") == 0:
            free = Localised("sin cuota si lo ejecutas en tu equipo", "no fee if you run it on your own machine")
            told.append(free.in_(language))
        return told
    if item.cost is not None:
        text = Localised("{} en {}", "{} at {}").in_(language)
        marks = cite.facts(item.card, [item.cost.price_in, item.cost.price_out])
        each = []
        if item.each is not None:
            said = Localised("unos {} por caso", "about {} per case").in_(language)
            each = [said.format(usd(item.each.usd_month, language))]
        return [*each, text.format(paid(item.cost, language), item.cost.provider) + marks]
    return prices_in_words(item.card, language, cite)


def paid(cost: Cost, language: Language) -> str:
    """ "unos 0,55 USD al mes", "about 28 USD in all"; of less than a cent it is enough to know that."""
    if 0 < cost.usd_month < _CENT:
        told = Localised("menos de {}", "less than {}").in_(language).format(usd(_CENT, language))
    else:
        told = Localised("unos {}", "about {}").in_(language).format(usd(cost.usd_month, language))
    return f"{told} {PER[cost.once].in_(language)}"


PER = {False: Localised("al mes", "a month"), True: Localised("en total", "in all")}
"""What a cost is of, by whether the work is done once."""


_CENT = 0.01


def own_hardware(needs: Needs) -> bool:
    """It runs at home: asked for, or the only way to pay nothing."""
    return needs.flag("local") is True or (needs.number("budget_usd_month") == 0 and needs.flag("local") is not False)


def prices_in_words(card: Card, language: Language, cite: Citer) -> list[str]:
    """ "0,15 USD de entrada y 0,60 USD de salida por millón de tokens en OpenAI [3]": the cheapest plain offer."""
    offers = [f for f in card.all("price_in_usd_per_m") if f.known]
    if not offers:
        return []
    price_in = min(offers, key=lambda f: (f.variant is not None, f.number or 0.0))
    same = [
        f
        for f in card.all("price_out_usd_per_m")
        if f.known and (f.provider, f.variant) == (price_in.provider, price_in.variant)
    ]
    out = same[0] if same else None
    es = language == "es"
    shown = f"{usd(price_in.number or 0, language)} " + ("de entrada" if es else "for input")
    if out is not None:
        shown += f" {'y' if es else 'and'} {usd(out.number or 0, language)} " + ("de salida" if es else "for output")
    shown += " por millón de tokens" if es else " per million tokens"
    if price_in.provider:
        shown += f" en {price_in.provider}" if es else f" at {price_in.provider}"
    return [shown + cite.facts(card, [price_in, out])]


def fit_in_words(item: Recommendation, evidence: Evidence, language: Language) -> list[str]:
    """Memory against what there is, or is supposed to be, and speed; both marked as estimates. Of main memory, only a part
    can be used."""
    fit = item.fit
    if fit is None:
        return []
    total, usable = number(fit.total_gb, language, 1), number(fit.available_gb, language, 1)
    card, supposed = evidence.needs.number("vram_gb"), _supposed_gb(evidence)
    owned = card or evidence.needs.number("ram_gb") or supposed or fit.available_gb
    if evidence.plain:
        return (
            [_FITS.in_(language).format(total, usable)] if fit.total_gb <= fit.available_gb else [_TIGHT.in_(language)]
        )
    if fit.placement == "partial_offload" and card:
        text = Localised(
            "unos {} GB con {} (estimado), más que los {} GB de tu gráfica: el resto va a la RAM",
            "about {} GB at {} (estimated), more than the {} GB of your card: the rest goes to RAM",
        )
        told = [text.in_(language).format(total, fit.quantization, number(card, language, 1))]
    elif owned > fit.available_gb * 1.05:
        text = Localised(
            "unos {} GB de los {} aprovechables de tus {} GB con {} (estimado)",
            "about {} GB of the {} usable out of your {} GB at {} (estimated)",
        )
        if supposed and not card:
            text = Localised(
                "unos {} GB de los {} aprovechables de los {} GB que supongo con {} (estimado)",
                "about {} GB of the {} usable out of the {} GB that I suppose at {} (estimated)",
            )
        told = [text.in_(language).format(total, usable, number(owned, language, 1), fit.quantization)]
    elif fit.total_gb > fit.available_gb:
        text = Localised(
            "unos {} GB con {} (estimado), muy justos en tus {} GB",
            "about {} GB at {} (estimated), a very tight fit in your {} GB",
        )
        told = [text.in_(language).format(total, fit.quantization, usable)]
    else:
        text = Localised("unos {} GB de tus {} GB con {} (estimado)", "about {} GB of your {} GB at {} (estimated)")
        told = [text.in_(language).format(total, usable, fit.quantization)]
    if fit.tokens_per_s is not None:
        low, high = (number(float(f"{v:.2g}"), language, 1) for v in fit.tokens_per_s)
        told.append(
            Localised("de {} a {} tokens/s (estimado)", "{} to {} tokens/s (estimated)").in_(language).format(low, high)
        )
    return told


_FITS = Localised(
    "ocupa unos {} GB de los {} que puede usar (estimado)", "takes about {} of the {} GB that it can use (estimated)"
)
_TIGHT = Localised("cabe muy justo (estimado)", "a very tight fit (estimated)")


def _supposed_gb(evidence: Evidence) -> float | None:
    """The memory of a machine that was named without it; None where it was said, or nothing is supposed."""
    found = next((a.value for a in evidence.assumptions if a.key == "ram_gb"), None)
    return float(found) if isinstance(found, int | float) else None
