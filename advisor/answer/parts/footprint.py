"""What a model takes by quantization and context: what was asked of it in a sentence, then the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from advisor.answer.parts.phrases import listed
from advisor.domain.advice import Fit, Footprint, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, tokens
from advisor.domain.language import Localised
from advisor.scoring.memory import BY_NAME, weights_gb

_ASKED = (
    ("Q4_K_M", r"q4\w*|4[\s-]?bits?|int4|awq|gptq|nf4|[ie]n 4 bits?"),
    ("Q5_K_M", r"q5\w*|5[\s-]?bits?"),
    ("Q6_K", r"q6\w*|6[\s-]?bits?"),
    ("Q8_0", r"q8\w*|8[\s-]?bits?|fp8|int8"),
    ("fp16", r"fp16|bf16|16[\s-]?bits?|f16|full precision|sin (?:cuantizar|comprimir)|unquanti[sz]ed|uncompressed"),
)
"""How people call a quantization, by the row of the table that answers."""
_FEW = r"q[123]\w*|i?q[123]_\w+|[123][\s-]?bits?"
"""Fewer bits than are reckoned with."""
_CONTEXT = re.compile(r"\b(?:contexto|context|ctx|tokens|ventana|window)\b", re.IGNORECASE)
_LENGTH = re.compile(r"(?<![\w.,])(\d{1,3}) ?k\b", re.IGNORECASE)
"""A length that is named beside it: what fits with it is in the table."""


def footprint(verdict: Verdict | None, evidence: Evidence, name: str) -> list[str]:
    """The answer to what was asked (a quantization, how much context, how many at once), then the table with what fits in
    bold; without it where only the conversations at once were asked for."""
    found = evidence.footprints
    if not found or "memory" not in evidence.asked_fields:
        return []
    fit = verdict.fit if verdict else None
    if "at_once" in evidence.asked_fields and (told := _at_once(fit, evidence, name)):
        return told
    lead = _quantized(evidence, name) or _longest(fit, evidence, name)
    return [*lead, _table(evidence, name)]


def room_for_context(verdict: Verdict | None, evidence: Evidence) -> list[str]:
    """Where a window is asked of what runs at home: how much of it the machine has room for."""
    fit = verdict.fit if verdict else None
    asked = "context_tokens" in evidence.asked_fields and "memory" not in evidence.asked_fields
    if verdict is None or fit is None or not asked or not fit.fits or not fit.max_context_tokens:
        return []
    text = Localised(
        "En tu equipo, con {}, a **{}** le caben hasta {} tokens de contexto (estimación).",
        "On your machine, at {}, **{}** has room for up to {} tokens of context (estimated).",
    )
    shown = tokens(fit.max_context_tokens, evidence.language)
    return [text.in_(evidence.language).format(fit.quantization, verdict.card.name, shown)]


def quantization_asked(evidence: Evidence) -> bool:
    """Whether the answer opens with whether one fits at a quantization that was named."""
    return "memory" in evidence.asked_fields and any(_is_asked(words, evidence) for _, words in _ASKED)


def _is_asked(words: str, evidence: Evidence) -> bool:
    return re.search(rf"(?<![\w.])(?:{words})(?!\w)", evidence.text, re.IGNORECASE) is not None


def _table(evidence: Evidence, name: str) -> str:
    found, language = evidence.footprints, evidence.language
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
    return f"{told}:\n\n{lines}"


def _cell(found: Footprint, evidence: Evidence) -> str:
    shown = number(found.total_gb, evidence.language, 1)
    return f"**{shown}**" if found.fits else shown


def _room(evidence: Evidence) -> str:
    """The fast memory there is, in words."""
    es, needs = evidence.language == "es", evidence.needs
    card, ram = needs.number("vram_gb"), needs.number("ram_gb")
    fit = next((v.fit for v in evidence.verdicts if v.fit), None)
    if card:
        shown = number(card, evidence.language, 1)
        return f"los {shown} GB de tu gráfica" if es else f"the {shown} GB of your card"
    if ram and fit:
        usable, whole = (number(gb, evidence.language, 1) for gb in (fit.available_gb, ram))
        return (
            f"los {usable} GB aprovechables de tus {whole}" if es else f"the {usable} GB usable out of your {whole} GB"
        )
    return ""


def _quantized(evidence: Evidence, name: str) -> list[str]:
    """ "¿y a Q8?": what that takes with a short and with the longest context of the table, and whether it fits."""
    language = evidence.language
    if few := re.search(rf"(?<![\w.])(?:{_FEW})(?!\w)", evidence.text, re.I):
        return _below(evidence, name, few.group())
    wanted = [row for row, words in _ASKED if _is_asked(words, evidence)]
    if len(wanted) > 1:
        return _between(evidence, name, wanted)
    own = [f for f in evidence.footprints if f.quantization in wanted[:1]]
    if len(wanted) != 1 or not own:
        return []
    told = _TAKES.in_(language).format(
        wanted[0], name, *_sized(own[0], evidence), *(_sized(own[-1], evidence) if len(own) > 1 else ("", ""))
    )
    if len(own) == 1:
        told = _TAKES_ONCE.in_(language).format(wanted[0], name, *_sized(own[0], evidence))
    room = _room(evidence)
    if not room or own[0].fits is None:
        return [told]
    if not own[0].fits:
        return [f"{told} {_FITS_NOT.in_(language).format(room)}{_spilt(own[0], evidence)}"]
    longest = own[0].longest
    held = _UP_TO.in_(language).format(tokens(longest, language)) if longest else ""
    return [f"{told} {_FITS.in_(language).format(room, held)}"]


def _between(evidence: Evidence, name: str, wanted: Sequence[str]) -> list[str]:
    """ "Q8 or Q4?": what each takes with a short context, and which to take."""
    language = evidence.language
    own = {f.quantization: f for f in reversed(evidence.footprints) if f.quantization in wanted}  # the shortest context
    each = [
        Localised("{} GB con {}", "{} GB at {}").in_(language).format(number(f.total_gb, language, 1), quantization)
        for quantization, f in sorted(own.items(), key=lambda pair: pair[1].total_gb)
    ]
    shortest = tokens(min(f.context_tokens for f in own.values()), language)
    told = _EACH.in_(language).format(name, listed(each, language), shortest)
    fitting = sorted((f for f in own.values() if f.fits), key=lambda f: f.total_gb)
    if any(f.fits is None for f in own.values()):
        return [f"{told} {_FINER.in_(language)}"]
    if len(fitting) == len(own):
        return [
            f"{told} {_ALL_FIT.in_(language).format(fitting[-1].quantization, fitting[0].quantization)} {_FINER.in_(language)}"
        ]
    if fitting:
        return [f"{told} {_ONE_FITS.in_(language).format(listed([f.quantization for f in fitting], language))}"]
    return [f"{told} {_NONE_FITS.in_(language)}"]


_EACH = Localised(
    "**{}** pide {}, con {} tokens de contexto (estimación).", "**{}** takes {}, with {} tokens of context (estimated)."
)
_ALL_FIT = Localised(
    "Cabe con todas: {} si la velocidad te basta, {} si quieres más velocidad o más contexto.",
    "It fits with each of them: {} if it is fast enough for you, {} if you want more speed or more context.",
)
_FINER = Localised(
    "A 8 bits apenas se pierde nada; a 4, un poco.", "At 8 bits hardly anything is lost; at 4, a little."
)
_ONE_FITS = Localised("En tu equipo cabe entero con {}.", "On your machine it fits whole at {}.")
_NONE_FITS = Localised("En tu equipo no cabe entero con ninguna.", "On your machine it fits whole at neither.")


def _below(evidence: Evidence, name: str, said: str) -> list[str]:
    """Below 4 bits nothing is recommended; of 3 bits the weights alone are told."""
    language = evidence.language
    params = next((card.number("params_total_b") for card in evidence.cards[:1]), None)
    told = _COARSE.in_(language)
    if params and re.search("3", said):
        gb = number(float(weights_gb(np.array([params]), BY_NAME["Q3_K_M"])[0]), language, 1)
        told = f"{_THREE.in_(language).format(name, gb)} {told}"
    return [told]


_THREE = Localised(
    "Con Q3_K_M, solo los pesos de **{}** serían unos {} GB (estimación), más el contexto.",
    "At Q3_K_M, the weights of **{}** alone would be about {} GB (estimated), context on top.",
)
_COARSE = Localised(
    "Por debajo de 4 bits no recomiendo nada: la calidad se resiente a la vista, y un modelo más pequeño a 4 bits suele rendir más.",
    "Below 4 bits I recommend nothing: quality suffers visibly, and a smaller model at 4 bits usually does better.",
)


def _spilt(found: Footprint, evidence: Evidence) -> str:
    """Whether it would run with a part in main memory, where there is such."""
    fit = next((v.fit for v in evidence.verdicts if v.fit and v.fit.placement == "partial_offload"), None)
    if fit is None:
        return ""
    text = _WITH_RAM if found.total_gb <= fit.available_gb else _NOT_WITH_RAM
    return " " + text.in_(evidence.language).format(number(fit.available_gb, evidence.language, 1))


_WITH_RAM = Localised(
    "Entra repartido con la RAM ({} GB aprovechables en total), más despacio.",
    "It goes in with a part in RAM ({} GB usable in all), more slowly.",
)
_NOT_WITH_RAM = Localised(
    "Tampoco repartido con la RAM ({} GB aprovechables en total).", "Nor with a part in RAM ({} GB usable in all)."
)


def _sized(found: Footprint, evidence: Evidence) -> tuple[str, str]:
    return number(found.total_gb, evidence.language, 1), tokens(found.context_tokens, evidence.language)


_TAKES = Localised(
    "Con {}, **{}** pide unos {} GB con {} tokens de contexto y unos {} con {} (estimación).",
    "At {}, **{}** takes about {} GB with {} tokens of context and about {} with {} (estimated).",
)
_TAKES_ONCE = Localised(
    "Con {}, **{}** pide unos {} GB con {} tokens de contexto (estimación).",
    "At {}, **{}** takes about {} GB with {} tokens of context (estimated).",
)
_FITS = Localised("Cabe en {}{}.", "It fits in {}{}.")
_FITS_NOT = Localised("No cabe entero en {}.", "It does not fit whole in {}.")
_UP_TO = Localised(", con hasta {} tokens de contexto", ", with up to {} tokens of context")


def _at_once(fit: Fit | None, evidence: Evidence, name: str) -> list[str]:
    """How many conversations of the length reckoned with have their cache in what the weights leave free."""
    language = evidence.language
    if fit is None or fit.kv_cache_gb <= 0:
        return []
    if not fit.fits:
        return [_NOT_EVEN_ONE.in_(language).format(name)]
    free = fit.available_gb - fit.weights_gb - fit.overhead_gb
    text = Localised(
        "**{}** con {}: en los {} GB que dejan libres los pesos cabe la memoria de unas {} conversaciones a la vez de {} tokens cada "
        "una (estimación). La velocidad se reparte entre ellas, y como casi nunca escriben todos a la vez, las personas pueden ser más.",
        "**{}** at {}: the {} GB that the weights leave free hold the memory of about {} conversations at once of {} tokens each "
        "(estimated). They share the speed, and as people hardly ever write all at once, there can be more of them.",
    )
    count = max(int(free / fit.kv_cache_gb), 1)
    if count == 1:
        text = Localised(
            "**{}** con {}: en los {} GB que dejan libres los pesos cabe la memoria de una sola conversación{} de {} tokens "
            "(estimación); las demás esperarían su turno.",
            "**{}** at {}: the {} GB that the weights leave free hold the memory of a single conversation{} of {} tokens "
            "(estimated); the others would wait their turn.",
        )
    shown = "" if count == 1 else number(count, language, 0)
    gb, each = number(max(free, 0.0), language, 1), tokens(fit.context_tokens, language)
    return [text.in_(language).format(name, fit.quantization, gb, shown, each)]


_NOT_EVEN_ONE = Localised(
    "**{}** no cabe en tu equipo ni para una sola conversación.",
    "**{}** does not fit your machine even for a single conversation.",
)


def _longest(fit: Fit | None, evidence: Evidence, name: str) -> list[str]:
    """How much context fits at the quantization chosen for the machine; at the others too, where that is asked."""
    language = evidence.language
    if fit is None or not fit.fits or not fit.max_context_tokens:
        return []
    text = Localised(
        "**{name}** pide unos {total} GB con {quantization}, la que he elegido para tu equipo, y le caben hasta {context} tokens de contexto "
        "(estimación){more}.{left}",
        "**{name}** takes about {total} GB at {quantization}, which I chose for your machine, and has room for up to {context} tokens of "
        "context (estimated){more}.{left}",
    )
    if fit.placement == "partial_offload":
        text = Localised(
            "**{name}** pide unos {total} GB con {quantization}, parte de ellos en la RAM, y le caben hasta {context} tokens de contexto "
            "(estimación){more}.",
            "**{name}** takes about {total} GB at {quantization}, part of them in RAM, and has room for up to {context} tokens of context "
            "(estimated){more}.",
        )
    same = (fit.quantization, fit.max_context_tokens)
    others = {f.quantization: f.longest for f in evidence.footprints if not {f.quantization, f.longest} & set(same)}
    each = [
        Localised("unos {} con {}", "about {} at {}").in_(language).format(tokens(longest, language), quantization)
        for quantization, longest in others.items()
        if longest
    ]
    asked = _CONTEXT.search(evidence.text) and not _LENGTH.search(evidence.text)
    more = f"; {listed(each, language)}" if asked and each and fit.placement != "partial_offload" else ""
    free = fit.available_gb - fit.total_gb
    spare = Localised(" Te sobran unos {} GB de los {}.", " About {} of the {} GB stay free.")
    left = spare.in_(language).format(*(number(gb, language, 1) for gb in (free, fit.available_gb)))
    told = text.in_(language).format(
        name=name,
        total=number(fit.total_gb, language, 1),
        quantization=fit.quantization,
        context=tokens(fit.max_context_tokens, language),
        more=more,
        left=left if free > 0 and _SPARE.search(evidence.text) else "",
    )
    return [told]


_SPARE = re.compile(r"\b(?:sobra\w*|libres?|queda\w*|free|left|spare|headroom|margin|margen)\b", re.IGNORECASE)
"""Asks how much of the memory stays free."""
