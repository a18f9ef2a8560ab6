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
    needs_knowledge = own_documents or use in KNOWLEDGE_USES
    tunable: dict[Rung, LadderStep] = {"lora": _tunable(card, "lora", memory), "full": _tunable(card, "full", memory)}
    enough = records is None or records >= FEW_RECORDS
    goal: Rung = "prompt"
    if needs_knowledge:
        goal = "rag"
    elif use in PATTERN_USES:
        goal = "few_shot"
    if asked in ("lora", "full") and enough:
        first: Rung = "full" if asked == "full" else "lora"
        goal = first if tunable[first].state != "impossible" else goal
    steps = []
    for rung in RUNGS:
        step = tunable[rung] if rung in tunable else LadderStep(rung, "later", _plain(rung, records))
        steps.append(_placed(step, goal, records))
    return tuple(steps)


def memory_to_tune_gb(params_b: float, method: Method) -> float:
    """GB of graphics memory to tune a model of this size: LLaMA-Factory's table, see tuning.py."""
    return params_b * GB_PER_BILLION[method]


def _placed(step: LadderStep, goal: Rung, records: int | None) -> LadderStep:
    at, wanted = RUNGS.index(step.rung), RUNGS.index(goal)
    state = step.state
    if state != "impossible":
        state = "recommended" if at == wanted else "next" if at == wanted + 1 else "later"
        few = records is not None and records < FEW_RECORDS
        if few and step.rung in ("lora", "full", "repeated") and state == "next":
            state = "later"
    return LadderStep(step.rung, state, step.reason, step.memory_gb, step.facts)


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


def _tunable(card: Card, rung: Rung, memory: float | None) -> LadderStep:
    """Whether this model can be tuned that way, by whom, and with how much memory."""
    offers = [("fine_tuning_api", fact) for fact in card.all("fine_tuning_api") if fact.known and fact.value != "none"]
    methods = [("fine_tuning_methods", fact) for fact in card.all("fine_tuning_methods") if fact.known]
    if card.value("open_weights") is not True or card.value("derivatives_allowed") is False:
        return _hosted(card, rung, offers)
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
        ("LoRA a 4 bits (QLoRA)", "LoRA at 4 bits (QLoRA)") if rung == "lora" else ("ajuste completo", "full tuning")
    )
    reason = both(
        f"Con unos {{n}} ejemplos, {name_es} de este modelo pide unos {{gb}} GB de gráfica (estimación).",
        f"With about {{n}} examples, {name_en} of this model takes some {{gb}} GB of graphics memory (estimate).",
        n=float(USUAL_RECORDS),
        gb=round(need, 1),
    )
    if memory is not None and need > memory:
        short = both("Tienes {m} GB: no cabe en tu equipo.", "You have {m} GB: it does not fit.", m=memory)
        return LadderStep(
            rung, "impossible", Localised(f"{reason.es} {short.es}", f"{reason.en} {short.en}"), need, facts
        )
    return LadderStep(rung, "later", reason, need, facts)


def _hosted(card: Card, rung: Rung, offers: list[tuple[str, Fact]]) -> LadderStep:
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
    who = fact.provider or card.vendor
    reason = Localised(
        f"{who} ofrece ajustarlo por API ({fact.value}){until_es}.",
        f"{who} offers tuning by API ({fact.value}){until_en}.",
    )
    return LadderStep(rung, "later", reason, None, tuple(offers))
