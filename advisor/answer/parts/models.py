"""What a single model's card says: the fields that were asked for, or the ones that matter most."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.answer.parts.asked_of import asked_of
from advisor.answer.parts.bill import OTHERWISE, bill
from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.concerns import concerns, neither, open_kin, told_fields
from advisor.answer.parts.figures import own_hardware, prices_in_words
from advisor.answer.parts.footprint import footprint, quantization_asked, room_for_context
from advisor.answer.parts.hosts import hosts
from advisor.answer.parts.phrases import listed
from advisor.answer.parts.plain import explained
from advisor.answer.parts.values import PER_MILLION, UNKNOWN, field_label, size_in_words, value_in_words, with_kind
from advisor.answer.parts.why import standing
from advisor.domain.advice import Verdict
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.formats import day, number
from advisor.domain.language import LANGUAGES, Language, Localised
from advisor.domain.language_names import language_name

_OVERVIEW = ("context_tokens", "max_output_tokens", "licence", "languages_official", "release_date", "knowledge_cutoff")
_STATUS = {
    "current": Localised("vigente", "current"),
    "preview": Localised("en versión preliminar", "in preview"),
    "legacy": Localised(
        "superado por otro más nuevo, aunque sigue disponible", "superseded by a newer one, though still available"
    ),
    "deprecated": Localised("con fecha de retirada anunciada", "with an announced retirement date"),
    "retired": Localised("retirado: ya no se puede usar por API", "retired: its API can no longer be used"),
    "historical": Localised("histórico: solo sirve de comparación", "historical: kept for comparison only"),
}
_MANY = {
    "benchmarks",
    "languages_measured",
    "language_arena",
    "throughput_tokens_per_s",
    "time_to_first_token_s",
    "fine_tuning_api",
    "fine_tuning_methods",
}
_BENCHMARKS_TOLD = 5
_BY_LANGUAGE = ("languages_measured", "language_arena")
_MEDIAN = "API median"
"""What was measured over several services, as its label says already."""


_TEXT = 500
"""Tokens of the text that a speed is shown with."""
_WORDS_PER_TOKEN = 0.7
"""As the guide reckons: 50 tokens are about 35 words."""


def model_facts(evidence: Evidence, cite: Citer) -> list[str]:
    """What was asked, model by model; its place for these needs; the models that a name could also mean or that have no card."""
    language, asked = evidence.language, evidence.asked_fields
    told = []
    for card in evidence.cards[:3]:
        verdict = next((v for v in evidence.verdicts if v.card.model == card.model), None)
        said = verdict is not None and any(key == "status" for key, _ in verdict.broken)
        if (
            "runs" in asked
            and "context_tokens" not in asked
            and verdict is not None
            and (runs := _runs(verdict, evidence, cite))
        ):
            told.append(runs)
            continue
        computed = footprint(verdict, evidence, card.name) if asked and card is evidence.cards[0] else []
        computed += room_for_context(verdict, evidence)
        raised = concerns(card, evidence, cite) if card is evidence.cards[0] else []
        computed += [*hosts([card], evidence, cite), *asked_of(card, verdict, evidence, cite)] if asked else []
        if raised or computed or set(asked) & set(FIELDS):
            pace = _pace(verdict, evidence)
            heavy = verdict is not None and bool(_MEMORY & {key for key, _ in verdict.broken})
            dear = verdict is not None and bool(
                {"budget_usd_month", "budget_usd_once"} & {key for key, _ in verdict.broken}
            )
            first = (
                heavy
                or (dear and "price_in_usd_per_m" in asked)
                or (verdict is not None and not verdict.broken and "benchmarks" in asked)
            )
            told += (
                [standing(verdict, evidence, cite)] if verdict and first and not quantization_asked(evidence) else []
            )
            spent = bill(verdict, evidence, cite)
            told += [*raised, *spent, *pace, *computed]
            beside = (
                *(_OF_SERVICES if pace or heavy else ()),
                *(_PRICES if computed and own_hardware(evidence.needs) else ()),
            )
            beside += told_fields(evidence) if raised else ()
            beside += (
                (*OTHERWISE, *(_PRICES if evidence.plain or own_hardware(evidence.needs) else ())) if spent else ()
            )
            told.append(_answer(card, [name for name in asked if name not in beside], evidence, cite))
            told += open_kin(evidence, cite) if card is evidence.cards[0] else []
            told.append(standing(verdict, evidence, cite) if verdict and verdict.broken and not first else "")
            told.append("" if said or "deprecation_date" in asked else _retirement(card, evidence, cite))
        else:
            place = standing(verdict, evidence, cite) if verdict else ""
            portrait = _portrait(card, language, cite)
            note = "" if said else _retirement(card, evidence, cite)
            told += [*neither(evidence), place, " ".join(p for p in (portrait, note, _gaps(card, language, cite)) if p)]
    told = [p for p in (*told, *_others(evidence), *unmatched(evidence)) if p]
    new = evidence.plain and set(evidence.needs.values) <= {"mentioned_models"}
    return [*told, *explained("\n".join(told), language)] if new else told


_MEMORY = frozenset({"vram_gb", "ram_gb"})
_HARDWARE = _MEMORY | {"local"}
_NO, _YES = Localised("No. {}", "No. {}"), Localised("Sí. {}", "Yes. {}")


def _runs(verdict: Verdict, evidence: Evidence, cite: Citer) -> str:
    """Whether it runs on the machine there is, and how; empty where nothing is known of one, or nothing else is out."""
    item, language = verdict.recommendation, evidence.language
    if _HARDWARE & {key for key, _ in verdict.broken}:
        return _NO.in_(language).format(standing(verdict, evidence, cite))
    if verdict.broken or item is None or item.fit is None or not item.fit.fits:
        return ""
    return _YES.in_(language).format(standing(verdict, evidence, cite))


_PRICES = ("price_in_usd_per_m", "price_out_usd_per_m")
_OF_SERVICES = ("throughput_tokens_per_s", "time_to_first_token_s")
"""What services do, of no use beside the speed on one's own machine."""


def _answer(card: Card, asked: Sequence[str], evidence: Evidence, cite: Citer) -> str:
    """The asked fields that the card has; the first one, which the question is about, also where it is unknown."""
    language, spoken = evidence.language, _spoken(evidence)
    fields = [name for name in asked if name in FIELDS and (card.all(name) or name == asked[0])]
    if not fields:
        return ""
    if fields == ["benchmarks"] and not card.all("benchmarks"):
        return _unmeasured(card, evidence)
    lines = [sentence(_line(card, name, language, cite, spoken)) for name in fields]
    name = f"**{card.name}** ({card.vendor})"
    if len(lines) == 1:
        return f"{name}: {lines[0][:1].lower()}{lines[0][1:]}"
    return f"{name}:\n\n" + "\n".join(f"- {line}" for line in lines)


_UNMEASURED = Localised(
    "De **{}** no tengo ninguna prueba publicada, así que no te puedo decir con cifras cómo de bueno es.",
    "I have no published test of **{}**, so I cannot say with figures how good it is.",
)
_MEASURED = Localised(
    " De los que puede ser ese nombre, sí las tengo de {}.", " Of those the name could mean, I have them of {}."
)


def _unmeasured(card: Card, evidence: Evidence) -> str:
    """Said in a sentence, with the models of that name that were measured."""
    told = _UNMEASURED.in_(evidence.language).format(card.name)
    others = [f"**{c.name}**" for _, cards in evidence.candidates for c in cards[1:5] if c.all("benchmarks")]
    return told + (_MEASURED.in_(evidence.language).format(listed(others, evidence.language)) if others else "")


def _spoken(evidence: Evidence) -> tuple[str, ...]:
    """The needed languages that the message names, so that of many only they are told ("¿y ese en español bien?")."""
    text = evidence.text.casefold()
    return tuple(
        code
        for code in evidence.needs.names("languages")
        if any(language_name(code, language).casefold() in text for language in LANGUAGES)
    )


def _pace(verdict: Verdict | None, evidence: Evidence) -> list[str]:
    """How long it would take to write on the person's machine, where the speed is asked."""
    item = verdict.recommendation if verdict else None
    speed = item.fit.tokens_per_s if item and item.fit and item.fit.fits else None
    if item is None or speed is None or "throughput_tokens_per_s" not in evidence.asked_fields:
        return []
    language = evidence.language
    slow, fast = (number(float(f"{end:.2g}"), language, 1) for end in speed)
    longest, shortest = (number(float(f"{_TEXT / end:.2g}"), language, 0) for end in speed)
    words = number(_TEXT * _WORDS_PER_TOKEN, language, 0)
    text = Localised(
        "En tu equipo, **{}** escribiría de {} a {} tokens/s (estimado): un texto de {} tokens, unas {} palabras, le "
        "llevaría de {} a {} segundos, más lo que tarde en leer lo que le des.",
        "On your hardware, **{}** would write {} to {} tokens/s (estimated): a text of {} tokens, about {} words, would "
        "take it {} to {} seconds, plus the time to read what you give it.",
    )
    told = (item.card.name, slow, fast, number(_TEXT, language, 0), words, shortest, longest)
    return [text.in_(language).format(*told)]


def _portrait(card: Card, language: Language, cite: Citer) -> str:
    """One model in a few sentences: what it is, what it holds and costs, and what is unpublished or unknown."""
    es = language == "es"
    size = size_in_words(card, language, " parámetros" if es else " parameters")
    told = [size + cite.fact(card, card.fact("params_total_b"))] if size else []
    known = [(name, fact) for name in _OVERVIEW if (fact := card.fact(name)) and fact.known]
    told += [f"{field_label(n, language)}, {with_kind(n, fact, language)}{cite.fact(card, fact)}" for n, fact in known]
    count = card.fact("languages_official_count")
    if count is not None and card.fact("languages_official") is None:
        declared = Localised("{} idiomas declarados sin decir cuáles", "{} languages declared without naming them")
        told.append(declared.in_(language).format(number(count.number or 0, language, 0)) + cite.fact(card, count))
    told += prices_in_words(card, language, cite)
    head = f"**{card.name}** ({card.vendor}), {_STATUS[card.status].in_(language)}"
    return f"{head}: {'; '.join(told)}." if told else f"{head}."


def _retirement(card: Card, evidence: Evidence, cite: Citer) -> str:
    """When it is or was retired, by the day of the data."""
    retirement, es = card.fact("deprecation_date"), evidence.language == "es"
    if retirement is None or not retirement.known:
        return ""
    shown = day(str(retirement.value), evidence.language) + cite.fact(card, retirement)
    if str(retirement.value) <= evidence.data_date:
        return f"Se retiró el {shown}." if es else f"It was retired on {shown}."
    return f"Ojo: se retira el {shown}." if es else f"Note: it is retired on {shown}."


def _gaps(card: Card, language: Language, cite: Citer) -> str:
    """What the vendor does not publish, and what the catalogue does not hold: two different things."""
    es, fields = language == "es", ("params_total_b", *_OVERVIEW, "price_in_usd_per_m")
    silent = [name for name in fields if (fact := card.fact(name)) and not fact.known]
    counted = {"languages_official"} if card.fact("languages_official_count") else set()
    missing = [name for name in fields if card.fact(name) is None and name not in counted]
    said = []
    if silent:
        names = listed([_short(n, language) + cite.fact(card, card.fact(n)) for n in silent], language)
        said.append(f"El fabricante no publica: {names}." if es else f"The vendor does not publish: {names}.")
    if missing:
        names = listed([_short(n, language) for n in missing], language)
        said.append(f"No consta en mi catálogo: {names}." if es else f"Not in my catalogue: {names}.")
    return " ".join(said)


def _short(name: str, language: Language) -> str:
    return _SHORT[name].in_(language) if name in _SHORT else field_label(name, language)


_SHORT = {"params_total_b": Localised("tamaño", "size"), "price_in_usd_per_m": Localised("precio", "price")}


def _line(card: Card, name: str, language: Language, cite: Citer, spoken: Sequence[str] = ()) -> str:
    facts = card.all(name)
    if name in _BY_LANGUAGE:
        facts = tuple(fact for fact in facts if fact.name in spoken) or facts
    label = field_label(name, language)
    if not facts:
        return f"{label}: {UNKNOWN.in_(language)}"
    if name in _MANY:
        return f"{label}: {_many(card, name, facts, language, cite)}"
    if name.startswith("price_"):
        offers = sorted((f for f in facts if f.known and f.variant is None), key=lambda f: f.number or 0.0) or facts
        shown = [f"{value_in_words(name, f, language)}{_at(f, language)}{cite.fact(card, f)}" for f in offers[:3]]
        return f"{label}{PER_MILLION.in_(language)}: {listed(shown, language)}"
    return f"{label}: {with_kind(name, facts[0], language)}{cite.fact(card, facts[0])}"


def _at(fact: Fact, language: Language) -> str:
    return (f" en {fact.provider}" if language == "es" else f" at {fact.provider}") if fact.provider else ""


def _many(card: Card, name: str, facts: tuple[Fact, ...], language: Language, cite: Citer) -> str:
    told = []
    for fact in facts[:_BENCHMARKS_TOLD]:
        value = value_in_words(name, fact, language)
        who = fact.name or ("" if fact.provider == _MEDIAN else fact.provider) or ""
        if name in _BY_LANGUAGE and fact.name:
            who = language_name(fact.name, language)
        told.append((f"{who}: " if who else "") + value + cite.fact(card, fact))
    more = len(facts) - _BENCHMARKS_TOLD
    if more > 0:
        told.append(
            f"{number(more, language, 0)} más en la ficha"
            if language == "es"
            else f"{number(more, language, 0)} more on the card"
        )
    return "; ".join(told)


def _others(evidence: Evidence) -> list[str]:
    """Other models that a name could mean."""
    told = []
    for quote, cards in evidence.candidates:
        names = [card.name for card in cards[1:5]]
        lead = f"«{quote}» también puede ser" if evidence.language == "es" else f'"{quote}" could also mean'
        told.append(f"{lead} {listed(names, evidence.language)}.")
    return told


def unmatched(evidence: Evidence) -> list[str]:
    """Names that no card answers to: said openly, so that nobody takes silence for an opinion."""
    if not evidence.unmatched:
        return []
    typed = list(dict.fromkeys(evidence.unmatched))
    names = listed([f"«{name}»" if evidence.language == "es" else f'"{name}"' for name in typed], evidence.language)
    near = listed([f"**{card.name}**" for card in evidence.near], evidence.language)
    if evidence.language == "es":
        told = f"No tengo ficha de {names}, así que no puedo decir nada comprobado."
        return [f"{told} De la misma familia tengo {near}." if near else told]
    told = f"I have no card for {names}, so there is nothing verified that I could say."
    return [f"{told} Of the same family I have {near}." if near else told]
