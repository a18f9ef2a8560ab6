"""No model fits: said openly, with the smallest things to give up and what would fit if it were known."""

from __future__ import annotations

from advisor.answer.parts.cite import sentence
from advisor.answer.parts.phrases import MADE, USE_CASES, listed, summary
from advisor.answer.parts.values import name_of
from advisor.answer.parts.why import unknown_in_words
from advisor.domain.advice import EXCLUSIONS, Ranking
from advisor.domain.answers import Evidence
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Needs

_TOLD = 3


def nothing_fits(evidence: Evidence, ranking: Ranking) -> list[str]:
    """Paragraphs on a ranking without recommendations."""
    if ranking.excluded.get("use_case", 0) >= ranking.total:
        return [_no_such_use(evidence, ranking)]
    told = [_none(evidence, ranking), _give_up(evidence, ranking), _unconfirmed(evidence, ranking), _mind(evidence)]
    return [paragraph for paragraph in told if paragraph]


def still_nothing(evidence: Evidence, ranking: Ranking) -> list[str]:
    """After a message that changed nothing: that it did not help, and what would."""
    if ranking.excluded.get("use_case", 0) >= ranking.total or not ranking.relaxations:
        return nothing_fits(evidence, ranking)
    lead = Localised(
        "Con eso no cambia nada: sigue sin haber un modelo que cumpla todo a la vez.",
        "That changes nothing: there still is no model that meets all of it at once.",
    )
    return [lead.in_(evidence.language), _give_up(evidence, ranking)]


def _no_such_use(evidence: Evidence, ranking: Ranking) -> str:
    """Giving something up would not help: the catalogue has no model of that kind."""
    made = [MADE[kind].in_(evidence.language) for kind in evidence.needs.names("output_modalities")]
    use = listed(made, evidence.language) or USE_CASES[evidence.needs.text("use_case") or "general"].in_(
        evidence.language
    )
    if evidence.language == "es":
        return (
            f"Ninguno de los {ranking.total} modelos de mi catálogo sirve para {use}, y eso no cambia por mucho que cedas en "
            "lo demás: hace falta otra clase de modelo, de la que no tengo fichas. Prefiero decirlo a recomendar uno que no lo hace."
        )
    return (
        f"None of the {ranking.total} models in my catalogue is made for {use}, and giving up other needs would not change "
        "that: it takes another kind of model, of which I have no cards. I would rather say so than recommend one that cannot."
    )


def _none(evidence: Evidence, ranking: Ranking) -> str:
    language, es = evidence.language, evidence.language == "es"
    purpose = summary(evidence.needs, language, evidence.names)
    if ranking.unconfirmed and _hangs_on_the_machine(evidence.needs, ranking):
        return (
            f"Todavía no puedo decir que alguno cumpla todo ({purpose}): a qué velocidad va en casa depende de la máquina, y no sé "
            "cuál es."
            if es
            else f"I cannot say yet that any of them meets all of this ({purpose}): how fast a model runs at home depends on the "
            "machine, and I do not know which it is."
        )
    said = (
        f"Ninguno de los {ranking.total} modelos del catálogo cumple todo a la vez ({purpose})."
        if es
        else f"None of the {ranking.total} models in the catalogue meets all of this at once ({purpose})."
    )
    worst = sorted(ranking.excluded.items(), key=lambda pair: -pair[1])[:_TOLD]
    if not worst:
        return said
    counted = listed([f"{_reason(key, language)} ({count})" for key, count in worst], language)
    return f"{said} " + (f"Lo que más descarta: {counted}." if es else f"What rules out most: {counted}.")


def _hangs_on_the_machine(needs: Needs, ranking: Ranking) -> bool:
    """Whether nothing but the speed on a machine that nobody has named is open."""
    named = {"vram_gb", "ram_gb"} & set(needs.values)
    return needs.flag("local") is True and not named and ranking.unconfirmed[0].unknown == ("min_tokens_per_s",)


def _reason(key: str, language: Language) -> str:
    return EXCLUSIONS[key].in_(language) if key in EXCLUSIONS else name_of(key, language)


def _give_up(evidence: Evidence, ranking: Ranking) -> str:
    if not ranking.relaxations:
        return ""
    lead = "**Lo mínimo que habría que ceder:**" if evidence.language == "es" else "**The smallest things to give up:**"
    lines = [f"- {sentence(r.text.in_(evidence.language))}" for r in ranking.relaxations]
    return "\n".join([lead, "", *lines])


def _unconfirmed(evidence: Evidence, ranking: Ranking) -> str:
    language = evidence.language
    if not ranking.unconfirmed:
        return ""
    names = [f"**{u.card.name}** ({unknown_in_words(u.unknown, evidence)})" for u in ranking.unconfirmed[:_TOLD]]
    lead = (
        "Encajarían si se confirma lo que no consta: "
        if language == "es"
        else "These would fit if what is unknown were confirmed: "
    )
    return lead + listed(names, language) + "."


def _mind(evidence: Evidence) -> str:
    told = " ".join(sentence(caution.in_(evidence.language)) for caution in evidence.stakes)
    lead = "**Ten en cuenta.** " if evidence.language == "es" else "**Keep in mind.** "
    return lead + told if told else ""
