"""What a model takes by quantization and context, as a table, and the longest context that fits."""

from __future__ import annotations

from advisor.domain.advice import Footprint, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, tokens
from advisor.domain.language import Localised


def footprint(verdict: Verdict | None, evidence: Evidence, name: str) -> list[str]:
    """The table with what fits in bold, after how much context the ranking's own quantization leaves room for."""
    found, language = evidence.footprints, evidence.language
    if not found or "memory" not in evidence.asked_fields:
        return []
    quantizations = list(dict.fromkeys(f.quantization for f in found))
    contexts = list(dict.fromkeys(f.context_tokens for f in found))
    lead = Localised(
        "**Memoria que pide {}**, por cuantización y contexto (GB, estimación)",
        "**Memory that {} takes**, by quantization and context (GB, estimated)",
    )
    bold = Localised("; en negrita, lo que cabe entero en {}", "; in bold, what fits whole in {}")
    told = lead.in_(language).format(name)
    room = _room(evidence)
    if room and found[0].fits is not None:
        told += bold.in_(language).format(room)
    by = {(f.quantization, f.context_tokens): f for f in found}
    head = ["", *(f"{tokens(c, language)}" for c in contexts)]
    rows = [[q, *(_cell(by[q, c], evidence) for c in contexts)] for q in quantizations]
    table = [head, ["---"] * len(head), *rows]
    lines = "\n".join("| " + " | ".join(row) + " |" for row in table)
    return [f"{told}:\n\n{lines}", *_longest(verdict, evidence), *_at_once(verdict, evidence)]


def _cell(found: Footprint, evidence: Evidence) -> str:
    shown = number(found.total_gb, evidence.language, 1)
    return f"**{shown}**" if found.fits else shown


def _room(evidence: Evidence) -> str:
    """The fast memory there is, in words."""
    es, needs = evidence.language == "es", evidence.needs
    card, ram = needs.number("vram_gb"), needs.number("ram_gb")
    fit = next((v.recommendation.fit for v in evidence.verdicts if v.recommendation and v.recommendation.fit), None)
    if card:
        shown = number(card, evidence.language, 1)
        return f"los {shown} GB de tu gráfica" if es else f"the {shown} GB of your card"
    if ram and fit:
        usable, whole = (number(gb, evidence.language, 1) for gb in (fit.available_gb, ram))
        return (
            f"los {usable} GB aprovechables de tus {whole}" if es else f"the {usable} GB usable out of your {whole} GB"
        )
    return ""


def _at_once(verdict: Verdict | None, evidence: Evidence) -> list[str]:
    """How many conversations of the length reckoned with have their cache in what the weights leave free."""
    item = verdict.recommendation if verdict else None
    fit = item.fit if item else None
    if "at_once" not in evidence.asked_fields or fit is None or not fit.fits or fit.kv_cache_gb <= 0:
        return []
    count = max(int((fit.available_gb - fit.weights_gb - fit.overhead_gb) / fit.kv_cache_gb), 1)
    text = Localised(
        "Con {}, en lo que dejan libre los pesos cabe la memoria de unas {} conversaciones a la vez de {} tokens cada una "
        "(estimación). La velocidad se reparte entre ellas.",
        "At {}, what the weights leave free holds the memory of about {} conversations at once of {} tokens each (estimated). "
        "They share the speed.",
    )
    shown = number(count, evidence.language, 0), tokens(fit.context_tokens, evidence.language)
    return [text.in_(evidence.language).format(fit.quantization, *shown)]


def _longest(verdict: Verdict | None, evidence: Evidence) -> list[str]:
    item = verdict.recommendation if verdict else None
    fit = item.fit if item else None
    if item is None or fit is None or not fit.fits or not fit.max_context_tokens:
        return []
    text = Localised(
        "Con {}, la que he elegido para tu equipo, caben hasta {} tokens de contexto (estimación).",
        "At {}, which I chose for your machine, up to {} tokens of context fit (estimated).",
    )
    if fit.placement == "partial_offload":
        text = Localised(
            "Con {} y parte del modelo en la RAM, caben hasta {} tokens de contexto (estimación).",
            "At {} and with part of the model in RAM, up to {} tokens of context fit (estimated).",
        )
    shown = tokens(fit.max_context_tokens, evidence.language)
    return [text.in_(evidence.language).format(fit.quantization, shown)]
