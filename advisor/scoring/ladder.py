"""The customization ladder: prompt, examples, retrieval, LoRA, full tuning, repeated tuning; which rung a need calls for.

The order is the guide's: start with instructions, tune last. Tuning is recommended only where it was asked for and the
data suffice; about 1,000 records are the usual amount (guide customization/training-data).
"""

from __future__ import annotations

from advisor.domain import formats
from advisor.domain.advice import RUNGS, LadderStep, Rung
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.language import Localised
from advisor.domain.needs import Needs
from advisor.scoring.phrases import both
from advisor.scoring.tuning import GB_PER_BILLION, Method

USUAL_RECORDS = 1000
FEW_RECORDS = 100
"""Below this, tuning learns the examples by heart; they do more good in the prompt."""
KNOWLEDGE_USES = frozenset({"rag", "document_analysis", "semantic_search"})
PATTERN_USES = frozenset({"classification", "sentiment", "extraction", "proofreading", "roleplay"})
"""Uses whose form, rather than knowledge, is to be learnt: where tuning pays first."""


def ladder(
    card: Card, needs: Needs, *, records: int | None = None, own_documents: bool = False, vram_gb: float | None = None
) -> tuple[LadderStep, ...]:
    """All six rungs in order, exactly one of them recommended. `records`: examples at hand, None where not said."""
    use = needs.text("use_case") or "general"
    asked = needs.text("fine_tuning")
    memory = vram_gb if vram_gb is not None else needs.number("vram_gb")
    knowledge = own_documents or use in KNOWLEDGE_USES
    tunable: dict[Rung, LadderStep] = {
        "lora": _tunable(card, "lora", memory, records),
        "full": _tunable(card, "full", memory, records),
    }
    able = [rung for rung, step in tunable.items() if step.state != "impossible"]
    enough = records is None or records >= FEW_RECORDS
    goal: Rung = "rag" if knowledge else "few_shot" if use in PATTERN_USES else "prompt"
    if asked in ("lora", "full") and enough and able:
        goal = "full" if asked == "full" and "full" in able else "lora" if "lora" in able else goal
    steps = [tunable.get(rung) or LadderStep(rung, "later", _plain(rung, records)) for rung in RUNGS]
    if not able:
        steps[-1] = LadderStep("repeated", "impossible", _NOTHING_TO_REPEAT)
    following = _next(goal, steps, knowledge=knowledge, enough=enough)
    return tuple(_placed(step, goal, following) for step in steps)


def _next(goal: Rung, steps: list[LadderStep], *, knowledge: bool, enough: bool) -> Rung | None:
    """The first rung above that can help: retrieval only who lacks knowledge, tuning only with data for it."""
    for step in steps[RUNGS.index(goal) + 1 :]:
        helps = (knowledge if step.rung == "rag" else enough) or step.rung == "few_shot"
        if step.state != "impossible" and helps:
            return step.rung
    return None


_FIRST_MEASURE = Localised(
    "Antes, prueba con buenas instrucciones y unos ejemplos: si basta, te lo ahorras; si no, es la referencia que superar.",
    "Before that, try good instructions and a few examples: if they are enough, you save the work; if not, they are the "
    "mark to beat.",
)
_NOTHING_TO_REPEAT = Localised(
    "Sin un primer ajuste posible, no hay nada que repetir.", "Without a first tuning there is nothing to repeat."
)


def memory_to_tune_gb(params_b: float, method: Method) -> float:
    """GB of graphics memory to tune a model of this size: LLaMA-Factory's table, see tuning.py."""
    return params_b * GB_PER_BILLION[method]


def _placed(step: LadderStep, goal: Rung, following: Rung | None) -> LadderStep:
    at, wanted = RUNGS.index(step.rung), RUNGS.index(goal)
    state, reason = step.state, step.reason
    if state != "impossible":
        state = "recommended" if at == wanted else "next" if step.rung == following else "later"
        state = "before" if at < wanted else state
    if state == "recommended" and step.rung in ("lora", "full"):
        reason = Localised(f"{reason.es} {_FIRST_MEASURE.es}", f"{reason.en} {_FIRST_MEASURE.en}")
    return LadderStep(step.rung, state, reason, step.memory_gb, step.facts)


def _plain(rung: Rung, records: int | None) -> Localised:
    if rung == "prompt":
        return Localised(
            "Empieza aquí: instrucciones claras con el tono, los límites y el formato. No cuesta nada y se cambia al momento.",
            "Start here: clear instructions on tone, limits and format. It costs nothing and changes at once.",
        )
    if rung == "few_shot":
        said = records if records is not None and records < 20 else 5
        return both(
            "Añade de 3 a {n} ejemplos resueltos a las instrucciones: fijan el formato sin entrenar nada.",
            "Add 3 to {n} worked examples to the instructions: they settle the form without any training.",
            n=max(4, said),
        )
    if rung == "rag":
        return Localised(
            "Si tiene que saber cosas tuyas que cambian (cartas, normas, contratos), dáselas en cada pregunta con búsqueda: "
            "se actualizan sin volver a entrenar.",
            "If it has to know things of yours that change (menus, rules, contracts), hand them over with each question by "
            "retrieval: they update without retraining.",
        )
    return Localised(
        "Volver a ajustar cada cierto tiempo, con los fallos recogidos, solo cuando un primer ajuste ya ha demostrado servir.",
        "Tuning again from time to time, on the failures collected, only once a first tuning has proved its worth.",
    )


def _tunable(card: Card, rung: Rung, memory: float | None, records: int | None) -> LadderStep:
    """Whether this model can be tuned that way, by whom, and with how much memory and data."""
    offers = [("fine_tuning_api", fact) for fact in card.all("fine_tuning_api") if fact.known and fact.value != "none"]
    methods = [("fine_tuning_methods", fact) for fact in card.all("fine_tuning_methods") if fact.known]
    if card.value("open_weights") is not True or card.value("derivatives_allowed") is False:
        return _hosted(card, rung, offers, records)
    params = card.number("params_total_b")
    facts = (*methods, *offers)
    if params is None:
        reason = Localised(
            "Los pesos son abiertos, pero sin conocer los parámetros no se puede estimar la memoria.",
            "The weights are open, but without a parameter count the memory cannot be estimated.",
        )
        return LadderStep(rung, "later", reason, None, facts)
    need = memory_to_tune_gb(params, "qlora" if rung == "lora" else "full")
    name_es, name_en = (
        ("LoRA a 4 bits (QLoRA)", "LoRA at 4 bits (QLoRA)") if rung == "lora" else ("el ajuste completo", "full tuning")
    )
    said = [
        both(
            f"{name_es[0].upper()}{name_es[1:]} de este modelo pide unos {{gb}} GB de gráfica (estimación).",
            f"{name_en[0].upper()}{name_en[1:]} of this model takes some {{gb}} GB of graphics memory (estimate).",
            gb=round(need, 1),
        ),
        _data(records),
    ]
    if offers and rung == "lora":
        who = ", ".join(dict.fromkeys(fact.provider for _, fact in offers if fact.provider))
        if who:
            said.append(Localised(f"También lo ofrece por API: {who}.", f"Also offered by API: {who}."))
    short = memory is not None and need > memory
    if short:
        said.append(both("Tienes {m} GB: no cabe en tu equipo.", "You have {m} GB: it does not fit.", m=memory or 0.0))
    reason = Localised(" ".join(text.es for text in said), " ".join(text.en for text in said))
    return LadderStep(rung, "impossible" if short else "later", reason, need, facts)


def _data(records: int | None) -> Localised:
    """The examples at hand against the usual amount."""
    usual = float(USUAL_RECORDS)
    if records is None:
        return both("Lo habitual son unos {n} ejemplos.", "About {n} examples are usual.", n=usual)
    if records < FEW_RECORDS:
        return both(
            "Tienes {have} ejemplos y lo habitual son unos {n}: con tan pocos los aprende de memoria; rinden más dentro de las "
            "instrucciones.",
            "You have {have} examples and about {n} are usual: with so few it learns them by heart; they do more good in the "
            "instructions.",
            have=float(records),
            n=usual,
        )
    if records < USUAL_RECORDS:
        return both(
            "Tienes {have} ejemplos y lo habitual son unos {n}: alcanza para probar, y conviene reunir más.",
            "You have {have} examples and about {n} are usual: enough to try, and worth adding to.",
            have=float(records),
            n=usual,
        )
    return both(
        "Tienes {have} ejemplos y lo habitual son unos {n}: bastan para empezar.",
        "You have {have} examples and about {n} are usual: enough to start.",
        have=float(records),
        n=usual,
    )


def _hosted(card: Card, rung: Rung, offers: list[tuple[str, Fact]], records: int | None) -> LadderStep:
    if not offers or rung == "full":
        reason = Localised(
            "No consta que se pueda ajustar así: los pesos no son abiertos y nadie ofrece ese ajuste.",
            "Not known to be tunable this way: the weights are not open and nobody is known to offer it.",
        )
        return LadderStep(rung, "impossible", reason, None, tuple(offers))
    fact = offers[0][1]
    ends = card.value("deprecation_date")
    until_es = f", hasta el {formats.day(ends, 'es')}" if isinstance(ends, str) else ""
    until_en = f", until {formats.day(ends, 'en')}" if isinstance(ends, str) else ""
    who, how, data = fact.provider or card.vendor, str(fact.value).split(";")[0], _data(records)
    reason = Localised(
        f"{who} ofrece ajustarlo por API ({how}){until_es}. {data.es}",
        f"{who} offers tuning by API ({how}){until_en}. {data.en}",
    )
    return LadderStep(rung, "later", reason, None, tuple(offers))
