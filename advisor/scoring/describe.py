"""Words for a factor's score: what it rests on, with the figure, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.domain import formats
from advisor.domain.advice import Cost, Fit
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.language import Language, Localised
from advisor.scoring.language_names import language_name
from advisor.scoring.phrases import both, capital
from advisor.scoring.situation import Situation

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
    spoken: dict[str, float | None]
    fit: Fit | None
    cost: Cost | None


def reason(factor: Factor, shown: Shown) -> tuple[Localised, Evidence]:
    return _DESCRIBE[factor](shown)


def _language(shown: Shown) -> tuple[Localised, Evidence]:
    card, case = shown.card, shown.case
    asked = case.needs.names("languages")
    official = card.fact("languages_official")
    listed = card.texts("languages_official")
    facts: list[tuple[str, Fact]] = [("languages_official", official)] if official else []
    if not asked:
        count = len(listed) or card.number("languages_official_count")
        if not count:
            return Localised("No se publica qué idiomas admite.", "Its languages are not published."), tuple(facts)
        if counted := card.fact("languages_official_count"):
            facts.append(("languages_official_count", counted))
        return both(
            "{n} idiomas declarados por el fabricante.", "{n} languages declared by the vendor.", n=count
        ), tuple(facts)
    es: list[str] = []
    en: list[str] = []
    for code in asked:
        for name in ("languages_measured", "language_arena"):
            if fact := card.fact(name, code):
                facts.append((name, fact))
        rank = shown.spoken.get(code)
        support = code in listed
        for lines, lang in ((es, "es"), (en, "en")):
            lines.append(_spoken(language_name(code, lang), support, rank, lang))  # type: ignore[arg-type]
    return Localised("; ".join(es).capitalize() + ".", capital("; ".join(en)) + "."), tuple(facts)


def _spoken(name: str, support: bool, rank: float | None, language: Language) -> str:
    if language == "es":
        official = "idioma oficial" if support else "sin figurar en una lista oficial"
        measured = (
            f"medido mejor que el {formats.percent(rank, 'es')} del catálogo"
            if rank is not None
            else "sin medidas propias"
        )
    else:
        official = "official language" if support else "on no official list"
        measured = (
            f"measured above {formats.percent(rank, 'en')} of the catalogue" if rank is not None else "not measured"
        )
    return f"{name}: {official}, {measured}"


def _size(shown: Shown) -> tuple[Localised, Evidence]:
    card, case = shown.card, shown.case
    total, active = card.fact("params_total_b"), card.fact("params_active_b")
    facts = tuple(
        (n, f)
        for n, f in (
            ("params_total_b", total),
            ("params_active_b", active),
            ("relative_size", card.fact("relative_size")),
        )
        if f
    )
    if not total or total.number is None:
        relative = card.value("relative_size")
        if isinstance(relative, str):
            return Localised(
                f"El fabricante no publica los parámetros; solo lo llama «{relative}».",
                f'The vendor publishes no parameter count; it only calls it "{relative}".',
            ), facts
        return Localised("El fabricante no publica los parámetros.", "The vendor publishes no parameter count."), facts
    low = case.use.size_low_b
    if active and active.number and active.number < total.number:
        text = both(
            "{n} mil millones de parámetros, {a} activos por token",
            "{n}B parameters, {a}B active per token",
            n=total.number,
            a=active.number,
        )
    else:
        text = both("{n} mil millones de parámetros", "{n}B parameters", n=total.number)
    tier = both("este uso va cómodo desde unos {n}B", "this use is comfortable from about {n}B", n=low)
    return Localised(f"{text.es}; {tier.es}.", f"{text.en}; {tier.en}."), facts


def _context(shown: Shown) -> tuple[Localised, Evidence]:
    card, case = shown.card, shown.case
    fact = card.fact("context_tokens")
    name = "context_tokens"
    if not fact or fact.number is None:
        fact, name = card.fact("max_input_tokens"), "max_input_tokens"
    if not fact or fact.number is None:
        return Localised("La ventana de contexto no se publica.", "The context window is not published."), ()
    if case.context:
        text = both(
            "Ventana de {a_tok} tokens para los {b_tok} que pides.",
            "A window of {a_tok} tokens for the {b_tok} you ask for.",
            a_tok=fact.number,
            b_tok=case.context,
        )
    else:
        text = both(
            "Ventana de {a_tok} tokens; este uso va bien con {b_tok}.",
            "A window of {a_tok} tokens; this use does well with {b_tok}.",
            a_tok=fact.number,
            b_tok=float(case.use.context),
        )
    return text, ((name, fact),)


def _customization(shown: Shown) -> tuple[Localised, Evidence]:
    card = shown.card
    names = ("open_weights", "licence", "commercial_use", "fine_tuning_api", "fine_tuning_methods")
    facts = tuple((n, f) for n in names if (f := card.fact(n)) and f.known)
    if card.value("open_weights") is True:
        licence = card.value("licence")
        tail = f" ({licence})" if isinstance(licence, str) else ""
        return Localised(
            f"Pesos abiertos{tail}: se puede ejecutar y ajustar en equipo propio.",
            f"Open weights{tail}: can be run and tuned on own hardware.",
        ), facts
    if card.value("open_weights") is False:
        if any(n == "fine_tuning_api" for n, _ in facts):
            return Localised(
                "Cerrado; el proveedor ofrece ajuste fino por API.", "Closed; the provider offers fine-tuning by API."
            ), facts
        return Localised(
            "Cerrado: se personaliza con instrucciones y ejemplos.",
            "Closed: customized with instructions and examples.",
        ), facts
    return Localised("No consta si los pesos son abiertos.", "Whether the weights are open is not known."), facts


def _performance(shown: Shown) -> tuple[Localised, Evidence]:
    card, case = shown.card, shown.case
    es: list[str] = []
    en: list[str] = []
    if shown.quality is None:
        es.append("sin medidas de calidad independientes")
        en.append("no independent quality measurements")
        if shown.parent:
            es[-1] += f"; a la espera de ellas se supone la de su antecesor, {shown.parent.name}"
            en[-1] += f"; until there are, that of its predecessor, {shown.parent.name}, is assumed"
    else:
        q = both(
            "calidad medida para este uso mejor que el {q_pct} del catálogo ({n} medidas)",
            "measured quality for this use above {q_pct} of the catalogue ({n} measurements)",
            q_pct=shown.quality,
            n=shown.measurements,
        )
        es.append(q.es)
        en.append(q.en)
    facts: list[tuple[str, Fact]] = []
    if shown.fit and shown.fit.tokens_per_s:
        low, high = shown.fit.tokens_per_s
        s = both(
            "unos {a}-{b} tokens/s en tu equipo (estimación)",
            "about {a}-{b} tokens/s on your hardware (estimate)",
            a=float(f"{low:.2g}"),
            b=float(f"{high:.2g}"),
        )
        es.append(s.es)
        en.append(s.en)
    elif speed := card.fact("throughput_tokens_per_s"):
        if speed.number is not None:
            s = both("{a} tokens/s medidos en API", "{a} tokens/s measured by API", a=round(speed.number))
            es.append(s.es)
            en.append(s.en)
            facts.append(("throughput_tokens_per_s", speed))
    if shown.cost and not case.local:
        c = both(
            "{i_usd} de entrada y {o_usd} de salida por millón de tokens",
            "{i_usd} in and {o_usd} out per million tokens",
            i_usd=shown.cost.price_in.number or 0.0,
            o_usd=shown.cost.price_out.number or 0.0,
        )
        es.append(c.es)
        en.append(c.en)
        facts += [("price_in_usd_per_m", shown.cost.price_in), ("price_out_usd_per_m", shown.cost.price_out)]
    facts += [("benchmarks", fact) for fact in card.all("benchmarks")[:4]]
    return Localised(capital("; ".join(es)) + ".", capital("; ".join(en)) + "."), tuple(facts)


_KINDS = {
    "base": Localised("Modelo base, sin ajustar a instrucciones", "Base model, not instruction-tuned"),
    "instruct": Localised("Ajustado a instrucciones", "Instruction-tuned"),
    "chat": Localised("Ajustado al diálogo", "Dialogue-tuned"),
    "reasoning": Localised("Entrenado para razonar paso a paso", "Trained to reason step by step"),
}


def _training(shown: Shown) -> tuple[Localised, Evidence]:
    card = shown.card
    kind = card.value("training_type")
    facts = tuple(
        (n, f)
        for n in ("training_type", "release_date", "knowledge_cutoff", "alignment")
        if (f := card.fact(n)) and f.known
    )
    text = _KINDS.get(kind) if isinstance(kind, str) else None
    text = text or Localised("El tipo de entrenamiento no se publica", "The kind of training is not published")
    released = card.value("release_date")
    if isinstance(released, str):
        return Localised(
            f"{text.es}; publicado en {formats.day(released, 'es')}.",
            f"{text.en}; released {formats.day(released, 'en')}.",
        ), facts
    return Localised(f"{text.es}.", f"{text.en}."), facts


_ARCHITECTURES = {
    "dense": Localised("Arquitectura densa", "Dense architecture"),
    "moe": Localised("Mezcla de expertos", "Mixture of experts"),
    "hybrid": Localised("Arquitectura híbrida", "Hybrid architecture"),
    "hybrid-moe": Localised("Mezcla de expertos híbrida", "Hybrid mixture of experts"),
    "ssm": Localised("Modelo de espacio de estados", "State-space model"),
    "diffusion": Localised("Modelo de difusión", "Diffusion model"),
}


def _architecture(shown: Shown) -> tuple[Localised, Evidence]:
    card = shown.card
    fact = card.fact("architecture")
    facts: Evidence = (("architecture", fact),) if fact else ()
    kind = _ARCHITECTURES.get(str(fact.value)) if fact and fact.known else None
    kind = kind or Localised("El fabricante no publica la arquitectura", "The vendor does not publish the architecture")
    if shown.fit is None:
        return Localised(f"{kind.es}.", f"{kind.en}."), facts
    return Localised(f"{kind.es}; {_memory(shown.fit).es}", f"{kind.en}; {_memory(shown.fit).en}"), facts


def _memory(fit: Fit) -> Localised:
    return both(
        f"ocupa {{t}} de {{a}} GB con {fit.quantization} y {{c_tok}} tokens de contexto (estimación).",
        f"takes {{t}} of {{a}} GB at {fit.quantization} with {{c_tok}} tokens of context (estimate).",
        t=round(fit.total_gb, 1),
        a=round(fit.available_gb, 1),
        c_tok=float(fit.context_tokens),
    )


_DESCRIBE = {
    "language": _language,
    "size": _size,
    "context": _context,
    "customization": _customization,
    "performance": _performance,
    "training": _training,
    "architecture": _architecture,
}
