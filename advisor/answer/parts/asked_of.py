"""What is asked of a model and stands in no field of its card: whose it is, how much context the use needs, and what not
the model does but the program around it."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import need_in_words, pages
from advisor.domain.advice import Verdict
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import tokens
from advisor.domain.language import Localised


def asked_of(card: Card, verdict: Verdict | None, evidence: Evidence, cite: Citer) -> list[str]:
    """A paragraph each; none where nothing of the kind is asked."""
    told = []
    if "maker" in evidence.asked_fields:
        told.append(_maker(card, evidence))
    if "program" in evidence.asked_fields:
        told.append(_PROGRAM.in_(evidence.language).format(card.name))
    if "pages" in evidence.asked_fields:
        told.append(_pages(card, verdict, evidence, cite))
    if evidence.window is not None:
        told.append(_window(card, verdict, evidence.window, evidence, cite))
    return told


def _maker(card: Card, evidence: Evidence) -> str:
    language = evidence.language
    if card.origin is None:
        return Localised("**{}** es de {}.", "**{}** is by {}.").in_(language).format(card.name, card.vendor)
    country = need_in_words("vendor_origin", (card.origin.lower(),), language)
    text = Localised(
        "**{}** es de {} ({}). Si quieres descartar fabricantes de un país, dímelo.",
        "**{}** is by {} ({}). If you want to rule out vendors of a country, tell me.",
    )
    return text.in_(language).format(card.name, card.vendor, country)


def _pages(card: Card, verdict: Verdict | None, evidence: Evidence, cite: Citer) -> str:
    language = evidence.language
    fact = card.fact("context_tokens")
    if fact is None or not fact.number:
        return _NO_WINDOW.in_(language).format(card.name)
    mark = cite.fact(card, fact)
    told = [_READS.in_(language).format(card.name, pages(fact.number, language), tokens(fact.number, language), mark)]
    fit = verdict.recommendation.fit if verdict and verdict.recommendation else None
    if fit is not None and fit.fits and fit.max_context_tokens and fit.max_context_tokens < fact.number:
        held = fit.max_context_tokens
        told.append(_FITS_PAGES.in_(language).format(pages(held, language), tokens(held, language)))
    return " ".join(told)


_READS = Localised(
    "**{}** admite de una vez unas {} páginas de texto ({} tokens{}), contando lo que le das y lo que contesta.",
    "**{}** takes about {} pages of text at once ({} tokens{}), counting what you give it and what it replies.",
)
_FITS_PAGES = Localised(
    "En tu equipo caben unas {} páginas ({} tokens, estimación).",
    "About {} pages fit your machine ({} tokens, estimated).",
)
_NO_WINDOW = Localised(
    "Cuánto texto admite **{}** de una vez no consta en mi catálogo.",
    "How much text **{}** takes at once is not in my catalogue.",
)


def _window(card: Card, verdict: Verdict | None, comfortable: int, evidence: Evidence, cite: Citer) -> str:
    language, es = evidence.language, evidence.language == "es"
    use = evidence.needs.text("use_case") or "general"
    told = [
        _COMFORTABLE.in_(language).format(
            need_in_words("use_case", use, language), tokens(comfortable, language), pages(comfortable, language)
        )
    ]
    fact = card.fact("context_tokens")
    if fact is not None and fact.number:
        shown = f"{tokens(fact.number, language)} tokens{cite.fact(card, fact)}"
        told.append(f"**{card.name}** admite {shown}." if es else f"**{card.name}** takes {shown}.")
    fit = verdict.recommendation.fit if verdict and verdict.recommendation else None
    if fit is not None and fit.fits and fit.max_context_tokens:
        text = Localised("En tu equipo caben unos {} (estimación).", "About {} fit your machine (estimated).")
        told.append(text.in_(language).format(f"{tokens(fit.max_context_tokens, language)} tokens"))
    told.append(_TELL.in_(language))
    return " ".join(told)


_PROGRAM = Localised(
    "**{}** es solo el motor: por sí mismo no busca en internet, no abre archivos, no recuerda otras conversaciones ni se conecta con "
    "nada. Eso lo pone el programa en que se usa, y de programas no tengo fichas; lo que el modelo sí tiene que saber es llamar a "
    "herramientas.",
    "**{}** is only the engine: by itself it does not search the web, open files, remember other conversations or connect to "
    "anything. The program that it is used in does that, and I have no cards of programs; what the model has to know is how to call "
    "tools.",
)


_COMFORTABLE = Localised(
    "Para esto ({}) cuento con unos {} tokens de contexto, unas {} páginas: es una orientación mía, no una medida.",
    "For this ({}) I reckon with about {} tokens of context, about {} pages: a rule of thumb of mine, not a measurement.",
)
_TELL = Localised(
    "Si vas a darle textos enteros, dime cuántas páginas tienen y lo pongo como mínimo.",
    "If you will give it whole texts, tell me how many pages they have and I make that the minimum.",
)
