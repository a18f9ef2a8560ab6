"""How much work a sum of money buys, model by model, with the sum it comes from."""

from __future__ import annotations

from advisor.answer.figure import PAGE_TOKENS
from advisor.answer.parts.cite import Citer
from advisor.domain.advice import Bought
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, usd
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Purse


def bought(evidence: Evidence, cite: Citer) -> list[str]:
    """Paragraphs; none where no sum is asked about or nothing has a price."""
    purse, language = evidence.purse, evidence.language
    if purse is None or not evidence.bought:
        return []
    noun = purse.noun or _CASES.in_(language)
    dollars = usd(purse.usd, language)
    lead = (_MONTHLY if purse.monthly else _ONCE).in_(language).format(dollars)
    if purse.count:
        lead = _COST_OF.in_(language).format(number(purse.count, language, 0), noun)
    lines = [_line(item, purse, noun, language) + cite.facts(item.card, [item.each.price_in, item.each.price_out])
             for item in evidence.bought]  # fmt: skip
    return ["\n".join([lead, "", *(f"- {line}" for line in lines)]), _length(evidence.bought[0], language)]


_CASES = Localised("consultas", "requests")
_COST_OF = Localised("**{} {}** cuestan, más o menos:", "**{} {}** cost, more or less:")
_MONTHLY = Localised("**Con {} al mes** te salen, más o menos:", "**{} a month** buy you, more or less:")
_ONCE = Localised("**Con {}** te salen, más o menos:", "**{}** buy you, more or less:")


def _line(item: Bought, purse: Purse, noun: str, language: Language) -> str:
    """ "**X**: 860.000 consultas, a unos 0,00023 USD cada una en DeepInfra"."""
    each = item.each
    if purse.count:
        all_of_it = usd(item.count * each.usd_month, language)
        told = Localised("**{}**: {}, a unos {} por caso en {}", "**{}**: {}, at about {} each from {}")
        return told.in_(language).format(item.card.name, all_of_it, usd(each.usd_month, language), each.provider)
    per_case = {"tokens": each.tokens_in + each.tokens_out, "pages": each.tokens_in / PAGE_TOKENS}.get(purse.of, 1.0)
    count = item.count * per_case
    shown = number(float(f"{count:.2g}") if count >= 1 else 0.0, language, 0)
    if purse.of == "tokens":
        told = Localised("**{}**: {} {} en {}", "**{}**: {} {} from {}")
        return told.in_(language).format(item.card.name, shown, noun, each.provider)
    told = Localised("**{}**: {} {}, a unos {} por caso en {}", "**{}**: {} {}, at about {} each from {}")
    if purse.of == "pages":
        told = Localised("**{}**: {} {}, a unos {} por página en {}", "**{}**: {} {}, at about {} a page from {}")
    paid = usd(each.usd_month / per_case, language)
    return told.in_(language).format(item.card.name, shown, noun, paid, each.provider)


def _length(item: Bought, language: Language) -> str:
    read, written = (number(n, language, 0) for n in (item.each.tokens_in, item.each.tokens_out))
    told = Localised("Cuento {} tokens de entrada y {} de salida por caso", "I count {} tokens in and {} out for each")
    tail = Localised(
        ", que es lo que supongo yo: dime cuánto lees y escribes tú y lo recalculo.",
        ", which is my assumption: tell me how much yours read and write and I will recompute.",
    )
    return told.in_(language).format(read, written) + (tail.in_(language) if item.assumed else ".")
