"""One supported number, and those of texts, fits and costs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity, find_quantities
from advisor.answer.claims.roles import find_roles, roles_of
from advisor.answer.claims.traits import languages_in
from advisor.domain.advice import Cost, Fit, Footprint
from advisor.domain.language import Language

PAGE_TOKENS = 100_000 / 300
"""The guide's rule of thumb: 100K tokens are about 300 pages."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One supported number. `model` None: of the guide, the catalogue or the person. `high`: end of a range.

    `field` is a card's field, "score", "fit.total" ..., or "" where the figure stands in a text. `tags`/`must`: see roles.
    `words`: what the text around it talks about. `name`: benchmark or language. `sources`: citation numbers.
    """

    unit: str
    value: float
    model: str | None
    field: str = ""
    high: float | None = None
    iso: str = ""
    tags: frozenset[str] = frozenset()
    must: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    """What a passage of the guide talks about as a whole."""
    name: str = ""
    kind: str = "declared"
    languages: frozenset[str] = frozenset()
    """The human languages that a text names beside it."""
    variant: str = ""
    """The version of the model that was measured, folded."""
    test: str = ""
    """The name of the test alone, without the variant that was tested."""
    sources: frozenset[int] = frozenset()
    part: str = ""
    """Which end of a range a text states: "low", "high" or "" for none."""
    labels: frozenset[str] = frozenset()
    """What a passage names beside it: "6 GB with QLoRA"."""
    other_labels: frozenset[str] = frozenset()
    """What it names beside the other figures of the same sentence."""
    sizes: frozenset[float] = frozenset()
    """The parameter counts that a passage names with a memory: "some 6 GB for a 7B model"; of a footprint, its context."""
    rivals: frozenset[str] = frozenset()
    """All providers that the field has facts of, as bare letters and digits."""


def is_volume(figure: Figure, told: frozenset[str]) -> bool:
    """Whether a text tells the tokens of a month's work, which are no window, where a window is spoken of."""
    sided = figure.unit == "tokens" and bool(figure.tags & {"input", "output"})
    return sided and not figure.field and "context" in told - figure.tags


def is_dated(figure: Figure) -> bool:
    """ "The idea dates from a 2020 paper": a date of a text, whatever it is the date of."""
    return figure.unit == "date" and not figure.model and not figure.field


_STOP = frozenset(
    fold(
        """
        para como este esta estos estas pero sobre entre desde hasta cada unos unas mucho menos segun donde
        cuando tiene with that this from have than them they your about which when where what more most less
        model models modelo modelos
        """
    ).split()
)


def content_words(folded: str) -> frozenset[str]:
    """Five-letter beginnings of the words that carry meaning."""
    return frozenset(w[:5] for w in re.findall(r"[a-z]{4,}", folded) if w not in _STOP)


def fit_figures(model: str, fit: Fit, cited: frozenset[int]) -> Iterator[Figure]:
    memory = frozenset({"memory"})
    for field, value, extra in (
        ("fit.total", fit.total_gb, {"total", "usage"}),
        ("fit.weights", fit.weights_gb, {"weights", "usage"}),
        ("fit.kv", fit.kv_cache_gb, {"kv", "usage"}),
        ("fit.available", fit.available_gb, {"free", "own"}),
    ):
        must = frozenset({"kv"}) if field == "fit.kv" else frozenset[str]()
        yield Figure("GB", value, model, field, tags=memory | extra, must=must, kind="estimated", sources=cited)
    spare = fit.available_gb - fit.total_gb
    if spare > 0:
        yield Figure(
            "GB", spare, model, "fit.spare", tags=memory | {"free"}, must=frozenset({"free"}), kind="estimated"
        )
    for field, tokens in (("fit.context", fit.context_tokens), ("fit.max_context", fit.max_context_tokens)):
        if tokens:
            tags = frozenset({"context", "input", "own"})
            yield Figure("tokens", tokens, model, field, tags=tags, kind="estimated", sources=cited)
    if fit.tokens_per_s:
        low, high = fit.tokens_per_s
        yield Figure(
            "tokens/s",
            low,
            model,
            "fit.speed",
            high=high,
            tags=frozenset({"speed", "output"}),
            kind="estimated",
            sources=cited,
        )
    bits = re.search(r"(\d+)", fit.quantization)
    if bits:
        yield Figure("bits", float(bits.group(1)), model, "fit.bits", kind="estimated", sources=cited)


def cost_figures(model: str, cost: Cost, cited: frozenset[int]) -> Iterator[Figure]:
    tags = frozenset({"price", "total"}) if cost.once else frozenset({"price", "month", "total"})
    unit, spent = ("usd", "cost.once") if cost.once else ("usd/month", "cost.month")
    yield Figure(unit, cost.usd_month, model, spent, tags=tags, kind="estimated", sources=cited)
    if cost.once:  # how much is read and written stands in the basis
        return
    for field, tokens, tag in (("cost.in", cost.tokens_in, "input"), ("cost.out", cost.tokens_out, "output")):
        yield Figure("tokens/month", tokens, model, field, tags=frozenset({tag, "month"}), sources=cited)
    yield Figure(
        "tokens/month", cost.tokens_in + cost.tokens_out, model, "cost.tokens", tags=frozenset({"total"}), sources=cited
    )


def each_figure(model: str, each: Cost, cited: frozenset[int]) -> Figure:
    """What one case costs, where a ceiling was set for it."""
    return Figure(
        "usd/other", each.usd_month, model, "cost.each", tags=frozenset({"price"}), kind="estimated", sources=cited
    )


def footprint_figures(model: str, found: Footprint, cited: frozenset[int]) -> Iterator[Figure]:
    """What a model takes at one quantization and context; `labels` and `sizes` hold which."""
    tags = frozenset({"memory", "total", "usage"})
    bits = re.search(r"\d+", found.quantization)
    said = {fold(found.quantization), fold(found.quantization.partition("_")[0])}
    said |= {f"{bits.group()} bit", f"{bits.group()} bits", f"{bits.group()}-bit"} if bits else set()
    yield Figure("GB", found.total_gb, model, "footprint", tags=tags, kind="estimated", labels=frozenset(said),
                 sizes=frozenset({float(found.context_tokens)}), sources=cited)  # fmt: skip
    lengths = frozenset({"context", "input", "own"})
    yield Figure("tokens", found.context_tokens, model, "fit.context", tags=lengths, kind="estimated", sources=cited)
    if bits:
        yield Figure("bits", float(bits.group()), model, "fit.bits", kind="estimated", sources=cited)


_OF_USE = re.compile(r"\b(?:este uso|this use) (?:va|iria|does|would|pide|asks|needs|necesita)\b")
_FITTED = re.compile(r"\b(?:gb|vram|\w*bits?|q\d\w*)\b")
_GUESSED = re.compile(r"\b(?:estim\w+|calcul\w+)")
_THERE = re.compile(r"\b(?:caben|tienes|hay|you have)\s+$")
_THERE_AFTER = re.compile(r"\s*(?:fits?|(?:are|is)? ?available|disponibles|libres)\b")
_OUT_OF = re.compile(r"\s*(?:gb)?\s*(?:de|of|out of)\s*(?:los |tus |your |the )?")


_ITEM = re.compile(r"(?:,\s|;|\s(?:y|e|and)\s)(?![^()]*\))")
_LABEL = re.compile(r"(?<![\w.-])(?=[\w.-]*[A-Z][\w.-]*[A-Z]|[\w.-]*[A-Za-z][\w.-]*\d)[A-Za-z](?:[\w.-]*\w)?")
_NO_LABELS = frozenset(
    ("gb", "gib", "mb", "usd", "gpu", "gpus", "vram", "ram", "api", "llm", "llms", "ia", "ai", "pdf")
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of a list, with the technical names in it and the units of its figures."""

    end: int
    named: frozenset[str]
    units: frozenset[str]


def _items(sentence: str, quantities: list[Quantity]) -> Iterator[_Item]:
    """ "16 GB with LoRA and 6 GB with QLoRA" has two. A name ahead of all figures is of all of them, if no other item has one."""
    start, ahead = 0, quantities[0].start
    parts: list[tuple[int, int, list[re.Match[str]]]] = []
    for end in (*(m.start() for m in _ITEM.finditer(sentence)), len(sentence)):
        found = [m for m in _LABEL.finditer(sentence, start, end) if fold(m.group()) not in _NO_LABELS]
        parts.append((start, end, found))
        start = end
    firsts = [next((q.start for q in quantities if a <= q.start < b), a) for a, b, _ in parts]
    leads = any(m.end() <= q for (a, _, found), q in zip(parts, firsts, strict=True) for m in found if ahead < a)
    for start, end, found in parts:
        kept = (fold(m.group()) for m in found if leads or m.start() > ahead)
        yield _Item(end, frozenset(kept), frozenset(q.unit for q in quantities if start <= q.start < end))


def _labels(quantity: Quantity, items: list[_Item]) -> tuple[frozenset[str], frozenset[str]]:
    """The names beside a figure and those beside others of its unit in other items; none where it is the only one."""
    mine = next((item for item in items if quantity.start < item.end), None)
    others = [item.named for item in items if item is not mine and quantity.unit in item.units]
    if mine is None or not others:
        return frozenset(), frozenset()
    return mine.named, frozenset[str]().union(*others) - mine.named


_THOUSANDS = {"es": re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)"), "en": re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")}


def settled(folded: str, quantity: Quantity, language: Language) -> tuple[tuple[float, float], ...]:
    """A figure of our own texts has one reading, that of their language: "2.800B" is no 2.8 in Spanish."""
    if len(quantity.readings) < 2:
        return quantity.readings or ((0.0, 0.0),)
    grouped = _THOUSANDS[language].search(folded, quantity.start, quantity.end)
    return (max(quantity.readings) if grouped else min(quantity.readings),)


def text_figures(text: str, language: Language, model: str | None, cited: Iterable[int]) -> Iterator[Figure]:
    """The figures that a text of the evidence states, with the words around each."""
    numbers = frozenset(cited)
    around = content_words(fold(text)) if model is None else frozenset[str]()
    for sentence in re.split(r"(?<=[.!?;])\s+|\n+", text):
        folded = fold(sentence)
        quantities: list[Quantity] = find_quantities(folded, language)
        words = content_words(folded) if quantities else frozenset[str]()
        limits = frozenset({"limit"}) if _OF_USE.search(folded) else frozenset[str]()
        spoken = languages_in(folded) if quantities else frozenset[str]()
        guessed = bool(_GUESSED.search(folded))
        fitted = frozenset({"fitted"}) if _FITTED.search(folded) else frozenset[str]()
        items = list(_items(sentence, quantities)) if len(quantities) > 1 and model is None else []
        methods = {role for _, role in find_roles(folded)} & {"lora", "full"} if quantities else set()
        sizes = frozenset(v for q in quantities if q.unit == "params" for v, _ in q.readings[:1])
        for i, (quantity, found) in enumerate(zip(quantities, roles_of(folded, quantities), strict=True)):
            there = _THERE.search(folded[: quantity.start]) or _THERE_AFTER.match(folded, quantity.end)
            of = i > 0 and _OUT_OF.fullmatch(folded[quantities[i - 1].end : quantity.start])
            whole = quantity.unit == "GB" and (there or of)
            bounds = limits if quantity.unit != "%" else frozenset[str]()
            roles = (frozenset({"memory", "free", "own", "whole"}) if whole else found) | bounds | fitted
            if model is not None and quantity.unit == "GB" and not whole and len(methods) == 1:
                roles |= methods  # a way of tuning told anywhere in the sentence
            mine, others = _labels(quantity, items)
            for value, _ in settled(folded, quantity, language):
                yield Figure(
                    quantity.unit,
                    value,
                    model,
                    "",
                    iso=quantity.iso,
                    tags=roles,
                    words=words,
                    around=around,
                    languages=spoken if quantity.unit == "%" else frozenset(),
                    sources=numbers,
                    part=quantity.part,
                    sizes=sizes if quantity.unit == "GB" and model is None else frozenset(),
                    labels=mine,
                    other_labels=others,
                    kind="estimated" if guessed else "declared",
                )
