"""What a reader looks for in an offline answer: the thing asked comes first, nothing unsupported, nothing repeated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from advisor.answer.compose import compose
from advisor.answer.parts.phrases import assumption_in_words, summary
from advisor.conversation.deps import Deps
from advisor.conversation.gather import gather
from advisor.domain.answers import Evidence
from advisor.domain.formats import money, number, usd
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.lexicon import Rate
from advisor.domain.needs import Change, Dialogue, Intent, ModelMention, Needs, Understanding

MINI, QWEN = ModelMention("gpt-4o mini", ("openai/gpt-4o-mini",)), ModelMention("qwen3 8b", ("alibaba/qwen3-8b",))


def _evidence(
    deps: Deps,
    needs: dict[str, Any],
    language: Language,
    intents: tuple[Intent, ...] = ("recommend",),
    mentions: tuple[ModelMention, ...] = (),
    text: str = "x",
    before: Dialogue | None = None,
    changes: tuple[Change, ...] = (),
) -> Evidence:
    before = before or Dialogue()
    now = replace(before, needs=Needs.of(needs), language=language)
    return gather(deps, text, before, now, Understanding(language, intents, changes, mentions=mentions), {})


def _shown(deps: Deps, needs: dict[str, Any], language: Language) -> tuple[str, ...]:
    """The models that a ranking for these needs shows."""
    ranking = _evidence(deps, needs, language).ranking
    assert ranking
    return tuple(item.card.model for item in ranking.recommendations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_monthly_cost_shows_the_volume_it_rests_on(deps: Deps, language: Language) -> None:
    evidence = _evidence(deps, {"use_case": "chatbot"}, language, text="a chatbot through an API")
    assert evidence.ranking
    cost = evidence.ranking.recommendations[0].cost
    assert cost is not None
    assert {a.key: a.value for a in evidence.assumptions}["tokens_per_month"] == cost.tokens_in + cost.tokens_out
    answer = compose(evidence).markdown
    assert usd(cost.usd_month, language) in answer
    assert assumption_in_words("tokens_per_month", cost.tokens_in + cost.tokens_out, language) in answer
    said = _evidence(deps, {"use_case": "chatbot", "tokens_per_month": 3_000_000}, language)
    assert "tokens_per_month" not in {a.key for a in said.assumptions}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "¿cuánto me saldría en euros?", ("EUR, a 1 EUR = 1,25 USD (cambio", "3.000 al mes, cada caso sale")),
        ("en", "how much would it be in euros?", ("EUR, at 1 EUR = 1.25 USD (approximate", "3,000 a month, each one")),
    ],
)
def test_a_cost_is_told_in_the_persons_currency_and_by_item(
    deps: Deps, language: Language, text: str, told: tuple[str, str]
) -> None:
    needs = {"use_case": "chatbot", "items_per_month": 3000}
    first = _shown(deps, needs, language)[0]
    asked = _evidence(deps, needs, language, ("ask_model",), (ModelMention("x", (first,)),), text)
    answer = compose(replace(asked, rate=Rate("EUR", 1.25, "s", "2026-11-22"))).markdown
    assert [words for words in told if words not in answer] == [], answer
    cost = asked.verdicts[0].recommendation.cost if asked.verdicts[0].recommendation else None
    assert cost is not None
    assert money(cost.usd_month / 1.25, "EUR", language) in answer
    assert usd(cost.usd_month / 3000, language) in answer
    assert "EUR" not in compose(asked).markdown


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [("es", "¿cuánto tarda?", "En tu equipo"), ("en", "how long does it take?", "On your hardware")],
)
def test_a_speed_is_told_of_the_persons_own_machine(deps: Deps, language: Language, text: str, told: str) -> None:
    needs = {"use_case": "coding", "vram_gb": 12.0, "local": True}
    first = _shown(deps, needs, language)[0]
    asked = _evidence(deps, needs, language, ("ask_model",), (ModelMention("x", (first,)),), text)
    item = asked.verdicts[0].recommendation
    assert item is not None
    assert item.fit is not None
    assert item.fit.tokens_per_s is not None
    line = compose(asked).markdown.split("\n\n")[0]
    assert line.startswith(told)
    for end in item.fit.tokens_per_s:
        assert number(float(f"{end:.2g}"), language, 1) in line
        assert number(float(f"{500 / end:.2g}"), language, 0) in line
    rented = _evidence(deps, {"use_case": "coding"}, language, ("ask_model",), (ModelMention("x", (first,)),), text)
    assert told not in compose(rented).markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ranking_that_nobody_has_seen_does_not_stay(deps: Deps, language: Language) -> None:
    needs = {"use_case": "coding"}
    words = {"es": "sigue en primer lugar", "en": "stays in first place"}[language]
    for shown, stays in ((_shown(deps, needs, language), True), (MINI.models + QWEN.models, False)):
        before = Dialogue(needs=Needs.of(needs), language=language, shown=shown)
        answer = compose(_evidence(deps, needs, language, ("refine",), before=before)).markdown
        assert (words in answer) == stays


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [("es", "pues vaya", "dímelo con otras palabras"), ("en", "oh well", "say it in other words")],
)
def test_what_changes_nothing_is_not_answered_with_all_of_it_again(
    deps: Deps, language: Language, text: str, told: str
) -> None:
    needs = {"use_case": "coding"}
    before = Dialogue(needs=Needs.of(needs), language=language, shown=_shown(deps, needs, language))
    answer = compose(_evidence(deps, needs, language, ("refine",), text=text, before=before)).markdown
    assert told in answer
    for words in ("Por qué", "Alternativas", "Why", "Alternatives"):
        assert f"**{words}" not in answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_pays_nothing_is_not_told_a_fee(deps: Deps, language: Language) -> None:
    evidence = _evidence(deps, {"use_case": "education", "budget_usd_month": 0.0}, language)
    first = compose(evidence).markdown.split("\n\n")[0]
    assert {"es": "sin cuota", "en": "no fee"}[language] in first
    assert "DeepInfra" not in first


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [("es", "algo para mi tienda", "Para entenderlo"), ("en", "something for my shop", "In plain words")],
)
def test_the_trades_words_are_explained_to_who_uses_none_and_once(
    deps: Deps, language: Language, text: str, words: str
) -> None:
    needs = {"use_case": "chatbot"}
    newcomer = compose(_evidence(deps, needs, language, text=text)).markdown
    assert words in newcomer
    assert {"es": "páginas", "en": "pages"}[language] in newcomer
    assert {"es": "por internet", "en": "over the internet"}[language] in newcomer
    before = Dialogue(needs=Needs.of(needs), shown=_shown(deps, needs, language))
    again = _evidence(deps, needs, language, text=text, before=before)
    assert words not in compose(again).markdown
    assert words not in compose(_evidence(deps, needs, language, text="a chatbot on a GPU")).markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weakness_is_no_reason_and_is_told(deps: Deps, language: Language) -> None:
    evidence = _evidence(deps, {"use_case": "coding", "vram_gb": 12.0, "local": True}, language)
    assert evidence.ranking
    first = evidence.ranking.recommendations[0]
    factors = tuple(replace(f, value=0.2, weight=0.5) if f.factor == "performance" else f for f in first.factors)
    weak = replace(evidence, ranking=replace(evidence.ranking, recommendations=(replace(first, factors=factors),)))
    reason = next(f for f in factors if f.factor == "performance").reason.in_(language)[1:40]
    why, mind = (
        next(p for p in compose(weak).markdown.split("\n\n") if p.startswith(starts))
        for starts in (("**Por qué", "**Why"), ("**Ten en cuenta", "**Keep in mind"))
    )
    assert reason not in why
    assert reason in mind


@pytest.mark.parametrize(
    ("language", "noted", "kept"), [("es", "Anotado: con 12 GB", "sigue"), ("en", "Noted: with 12 GB", "stays")]
)
def test_only_what_changed_is_acknowledged(deps: Deps, language: Language, noted: str, kept: str) -> None:
    old = {"use_case": "chatbot", "local": True}
    before = Dialogue(needs=Needs.of(old), language=language, shown=_shown(deps, old, language))
    changes = (Change("set", "vram_gb", 12.0, "12 gb"), Change("set", "local", True, "local"))
    told = compose(
        _evidence(deps, {**old, "vram_gb": 12.0}, language, ("refine",), before=before, changes=changes)
    ).markdown
    assert told.startswith(noted)
    assert told.split("\n\n")[0].count(",") == 0
    cloud = _evidence(
        deps,
        {"use_case": "chatbot", "local": False},
        language,
        ("refine",),
        before=replace(before, needs=Needs.of({"use_case": "chatbot"})),
        changes=(Change("set", "local", False, "online"),),
    )
    answer = compose(cloud).markdown
    assert {"es": "como servicio en la nube", "en": "as a cloud service"}[language] in answer
    assert {"es": "nada que cambie la recomendación", "en": "no new requirement"}[language] not in answer
    nothing = compose(_evidence(deps, old, language, ("refine",), before=before)).markdown
    assert {"es": "nada que cambie la recomendación", "en": "no new requirement"}[language] in nothing
    assert kept in nothing


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [("es", "¿cuál es más barato?", "Coste al mes: "), ("en", "which one is cheaper?", "Monthly cost: ")],
)
def test_a_comparison_answers_what_was_asked_first_from_the_best_on(
    deps: Deps, language: Language, text: str, label: str
) -> None:
    before = Dialogue(needs=Needs.of({"use_case": "chatbot"}), focus=(MINI.models[0], QWEN.models[0]))
    evidence = _evidence(deps, {"use_case": "chatbot"}, language, ("compare",), text=text, before=before)
    assert evidence.comparison
    assert {card.model for card in evidence.comparison.cards} == {MINI.models[0], QWEN.models[0]}
    first = compose(evidence).markdown.split("\n\n")[0]
    assert first.startswith(label)
    named = sorted(evidence.comparison.cards, key=lambda card: first.index(f"**{card.name}**"))
    prices = [card.number("price_in_usd_per_m") or 0.0 for card in named]
    assert prices == sorted(prices)


@pytest.mark.parametrize(
    ("language", "text", "field"),
    [("es", "¿qué contexto tiene?", "ventana de contexto"), ("en", "what context does it have?", "context window")],
)
def test_a_fact_comes_before_the_models_place(deps: Deps, language: Language, text: str, field: str) -> None:
    answer = compose(_evidence(deps, {"use_case": "chatbot"}, language, ("ask_model",), (MINI,), text)).markdown
    assert field in answer.split("\n\n")[1].lower() or field in answer.split("\n\n")[0].lower()
    assert answer.index("128K tokens") < answer.index({"es": "queda fuera", "en": "is out"}[language])
    assert {"es": "también puede ser", "en": "could also mean"}[language] not in answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_requirements_no_model_is_said_to_meet_them(deps: Deps, language: Language) -> None:
    answer = compose(_evidence(deps, {"mentioned_models": ["qwen3 8b"]}, language, ("ask_model",), (QWEN,))).markdown
    assert {"es": "lo que has pedido", "en": "what you asked for"}[language] not in answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_without_a_card_is_not_answered_with_the_guide(deps: Deps, language: Language) -> None:
    evidence = _evidence(deps, {}, language, ("ask_model",), (ModelMention("Zebra 9000", ()),))
    assert evidence.passages is None
    assert len(compose(evidence).markdown) < 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_use_that_no_model_serves_is_said_to_be_so(deps: Deps, language: Language) -> None:
    answer = compose(_evidence(deps, {"use_case": "image_generation"}, language)).markdown
    assert {"es": "otra clase de modelo", "en": "another kind of model"}[language] in answer
    assert {"es": "Lo que más descarta", "en": "What rules out"}[language] not in answer


@pytest.mark.parametrize(
    ("language", "usable"), [("es", "aprovechables de tus 16 GB"), ("en", "usable out of your 16 GB")]
)
def test_main_memory_is_told_as_owned_and_as_usable(deps: Deps, language: Language, usable: str) -> None:
    assert usable in compose(_evidence(deps, {"use_case": "chatbot", "ram_gb": 16.0, "local": True}, language)).markdown


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "asdfgh", "No he entendido"),
        ("en", "asdfgh", "did not understand"),
        ("es", "hola!", "¡Hola!"),
        ("en", "hello there", "Hello!"),
        ("es", "eres una ia?", "Soy un asesor"),
        ("en", "are you a bot?", "I am an advisor"),
        ("es", "vale, perfecto", "De acuerdo"),
        ("en", "ok great", "All right"),
        ("es", "gracias", "¡De nada!"),
        ("en", "bye", "See you soon"),
    ],
)
def test_small_talk_gets_a_fitting_line(deps: Deps, language: Language, text: str, words: str) -> None:
    answer = compose(_evidence(deps, {}, language, ("smalltalk",), text=text)).markdown
    assert words in answer
    assert ("¡Hola!" in answer or "Hello!" in answer) == (words in ("¡Hola!", "Hello!"))


def test_needs_in_a_line_are_written_as_people_write_them() -> None:
    needs = Needs.of({"use_case": "coding", "programming_languages": ["python", "javascript", "c++"]})
    assert summary(needs, "es") == "programar, con Python, JavaScript y C++"
    out = Needs.of({"excluded_vendors": ["openai", "alibaba", "zai", "xai", "meta"]})
    written = {"openai": "OpenAI", "zai": "Z.ai", "alibaba": "Alibaba"}
    assert summary(out, "es", written) == "sin modelos de OpenAI, Alibaba, Z.ai y 2 fabricantes más"
    assert summary(out, "en", written) == "without models by OpenAI, Alibaba, Z.ai and 2 more vendors"
    assert summary(Needs.of({"priority": ["cost"]}), "es") == "dando prioridad a que cueste poco"


def test_a_price_below_a_dollar_keeps_its_third_decimal() -> None:
    assert [usd(v, "es") for v in (0.125, 0.12, 1.25, 0.004)] == ["0,125 USD", "0,12 USD", "1,25 USD", "0,004 USD"]
    assert usd(0.125, "en") == "0.125 USD"
    assert number(9.65, "es") == "9,65"


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_that_a_person_typed_do_no_harm(deps: Deps, language: Language) -> None:
    answer = compose(_evidence(deps, {"use_case": "chatbot", "excluded_models": ["{0} {name}"]}, language)).markdown
    assert "{0} {name}" in answer


def test_of_an_error_rate_less_is_better(deps: Deps) -> None:
    rate = "Vectara hallucination rate"
    measured = [card.model for card in deps.catalogue if card.fact("benchmarks", rate)][:3]
    compared = deps.scorer.compare(measured, Needs(), today="2026-11-22")
    row = next(row for row in compared.rows if row.key == f"benchmarks:{rate}")
    values = [fact.number or 0.0 for fact in row.facts if fact]
    assert [values[at] for at in row.best] == [min(values)] * len(row.best)
    assert row.best
