"""At most one short question back, and only where its answer would change the advice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from advisor.domain.advice import Ranking
from advisor.domain.language import Localised
from advisor.domain.needs import Dialogue, Needs, NeedValue


@dataclass(frozen=True, slots=True)
class Question:
    """`tries`: plausible answers. The question is worth asking where they lead to different models in first place."""

    key: str
    text: Localised
    tries: tuple[tuple[str, NeedValue], ...]
    silent_if: tuple[str, ...] = ()
    """Needs that make the question pointless."""
    everyday: Localised | None = None
    """The same in words that need no explaining, for who has used none of the trade's."""
    simpler: Localised | None = None
    """What it was about, for who did not understand it."""

    def worded(self, plain: bool) -> Localised:
        return self.everyday if plain and self.everyday else self.text


_USE_CASE = Question(
    "use_case",
    Localised(
        "¿Para qué lo vas a usar sobre todo: atender a clientes, programar, resumir documentos, otra cosa?",
        "What will you mainly use it for: customer chat, coding, summarising documents, something else?",
    ),
    (),
)

QUESTIONS = (
    Question(
        "local",
        Localised(
            "¿Lo quieres en tu propio equipo (y con qué gráfica o memoria), o te sirve un servicio en la nube?",
            "Do you want it on your own machine (with which graphics card or memory), or is a cloud service fine?",
        ),
        (("local", True), ("local", False)),
        ("vram_gb", "ram_gb", "max_price_in_usd_per_m", "max_price_out_usd_per_m", "budget_usd_month"),
        Localised(
            "¿Te sirve un servicio por internet, o los datos no deben salir de tu propio ordenador?",
            "Is a service over the internet fine, or must the data stay on your own computer?",
        ),
        Localised(
            "Y lo que te preguntaba es dónde trabaja: «por internet», que es lo más fácil y lo que hace casi todo el mundo, o «en mi "
            "ordenador», si lo que le vas a dar es confidencial. ¿Cuál de las dos?",
            'And what I was asking is where it works: "over the internet", which is easiest and what nearly everybody does, or "on my '
            'computer", if what you will give it is confidential. Which of the two?',
        ),
    ),
    Question(
        "vram_gb",
        Localised(
            "¿Qué tarjeta gráfica tienes, o cuánta memoria tiene el equipo?",
            "Which graphics card do you have, or how much memory does the machine have?",
        ),
        (("vram_gb", 8.0), ("vram_gb", 24.0)),
        ("ram_gb", "max_params_b"),
        Localised(
            "¿Qué ordenador tienes: marca y modelo, memoria, y tarjeta gráfica si la lleva?",
            "Which computer do you have: make and model, memory, and graphics card if it has one?",
        ),
        Localised(
            "Y lo que te preguntaba es cómo es tu ordenador, porque de su memoria depende qué cabe. En Windows se ve en Configuración, "
            "Sistema, Acerca de («RAM instalada»); en un Mac, en el menú de la manzana, Acerca de este Mac. ¿Cuánta pone?",
            "And what I was asking is what your computer is like, since its memory decides what fits. On Windows look in Settings, System, "
            'About ("Installed RAM"); on a Mac, in the apple menu, About This Mac. How much does it say?',
        ),
    ),
    Question(
        "ram_gb",
        Localised("¿Qué modelo es, o cuánta memoria tiene?", "Which model is it, or how much memory does it have?"),
        (("ram_gb", 6.0), ("ram_gb", 32.0)),
        ("vram_gb", "max_params_b"),
    ),
    Question(
        "languages",
        Localised("¿En qué idiomas tiene que trabajar bien?", "Which languages must it handle well?"),
        (("languages", ("es",)), ("languages", ("en",))),
        ("programming_languages",),
    ),
    Question(
        "budget_usd_month",
        Localised(
            "¿Cuánto quieres gastar al mes como mucho, más o menos?",
            "Roughly how much do you want to spend a month at most?",
        ),
        (("budget_usd_month", 10.0), ("budget_usd_month", 1000.0)),
        ("max_price_in_usd_per_m", "max_price_out_usd_per_m", "max_usd_per_item", "items_once"),
    ),
)


def put_simply(before: Dialogue) -> Question | None:
    """The question asked last, in simpler words; None where none was, it is as simple as it can be, or the guide was quoted
    since."""
    asked = next((q for q in QUESTIONS if q.key == before.asked and q.simpler and not before.quoted), None)
    return replace(asked, text=asked.simpler, everyday=None) if asked and asked.simpler else None


def next_question(
    now: Dialogue, assumed: frozenset[str], rank: Callable[[Needs, int], Ranking], ranking: Ranking
) -> Question | None:
    """The first question whose plausible answers part the advice; None where none does. Where nothing fits, the machine
    is asked for if one would make something fit: how fast a model runs at home cannot be told without it."""
    if not ranking.recommendations:
        return next((q for q in QUESTIONS if _equips(now, q, rank)), None)
    if "use_case" not in now.needs:
        return None if "use_case" in now.questions else _USE_CASE
    return next((q for q in _open(now, assumed) if _parts(now.needs, q, rank)), None)


def _equips(now: Dialogue, question: Question, rank: Callable[[Needs, int], Ranking]) -> bool:
    at_home, asked = now.needs.flag("local") is True, question.key in now.questions
    if not at_home or asked or question.key != "vram_gb" or {"vram_gb", "ram_gb"} & set(now.needs.values):
        return False
    return any(rank(now.needs.with_(key, value), 1).recommendations for key, value in question.tries)


def _open(now: Dialogue, assumed: frozenset[str]) -> Sequence[Question]:
    local = now.needs.flag("local")
    skip = {"vram_gb", "ram_gb"} if local is not True else {"budget_usd_month"}
    # A machine of a kind whose memory is assumed is asked about in its own words.
    skip |= {"vram_gb"} if "ram_gb" in assumed else {"ram_gb"}
    return [
        q
        for q in QUESTIONS
        if q.key not in now.needs
        and q.key not in now.questions
        and q.key not in skip
        and (q.key not in assumed or q.key == "ram_gb")
        and not any(key in now.needs for key in q.silent_if)
    ]


def _parts(needs: Needs, question: Question, rank: Callable[[Needs, int], Ranking]) -> bool:
    firsts = {
        tuple(r.card.model for r in rank(needs.with_(key, value), 1).recommendations[:1])
        for key, value in question.tries
    }
    return len(firsts) > 1
