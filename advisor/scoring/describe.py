"""Words for a factor's score: what it rests on, with the figure, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.domain import formats
from advisor.domain.advice import Cost, Fit
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.language_names import language_name
from advisor.scoring.phrases import both, joined, silence
from advisor.scoring.situation import Situation

TOO_SMALL = Localised("este uso iría mejor desde", "this use would do better from")
"""How a size is called that falls short of the use."""
Evidence = tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the reasons may quote about one card. Percentiles in 0..1; None: not measured."""

    card: Card
    case: Situation
    quality: float | None
    parent: Card | None
    """The measured predecessor whose ability stands in where this card was not measured."""
    measurements: int
    direct: int
    """Of the measurements, those of what this use asks for."""
    spoken: dict[str, float | None]
    fit: Fit | None
    cost: Cost | None

    def known(self, *fields: str) -> Evidence:
        """The first fact of each field, where the card knows it."""
        return tuple((name, fact) for name in fields if (fact := self.card.fact(name)) and fact.known)


def reason(factor: Factor, shown: Shown) -> tuple[Localised, Evidence]:
    return _DESCRIBE[factor](shown)


def _language(shown: Shown) -> tuple[Localised, Evidence]:
    asked = shown.case.languages
    facts = list(shown.known("languages_official", "languages_official_count"))
    if asked:
        for code in asked:
            facts += [
                (name, fact)
                for name in ("languages_measured", "language_arena")
                if (fact := shown.card.fact(name, code))
            ]
        return joined([_spoken(shown, code) for code in asked]), tuple(facts)
    listed = shown.card.texts("languages_official")
    count = max(float(len(listed)), shown.card.number("languages_official_count") or 0.0)
    if not count:
        return silence(shown.card.fact("languages_official"), "qué idiomas admite", "which languages it supports"), ()
    return both("{n} idiomas declarados por el fabricante.", "{n} languages declared by the vendor.", n=count), tuple(
        facts
    )


def _spoken(shown: Shown, code: str) -> Localised:
    es, en = language_name(code, "es"), language_name(code, "en")
    count = shown.card.number("languages_official_count")
    if code in shown.card.texts("languages_official"):
        support = Localised("idioma oficial", "official language")
    elif count and not shown.card.texts("languages_official"):
        support = both(
            "el fabricante declara {n} idiomas sin decir cuáles",
            "the vendor declares {n} languages without naming them",
            n=count,
        )
    else:
        support = Localised("no figura en una lista oficial", "on no official list")
    rank = shown.spoken.get(code)
    if rank is None:
        measured = Localised("sin medidas propias", "not measured")
    else:
        measured = both(
            "medido mejor que el {q_pct} del catálogo", "measured above {q_pct} of the catalogue", q_pct=rank
        )
    return Localised(f"{es}: {support.es}, {measured.es}", f"{en}: {support.en}, {measured.en}")


def _size(shown: Shown) -> tuple[Localised, Evidence]:
    card = shown.card
    total, active = card.number("params_total_b"), card.number("params_active_b")
    facts = shown.known("params_total_b", "params_active_b", "relative_size")
    if total is None:
        text = silence(card.fact("params_total_b"), "cuántos parámetros tiene", "how many parameters it has")
        relative = card.value("relative_size")
        if isinstance(relative, str):
            text = joined([text, Localised(f"solo lo llama «{relative}»", f'it only calls it "{relative}"')])
        return text, facts
    size = both("{n}B de parámetros", "{n}B parameters", n=total)
    if active and active < total:
        size = both(
            "{n}B de parámetros, {a}B activos por token", "{n}B parameters, {a}B active per token", n=total, a=active
        )
    low = shown.case.use.size_low_b
    if total < low:
        use = both(f"{TOO_SMALL.es} unos {{n}}B", f"{TOO_SMALL.en} about {{n}}B", n=low)
    else:
        use = both("este uso va bien desde unos {n}B", "this use does well from about {n}B", n=low)
    return joined([size, use]), facts


def _context(shown: Shown) -> tuple[Localised, Evidence]:
    name = next((n for n in ("context_tokens", "max_input_tokens") if shown.card.number(n) is not None), None)
    if name is None:
        return silence(shown.card.fact("context_tokens"), "su ventana de contexto", "its context window"), ()
    size = shown.card.number(name) or 0.0
    if shown.case.context:
        text = both(
            "Ventana de {a_tok} tokens para los {b_tok} que pides.",
            "A window of {a_tok} tokens for the {b_tok} you ask for.",
            a_tok=size,
            b_tok=shown.case.context,
        )
    elif (held := _held(shown)) and held < min(size, shown.case.use.context):
        text = both(
            "Ventana de {a_tok} tokens, de la que en tu equipo caben unos {b_tok} (estimación); este uso va mejor con {c_tok}.",
            "A window of {a_tok} tokens, of which about {b_tok} fit your machine (estimate); this use does better with {c_tok}.",
            a_tok=size,
            b_tok=held,
            c_tok=float(shown.case.use.context),
        )
    else:
        text = both(
            "Ventana de {a_tok} tokens; este uso va bien con {b_tok}.",
            "A window of {a_tok} tokens; this use does well with {b_tok}.",
            a_tok=size,
            b_tok=float(shown.case.use.context),
        )
    return text, shown.known(name)


def _held(shown: Shown) -> float:
    """Tokens of context that fit the person's machine; 0 where that is not known or nothing is to run there."""
    return float(shown.fit.max_context_tokens or 0) if shown.fit is not None and shown.fit.fits else 0.0


def _customization(shown: Shown) -> tuple[Localised, Evidence]:
    card = shown.card
    facts = shown.known("open_weights", "licence", "commercial_use", "fine_tuning_api", "fine_tuning_methods")
    if card.value("open_weights") is True:
        licence = card.value("licence")
        tail = f" ({licence})" if isinstance(licence, str) else ""
        return Localised(
            f"Pesos abiertos{tail}: se puede ejecutar y ajustar en equipo propio.",
            f"Open weights{tail}: can be run and tuned on own hardware.",
        ), facts
    if card.value("open_weights") is None:
        return silence(card.fact("open_weights"), "si los pesos son abiertos", "whether the weights are open"), facts
    offered = next((fact for fact in card.all("fine_tuning_api") if fact.known and fact.value != "none"), None)
    if offered:
        who = offered.provider or card.vendor
        return Localised(
            f"Cerrado; {who} ofrece ajuste fino por API.", f"Closed; {who} offers fine-tuning by API."
        ), facts
    return Localised(
        "Cerrado: se personaliza con instrucciones y ejemplos.", "Closed: customized with instructions and examples."
    ), facts


def _performance(shown: Shown) -> tuple[Localised, Evidence]:
    card, parts = shown.card, [_quality(shown)]
    facts: list[tuple[str, Fact]] = []
    speed = max(card.all("throughput_tokens_per_s"), key=lambda fact: fact.number or 0.0, default=None)
    if shown.fit and shown.fit.tokens_per_s:
        low, high = (float(f"{end:.2g}") for end in shown.fit.tokens_per_s)
        parts.append(
            both(
                "entre {a} y {b} tokens/s en tu equipo (estimación)",
                "{a} to {b} tokens/s on your hardware (estimate)",
                a=low,
                b=high,
            )
        )
    elif speed and speed.number is not None and not shown.case.local:
        rate, mode = both("{a} tokens/s", "{a} tokens/s", a=round(speed.number)), mode_of(speed.variant)
        parts.append(Localised(f"{rate.es} medidos en API{mode.es}", f"{rate.en} measured by API{mode.en}"))
        facts.append(("throughput_tokens_per_s", speed))
    if shown.cost and not shown.case.local:
        paid = shown.cost
        parts.append(
            both(
                "{i_usd} de entrada y {o_usd} de salida por millón de tokens",
                "{i_usd} in and {o_usd} out per million tokens",
                i_usd=paid.price_in.number or 0.0,
                o_usd=paid.price_out.number or 0.0,
            )
        )
        facts += [("price_in_usd_per_m", paid.price_in), ("price_out_usd_per_m", paid.price_out)]
    facts += [("benchmarks", fact) for fact in card.all("benchmarks")[:4]]
    return joined(parts), tuple(facts)


_MODES = {
    "Non-reasoning": Localised("sin razonar", "non-reasoning"),
    "Reasoning": Localised("razonando", "reasoning"),
    "Max Effort": Localised("esfuerzo máximo", "maximum effort"),
}


def mode_of(variant: str | None) -> Localised:
    """The mode that a measured variant's name ends with, in brackets: " (sin razonar)"; nothing where it names none."""
    found = re.search(r"\(([^()]+)\)$", variant or "")
    if not found:
        return Localised("", "")
    modes = [_MODES.get(part.strip(), Localised(part.strip(), part.strip())) for part in found[1].split(",")]
    es, en = (", ".join(mode.in_(language) for mode in modes) for language in LANGUAGES)
    return Localised(f" ({es})", f" ({en})")


def _quality(shown: Shown) -> Localised:
    if shown.quality is not None:
        return both(
            "calidad medida para este uso mejor que la del {q_pct} del catálogo (pruebas publicadas: {n}; de este uso: {d})",
            "measured quality for this use above {q_pct} of the catalogue (published tests: {n}; on this use: {d})",
            q_pct=shown.quality,
            d=float(shown.direct),
            n=float(shown.measurements),
        )
    if shown.parent:
        return Localised(
            f"nadie ha medido su calidad todavía y se supone la de su antecesor, {shown.parent.name}",
            f"nobody has measured its quality yet and that of its predecessor, {shown.parent.name}, is assumed",
        )
    return Localised("nadie ha medido su calidad", "nobody has measured its quality")


_KINDS = {
    "base": Localised("Modelo base, sin ajustar a instrucciones", "Base model, not instruction-tuned"),
    "instruct": Localised("Ajustado a instrucciones", "Instruction-tuned"),
    "chat": Localised("Ajustado al diálogo", "Dialogue-tuned"),
    "reasoning": Localised("Entrenado para razonar paso a paso", "Trained to reason step by step"),
}


def _training(shown: Shown) -> tuple[Localised, Evidence]:
    kind, released = shown.card.value("training_type"), shown.card.value("release_date")
    text = _KINDS.get(kind) if isinstance(kind, str) else None
    parts = [text or silence(shown.card.fact("training_type"), "su tipo de entrenamiento", "its kind of training")]
    if isinstance(released, str):
        parts.append(
            Localised(
                f"publicado {'el' if released.count('-') == 2 else 'en'} {formats.day(released, 'es')}",
                f"released {formats.day(released, 'en')}",
            )
        )
    return joined(parts), shown.known("training_type", "release_date", "knowledge_cutoff", "alignment")


_ARCHITECTURES = {
    "dense": Localised("Arquitectura densa", "Dense architecture"),
    "moe": Localised("Mezcla de expertos", "Mixture of experts"),
    "hybrid": Localised("Arquitectura híbrida", "Hybrid architecture"),
    "hybrid-moe": Localised("Mezcla de expertos híbrida", "Hybrid mixture of experts"),
    "ssm": Localised("Modelo de espacio de estados", "State-space model"),
    "diffusion": Localised("Modelo de difusión", "Diffusion model"),
}


def _architecture(shown: Shown) -> tuple[Localised, Evidence]:
    fact = shown.card.fact("architecture")
    kind = _ARCHITECTURES.get(str(fact.value)) if fact and fact.known else None
    parts = [kind or silence(fact, "su arquitectura", "its architecture")]
    if shown.fit:
        parts.append(
            both(
                "ocupa {t} de {a} GB con {q} y {c_tok} tokens de contexto (estimación)",
                "takes {t} of {a} GB at {q} with {c_tok} tokens of context (estimate)",
                q=shown.fit.quantization,
                t=round(shown.fit.total_gb, 1),
                a=round(shown.fit.available_gb, 1),
                c_tok=float(shown.fit.context_tokens),
            )
        )
    return joined(parts), shown.known("architecture")


_DESCRIBE = {
    "language": _language,
    "size": _size,
    "context": _context,
    "customization": _customization,
    "performance": _performance,
    "training": _training,
    "architecture": _architecture,
}
