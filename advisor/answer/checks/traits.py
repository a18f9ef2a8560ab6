"""Claims without a figure are held against the facts: what is unknown may become neither a yes nor a no.

Policy: praise ("a good choice") passes. What a card, a computation or the ranking can answer is checked. Promises that no
card holds (guarantees, compliance, awards, offers) need the same words in the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.claims.owners import Owner, is_generic
from advisor.answer.claims.traits import Trait, find_traits
from advisor.answer.support import Support
from advisor.domain.cards import Card
from advisor.domain.language import Localised

_VERB = re.compile(
    r"\b(?:admiten?|soportan?|tienen?|es|son|ofrecen?|incluyen?|aceptan?|permiten?|traen?|puede[ns]?|habla\w*|entiende\w*|funciona\w*|caben?|corren?|declara\w*|cuenta|dispone|"
    r"supports?|has|have|is|are|offers?|accepts?|includes?|allows?|can|comes|handles?|speaks?|runs?|fits?|works?|licensed|ships|lets|cumple\w*|meets?|queda\w*|exceeds?|supera\w*|publica\w*|does|no|not)\b"
)
_WISH = re.compile(r"\b(?:si|if|cuando|when|in case|en caso|whether|unless|aunque|although|even if|depende)\b[^.;:]*$")
_PERSON = re.compile(
    r"\b(?:pediste|pides|has pedido|quieres|querias|necesitas|dijiste|has dicho|buscas|exiges|you (?:asked|want|wanted|need|said|require|are looking)|as you|your (?:need|requirement|request))\b[^.;]*$"
)
_NEED_OF = {"open_weights": "open_weights", "commercial_use": "commercial_use", "tool_calling": "tool_calling",
            "structured_output": "structured_output", "reasoning": "reasoning", "local": "local"}  # fmt: skip
_RECOMMEND = re.compile(
    r"\b(?:(?:te |os |le )?(?:recomiendo|recomendamos|recomendaria|aconsejo|sugiero)|(?:i|we)(?:'d| would)? (?:recommend|suggest|go with|pick|choose)|elige|escoge|quedate con|opta por|ve a por|choose|go (?:with|for))\b"
)
_MAKER = re.compile(
    r"\s*(?:,\s*|\()?(?:un modelo |a model |es |is |was )?(?:de|by|from|del? fabricante|made by|developed by|creado por|desarrollado por|hecho por|built by|trained by|entrenado por|fabricado por)\s+$"
)
_COUNTRY = re.compile(
    r"\b(?:modelo|empresa|fabricante|proveedor|laboratorio|model|company|lab|vendor|startup|maker|origen|firma)\s+(?:es\s+)?(?P<es>chin[oa]|frances\w*|espanol\w*|estadounidense|american[oa]|europe[oa]|aleman\w*|canadiense|corean[oa]|japones\w*|israeli|suiz[oa])\b|"
    r"\b(?P<en>chinese|french|spanish|american|us-based|european|german|canadian|korean|japanese|israeli|swiss)\s+(?:\w+\s+)?(?:model|company|lab|vendor|startup|maker|firm)\b"
)
_COUNTRIES = {"chin": {"CN"}, "fren": {"FR"}, "fran": {"FR"}, "span": {"ES"}, "espa": {"ES"}, "esta": {"US"}, "amer": {"US"}, "us-b": {"US"},
              "euro": {"FR", "DE", "ES", "CH", "IT", "NL", "SE", "FI", "GB", "AT", "PT", "PL"}, "germ": {"DE"}, "alem": {"DE"}, "cana": {"CA"},
              "core": {"KR"}, "kore": {"KR"}, "japo": {"JP"}, "japa": {"JP"}, "isra": {"IL"}, "swis": {"CH"}, "suiz": {"CH"}}  # fmt: skip
_ROLE_FIELDS = {
    "params": ("params_total_b",), "active": ("params_active_b",), "context": ("context_tokens",), "output": ("max_output_tokens",),
    "price": ("price_in_usd_per_m", "price_out_usd_per_m"), "cutoff": ("knowledge_cutoff",), "release": ("release_date",),
    "training": ("pretraining_tokens_t",), "layers": ("layers",), "experts": ("experts",), "languages": ("languages_official",),
    "latency": ("time_to_first_token_s",), "speed": ("throughput_tokens_per_s",),
}  # fmt: skip
_MORE_FIELDS = (
    (r"arquitectura|architecture", "architecture"), (r"alineacion|alignment", "alignment"), (r"licen[cs]", "licence"),
    (r"benchmark", "benchmarks"),
)  # fmt: skip


def check_traits(sentence: Sentence, support: Support) -> list[Problem]:
    traits = find_traits(sentence.folded)
    hidden = [t for t in traits if t.key == "undisclosed"]
    problems = list(_undisclosed(sentence, hidden, traits, support)) if hidden else []
    for trait in traits:
        if trait.key == "undisclosed" or (hidden and trait.key not in ("boast", "offer", "eligible")):
            continue
        problem = _check(sentence, trait, support)
        if problem:
            problems.append(problem)
    return [*problems, *_makers(sentence, support), *_countries(sentence, support), *_recommended(sentence, support)]


def _check(sentence: Sentence, trait: Trait, support: Support) -> Problem | None:
    span = sentence.plain[trait.start : trait.end].strip()
    unsupported = Problem(
        "trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence')
    )
    if trait.key in ("boast", "compliance", "offer", "benchmark_boast"):
        return None if sentence.question or _says(support, sentence, trait) else unsupported
    before = sentence.folded[: trait.start]
    clause = before[max(before.rfind(mark) for mark in (".", ";", ":")) + 1 :]
    if sentence.question or _WISH.search(clause):
        return None
    if _PERSON.search(clause):
        return None if _is_need(trait, support) else Problem(
            "trait", span, Localised(f"«{span}» no lo ha pedido la persona", f'the person did not ask for "{span}"')
        )  # fmt: skip
    owner = sentence.owners.of(trait.start, trait.end)
    within = _within_budget(sentence, trait, owner, support)
    if within is not None:
        return None if within == trait.positive else Problem(
            "eligibility", span, Localised(f"«{span}» no cuadra con el coste", f'"{span}" does not go with the cost')
        )  # fmt: skip
    if not sentence.owners.named and (is_generic(sentence.folded) or not _VERB.search(sentence.folded[: trait.end])):
        return None
    if owner.stranger:
        return unsupported
    if not owner.models:
        return None
    answers = [_answer(trait, model, support) for model in owner.models]
    good = all(answers) if owner.every else any(answers)
    if good:
        return None
    if trait.key == "eligible":
        return Problem(
            "eligibility", span, Localised(f"«{span}» contradice la clasificación", f'"{span}" contradicts the ranking')
        )
    return unsupported


def _within_budget(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool | None:
    """Whether a model costs no more than the person's budget, where a sentence speaks of just that."""
    words = sentence.folded[trait.start : trait.end + 12]
    budget = support.evidence.needs.number("budget_usd_month")
    if trait.key != "eligible" or budget is None or not re.search(r"\b(?:presupuesto|budget|limite?|tope)\b", words):
        return None
    costs = [support.recommendations[m].cost for m in owner.models if m in support.recommendations]
    known = [cost.usd_month <= budget for cost in costs if cost is not None]
    return all(known) if known else None


def _says(support: Support, sentence: Sentence, trait: Trait) -> bool:
    words = sentence.folded[trait.start : trait.end]
    return any(words in fold(text) for _, text, _ in support.texts)


def _is_need(trait: Trait, support: Support) -> bool:
    needs, assumed = support.evidence.needs, {a.key for a in support.evidence.assumptions}
    if trait.key == "languages":
        return trait.value.rstrip("!") in needs.names("languages") or "languages" in assumed
    if trait.key == "modalities":
        return trait.value in needs.names("modalities") or "modalities" in assumed or needs.text("use_case") == "vision"
    if trait.key == "free":
        return any(
            needs.number(k) == 0 for k in ("budget_usd_month", "max_price_in_usd_per_m")
        ) or "cost" in needs.names("priority")
    if trait.key == "local":
        return needs.flag("local") is True or "local" in assumed or "privacy" in needs.names("priority")
    key = _NEED_OF.get(trait.key)
    return key is None or needs.flag(key) is not None or key in assumed


def _answer(trait: Trait, model: str, support: Support) -> bool:
    """Whether the evidence bears the trait out for a model, as it is said (yes or no)."""
    truth = _truth(trait, model, support)
    if trait.key == "free" and truth is None and support.cards[model].value("open_weights") is True:
        return True
    return truth is not None and truth == trait.positive


def _truth(trait: Trait, model: str, support: Support) -> bool | None:
    card = support.cards.get(model)
    if card is None:
        return None
    key = trait.key
    if key in ("open_weights", "commercial_use", "tool_calling", "structured_output", "reasoning"):
        value = card.value(key)
        if isinstance(value, bool):
            return value
        return (card.value("training_type") == "reasoning" or None) if key == "reasoning" else None
    if key == "modalities":
        return _member(card, "modalities", trait.value)
    if key == "alignment":
        known = card.fact("alignment")
        return (
            None if known is None or not known.known else any(trait.value in fold(t) for t in card.texts("alignment"))
        )
    if key in ("architecture", "training_type", "status"):
        value = card.status if key == "status" else card.value(key)
        if not isinstance(value, str):
            return None
        if trait.value == "retired":
            return value == "retired" or card.fact("deprecation_date") is not None
        return trait.value in value if key == "architecture" else value == trait.value
    if key == "licence":
        return _licence(card, trait.value)
    if key == "languages":
        return _language(card, trait)
    if key == "free":
        return _free(card)
    if key == "fit":
        return _fits(model, support)
    if key == "local":
        return _local(card, model, support)
    if key == "fine_tuning":
        return _tunable(card)
    return _eligible(model, support) if key == "eligible" else None


def _member(card: Card, field: str, member: str) -> bool | None:
    fact = card.fact(field)
    return None if fact is None or not fact.known else member in card.texts(field)


def _licence(card: Card, said: str) -> bool | None:
    value = card.value("licence")
    if not isinstance(value, str):
        return None
    held, words = fold(value), re.findall(r"[a-z]+", re.sub(r"licen[cs]\w*|\bv\b|modificada", "", said))
    version = re.search(r"\d", said)
    return all(w in held for w in words) and (version is None or version.group() in held)


def _language(card: Card, trait: Trait) -> bool | None:
    code = trait.value.rstrip("!")
    official = card.fact("languages_official")
    if official is not None and code in card.texts("languages_official"):
        return True
    if not trait.value.endswith("!") and any(
        f.name == code for field in ("languages_measured", "language_arena") for f in card.all(field)
    ):
        return True if trait.positive else None
    return False if official is not None and official.known else None


def _free(card: Card) -> bool | None:
    prices = [
        f.number
        for field in ("price_in_usd_per_m", "price_out_usd_per_m")
        for f in card.all(field)
        if f.number is not None
    ]
    if card.value("open_weights") is True:
        return None if prices else True
    return None if not prices else any(p == 0 for p in prices)


def _fits(model: str, support: Support) -> bool | None:
    rec = support.recommendations.get(model)
    if rec and rec.fit:
        return rec.fit.fits
    broken = next((v for v in support.evidence.verdicts if v.card.model == model), None)
    if broken and any(key in ("vram_gb", "ram_gb", "local") for key, _ in broken.broken):
        return False
    card = support.cards[model]
    return False if card.value("open_weights") is False else None


def _local(card: Card, model: str, support: Support) -> bool | None:
    fits = _fits(model, support)
    value = card.value("open_weights")
    if isinstance(value, bool):
        return value if fits is None else fits
    return fits


def _tunable(card: Card) -> bool | None:
    if card.value("open_weights") is True:
        return True
    known = [f for field in ("fine_tuning_methods", "fine_tuning_api") for f in card.all(field) if f.known]
    return bool(known) or None


def _eligible(model: str, support: Support) -> bool | None:
    evidence = support.evidence
    verdicts = [*evidence.verdicts, *(evidence.comparison.verdicts if evidence.comparison else ())]
    for verdict in verdicts:
        if verdict.card.model == model:
            return verdict.eligible if verdict.eligible or verdict.broken else None
    if evidence.ranking and any(r.card.model == model for r in evidence.ranking.recommendations):
        return True
    return None


def _undisclosed(sentence: Sentence, hidden: list[Trait], traits: list[Trait], support: Support) -> Iterator[Problem]:
    """ "The vendor does not say": true only where the card has no value for anything that is named."""
    owner: Owner = sentence.owners.of(hidden[0].start, hidden[0].end)
    if not owner.models or is_generic(sentence.folded):
        return
    fields = _fields_near(sentence, hidden[0])
    members = [t for t in traits if t.key == "languages"]
    span = sentence.plain[hidden[0].start : hidden[0].end].strip()
    for member in members:
        truths = [_language(support.cards[m], member) for m in owner.models if m in support.cards]
        if truths and all(t is True for t in truths):
            yield Problem("trait", span, Localised(f"«{span}»: sí consta", f'"{span}": it is on record'))
    if members:
        return
    published = hidden[0].value == "published"
    for field in fields:
        known = [support.cards[m].fact(field) for m in owner.models if m in support.cards]
        if any(f is not None and f.known for f in known):
            yield Problem(
                "trait", span, Localised(f"«{span}»: ese dato sí consta", f'"{span}": that fact is on record')
            )
            return
        if published and not any(f is not None for f in known):
            why = Localised(
                f"«{span}»: no consta que no se publique", f'"{span}": nobody checked that it is not published'
            )
            yield Problem("trait", span, why)
            return


def _fields_near(sentence: Sentence, trait: Trait) -> list[str]:
    """The fields that are said to be unknown: those named in the same clause."""
    from advisor.answer.claims.roles import find_roles

    folded = sentence.folded
    left = (
        max(folded.rfind(mark, 0, trait.start) for mark in (";", ".", ":", ",", " pero ", " but ", " and ", " y ")) + 1
    )
    rights = [
        p
        for p in (
            folded.find(mark, trait.end)
            for mark in (";", ". ", ", pero", ", but", " pero ", " but ", ", aunque", " so ", ", asi que")
        )
        if p >= 0
    ]
    right = min([*rights, len(folded)])
    clause = folded[left:right]
    roles = {role for at, role in find_roles(clause)}
    fields: list[str] = []
    if "params" in roles and "active" in roles:
        roles.discard("params")
    for role, names in _ROLE_FIELDS.items():
        if role in roles:
            if role == "price":
                io = roles & {"input", "output"}
                fields += [n for n in names if not io or any(("_in_" if r == "input" else "_out_") in n for r in io)]
            elif role != "output" or "price" not in roles:
                fields += names
    fields += [f for pattern, f in _MORE_FIELDS if re.search(pattern, clause)]
    fields += [
        t.key
        for t in find_traits(clause)
        if t.key in ("open_weights", "commercial_use", "tool_calling", "structured_output", "reasoning")
    ]
    return fields


def _makers(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """A vendor put beside a model must be its vendor."""
    mentions = sentence.mentions
    for here, after in pairwise(mentions):
        gap = sentence.folded[here.end : after.start]
        if (
            here.kind == "vendor"
            and after.kind in ("model", "short")
            and re.fullmatch(r"(?:'s|'|:)?\s+(?:model\s+)?", gap)
        ):
            vendor, models, span = here.vendor, after.models, (here.start, after.end)
        elif (
            after.kind == "vendor"
            and here.kind in ("model", "short")
            and (_MAKER.fullmatch(gap) or re.fullmatch(r"\s*\(", gap))
        ):
            vendor, models, span = after.vendor, here.models, (here.start, after.end)
        else:
            continue
        if vendor and models and not any(support.cards[m].vendor == vendor for m in models):
            words = sentence.plain[span[0] : span[1]]
            yield Problem(
                "attribution", words, Localised(f"«{words}»: no es su fabricante", f'"{words}": not its vendor')
            )


def _countries(sentence: Sentence, support: Support) -> Iterator[Problem]:
    for match in _COUNTRY.finditer(sentence.folded):
        owner = sentence.owners.of(match.start(), match.end())
        allowed = _COUNTRIES.get((match.group("es") or match.group("en"))[:4], set())
        if owner.models and not any(support.cards[m].origin in allowed for m in owner.models if m in support.cards):
            span = sentence.plain[match.start() : match.end()]
            yield Problem(
                "trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence')
            )


def _recommended(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """Only ranked models may be recommended, and only others advised against."""
    evidence = support.evidence
    ranked = [r.card.model for r in evidence.ranking.recommendations] if evidence.ranking else []
    for match in _RECOMMEND.finditer(sentence.folded):
        if sentence.question:
            return
        after = [m for m in sentence.owners.named if m.start >= match.end() and m not in sentence.owners.references]
        if not after or after[0].start - match.end() > 60:
            continue
        target = after[0]
        negated = bool(
            re.search(
                r"\b(?:no|not|n't|nunca|tampoco|wouldn't)\s+(?:te |os |le )?(?:would )?$",
                sentence.folded[max(0, match.start() - 16) : match.start()],
            )
        )
        span = sentence.plain[match.start() : target.end]
        why = Localised(f"«{span}» contradice la clasificación", f'"{span}" contradicts the ranking')
        unfit = not negated and bool(target.models) and not _may_recommend(target.models, ranked, support)
        if unfit or target.kind in ("stranger", "quoted"):
            yield Problem("eligibility", span, why)
        elif (
            not negated
            and target.models
            and ranked
            and _alone(sentence, match)
            and not _is_best(target.models, support)
        ):
            yield Problem("order", span, why)
        elif negated and any(m in ranked[:1] for m in target.models):
            yield Problem("eligibility", span, why)


def _may_recommend(models: tuple[str, ...], ranked: list[str], support: Support) -> bool:
    if ranked:
        return any(m in ranked for m in models)
    rows = support.recommendations
    if rows:
        best = max(row.score for row in rows.values())
        return any(m in rows and rows[m].score >= best - 1e-9 for m in models)
    return False


def _is_best(models: tuple[str, ...], support: Support) -> bool:
    from advisor.answer.checks.measures import Measures

    return any(m in Measures(support).tied_with_first() for m in models)


def _alone(sentence: Sentence, match: re.Match[str]) -> bool:
    """The sentence recommends one thing outright, without an "also", an "if" or a comparison that limits it."""
    return not sentence.conditional and not re.search(
        r"\b(?:tambien|also|alternativ\w*|otra|another|segund\w*|second|si|if|o bien|or|o|unless|para|for|when|cuando|como plan b|luego|then|despues|in that case|en ese caso|entonces)\b",
        sentence.folded[: match.start()] + sentence.folded[match.end() :],
    )
