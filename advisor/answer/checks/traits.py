"""Claims without a figure are held against the facts: what is unknown may become neither a yes nor a no.

Policy: praise ("a good choice") passes. What a card, a computation or the ranking can answer is checked. Promises that no
card holds (guarantees, compliance, awards, offers) need the same words in the evidence.
"""

from __future__ import annotations

import re

from advisor.answer.checks.gapped import check_gapped
from advisor.answer.checks.machines import elsewhere, of_any_model
from advisor.answer.checks.reasons import REASON, REASONS, so_broken
from advisor.answer.checks.relaxed import given_up_label, given_up_without
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.truths import truth
from advisor.answer.checks.undisclosed import check_disclosed, check_undisclosed
from advisor.answer.claims.antecedents import Owner, is_generic
from advisor.answer.claims.degrees import measure_in
from advisor.answer.claims.folding import fold
from advisor.answer.claims.traits import Trait, find_traits, languages_in
from advisor.answer.support import Support
from advisor.domain.language import Localised

_VERB = re.compile(
    r"\b(?:admiten?|soportan?|tienen?|es|son|estan?|ofrecen?|incluyen?|aceptan?|permiten?|traen?|puede[ns]?|habla\w*|entiende\w*|funciona\w*|caben?|corren?|declara\w*|cuenta|dispone|"
    r"supports?|has|have|is|are|offers?|accepts?|includes?|allows?|can|comes|handles?|speaks?|runs?|fits?|works?|licensed|ships|lets|cumple\w*|meets?|queda\w*|exceeds?|supera\w*|publica\w*|does|no|not|cannot|can't|\w+n't|lacks?|carece|costs?|cuesta)\b"
)
_WISH = re.compile(
    r"\b(?:si|if|cuando|when|in case|en caso|whether|unless|even if|depende|how (?:well|good|badly)|que tal|como de bien|lo bien que|hasta que punto)\b[^.;:,]*$"
)
_PERSON = re.compile(
    r"\b(?:pediste|pides|has pedido|quieres|querias|necesitas|dijiste|has dicho|buscas|exiges|you (?:asked|want|wanted|need|said|require|are looking)|as you|your \w+ (?:needs|wants|requires)|tu \w+ (?:necesita|quiere|pide)|your (?:need|requirement|request))\b[^.;]*$"
)
_HOLDS_TEXT = re.compile(
    r"\b(?:paginas?|pages?|documentos?|documents?|contratos?|contracts?|tokens|ventana|window|contexto?|libros?|books?|textos?)\b"
)
""" "150 pages fit easily" is said of a window, which the figures answer for."""
_GIVEN_UP = re.compile(
    r"\b(?:drop|dropping|give up|gave up|giving up|let go of|do without|live without|renuncia\w*|prescind\w+|quit(?:as?|ar|ando)|olvid\w+|relax\w*|waive|without (?:requiring|needing|asking for)|sin (?:exigir|pedir))\s+(?:\w+ ){0,3}$"
)
_ASKED = re.compile(r"\b(?:requirements?|requisitos?|conditions?|condicion(?:es)?) (?:for|of|de|para) (?:\w+ )?$")
""" "Meets the requirement for tool calling"."""
_TAKEN = re.compile(r"\b(?:assum\w+|supuest\w+|supon\w+|asum\w+|doy por)\b")
_LICENCE = re.compile(r"\b(?:licen[cs]\w*|comercial\w*|commercial\w*)")
_CONDITION = re.compile(r"[ -](?:condition|requirement|filter|restriction|need|limit)\b")
""" "The open-weights condition" speaks of what the person asked for."""
_ALWAYS = frozenset({"licence", "open_weights", "commercial_use"})
"""Traits that a label says without a verb: "- Apache 2.0, open weights"."""
_ROOM = re.compile(r"(?:caben|entran|fits?)\s+(?:solo |unos |hasta |only |up to )?\d[\d.,·]* ?g(?:i?b|igas)\b")
_WHAT_FITS = re.compile(r"\b(?:lo que (?:te |le )?|what (?:would |will |can )?)$")
""" "24 GB fit on your card", "what fits on it": the memory that is there, which the figures answer for."""
_TECHNIQUE = re.compile(
    r"^\W*(?:el |la |un |the |a )?(?:ajuste|entrenamiento|q?lora|fine-?tun\w+|full (?:fine-?)?tun\w+|training|cuantizacion|quantization)\b"
)
""" "Full fine-tuning is ruled out" says nothing of a model's standing."""
_NEED_OF = {"open_weights": "open_weights", "commercial_use": "commercial_use", "tool_calling": "tool_calling",
            "structured_output": "structured_output", "reasoning": "reasoning", "local": "local"}  # fmt: skip


def check_traits(sentence: Sentence, support: Support) -> list[Problem]:
    traits = find_traits(sentence.folded)
    traits += _carried_language(sentence, traits) + _both_languages(sentence, support)
    hidden = [t for t in traits if t.key == "undisclosed"]
    problems = list(check_undisclosed(sentence, hidden, traits, support)) if hidden else []
    problems += check_gapped(sentence, traits, support)
    for trait in traits:
        if trait.key == "unconditional" and not _LICENCE.search(sentence.folded):
            continue
        if trait.key == "ample" and _HOLDS_TEXT.search(sentence.folded):
            continue
        if trait.key == "disclosed":
            problems += check_disclosed(sentence, trait, support)
            continue
        if trait.key == "undisclosed" or (hidden and trait.key not in ("boast", "offer", "eligible")):
            continue
        problem = _check(sentence, trait, support)
        if problem:
            problems.append(problem)
    return problems


_SUPPOSES = re.compile(r"[:.]\s+(?:if|si)\b")
_OFFICIAL = re.compile(
    r"\b(?:lists|declares|names|declara|nombra|incluye) (?:it|that|lo)\b|\b(?:que|quien) (?:s?i? ?)l[oa] (?:declara|nombra|incluye)\b|\b(?:idioma|lengua) oficial\b|\bofficial language\b|\b(?:lo|la|it) (?:si |tambien |also )?(?:declara|incluye|soporta|admite|declares|includes|supports|lists|reconoce|recognises|recognizes)\b"
)


def _carried_language(sentence: Sentence, traits: list[Trait]) -> list[Trait]:
    """ "It is an official language as well": of the language last spoken of."""
    code = sentence.thread.language
    match = _OFFICIAL.search(sentence.folded)
    head = sentence.folded.find(",") if sentence.conditional or _SUPPOSES.search(sentence.folded) else -1
    if head >= 0:  # "if you want official Spanish, B is the one that lists it"
        match = _OFFICIAL.search(sentence.folded, head)
        wanted = languages_in(sentence.folded[:head])
        code = next(iter(wanted)) if len(wanted) == 1 else ""
        traits = [t for t in traits if t.start > head]
    rest = sentence.folded[max(head, 0) :]
    if not code or match is None or any(t.key in ("languages", "undisclosed") for t in traits) or languages_in(rest):
        return []
    positive = not re.search(
        r"\b(?:no|not|ni|nor|tampoco|neither|doesn't|isn't|ninguno|none)\b", sentence.folded[: match.end()]
    )
    return [Trait(match.start(), match.end(), "languages", positive, f"{code}!")]


_BOTH_OF_THEM = re.compile(
    r"\b(?P<no>no |not |n't )?(?:officially |oficialmente )?(?:cover|support|speak|declare|list|include|admite|cubre|declara|habla|soporta|incluye|name|nombra|enumera|reconoce)\w*\s+(?:both|amb[oa]s|l[oa]s dos)(?P<languages> (?:languages|idiomas|lenguas))?(?=\s*(?:$|[.,;)]|officially|oficialmente))"
)


def _both_languages(sentence: Sentence, support: Support) -> list[Trait]:
    """ "You need Spanish and Portuguese, and it covers both"."""
    match = _BOTH_OF_THEM.search(sentence.folded)
    codes = languages_in(sentence.folded[: match.start()]) if match else frozenset()
    if match and not codes and match.group("languages"):  # those asked for
        codes = frozenset(support.evidence.needs.names("languages"))
    if match is None or len(codes) != 2:
        return []
    return [Trait(match.start(), match.end(), "languages", not match.group("no"), f"{code}!") for code in codes]


def _check(sentence: Sentence, trait: Trait, support: Support) -> Problem | None:
    span = sentence.plain[trait.start : trait.end].strip()
    unsupported = Problem(
        "trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence')
    )
    if trait.key in ("boast", "compliance", "offer", "benchmark_boast"):
        return None if sentence.question or _says(support, sentence, trait) else unsupported
    label = given_up_label(sentence.folded)
    headed = label is not None and trait.end <= label.end()
    headed = headed or given_up_without(sentence.folded, trait.start)
    asked = _CONDITION.match(sentence.folded, trait.end) or _ASKED.search(sentence.folded[: trait.start])
    if headed or asked or _GIVEN_UP.search(sentence.folded[: trait.start]):
        return None if _is_need(trait, support) else unsupported
    before = sentence.folded[: trait.start]
    clause = before[max(before.rfind(mark) for mark in (".", ";", ":")) + 1 :]
    if sentence.question or _WISH.search(_without_yes(sentence, trait, clause)):
        return None
    if (
        _PERSON.search(clause)
        and not re.match(r"\W*(?:si|if)\b", clause)
        and not _goes_on_of_another(sentence, trait, clause)
    ):
        return None if _is_need(trait, support) else Problem(
            "trait", span, Localised(f"«{span}» no lo ha pedido la persona", f'the person did not ask for "{span}"')
        )  # fmt: skip
    number = _how_many(sentence, trait, support)
    if number is not None:
        return None if number else unsupported
    if (
        trait.key == "eligible"
        and trait.positive
        and any(q.unit == "count:model" and 0 <= trait.start - q.end <= 12 for q in sentence.quantities)
    ):
        return None  # how many meet the needs, which the figures answer for
    if trait.key == "eligible" and _TECHNIQUE.search(re.split(r"[.;:]", before)[-1]):
        return None
    if trait.key == "fit" and re.search(
        r"\b(?:i|we|he|hemos|lo he|nadie|nobody)(?: \w+| ?n't| \w+n't){0,2}\s+$", before
    ):
        return None  # what we have tried, which is a claim of its own
    if trait.key == "fit" and trait.positive and _fit_told(sentence, trait, support):
        return None
    if trait.key == "fit" and (_ROOM.match(sentence.folded, trait.start) or _WHAT_FITS.search(before)):
        return None
    if trait.key == "fit" and re.search(r"\b(?:hay|tienes|tendrias) que\s+$|\b(?:have|need) to\s+$|\bmust\s+$", before):
        return None
    any_model = of_any_model(sentence, trait) if trait.key in ("fit", "ample") else None
    if any_model is not None:
        return None if any_model else unsupported
    if not sentence.owners.named and _ONE_SUCH.search(re.split(r"[.;:]", before)[-1]):
        return None
    owner = sentence.owners.of(trait.start, trait.end)
    if trait.key == "eligible" and not trait.positive and not so_broken(sentence, trait, owner, support):
        return Problem(
            "eligibility", span, Localised(f"«{span}»: no es por eso", f'"{span}": that is not the reason')
        )  # fmt: skip
    within = _within_budget(sentence, trait, owner, support)
    if within is not None:
        return None if within == trait.positive else Problem(
            "eligibility", span, Localised(f"«{span}» no cuadra con el coste", f'"{span}" does not go with the cost')
        )  # fmt: skip
    told = (
        bool(_VERB.search(sentence.folded[: trait.end]))
        or (trait.key in _ALWAYS and not sentence.heading)
        or (trait.key == "modalities" and not sentence.heading)
        or (trait.key == "languages" and not _TAKEN.search(sentence.folded))
    )
    if not sentence.owners.named and (is_generic(sentence.folded) or not told):
        return None
    if owner.stranger:
        return None if trait.key == "fine_tuning" and not owner.models and not sentence.thread.subject else unsupported
    if not owner.models:
        return None
    if trait.positive and _alone(sentence, trait, owner, support):
        return unsupported
    answers = [_answer(trait, model, support) for model in owner.models]
    good = all(answers) if owner.every else any(answers)
    good = good or (trait.key in ("fit", "local") and elsewhere(sentence, trait, owner, support))
    if good or (trait.key == "languages" and not trait.positive and _unlisted(sentence, trait, owner, support)):
        return None
    if (
        trait.key == "eligible"
        and not trait.positive
        and _OUT.search(span.lower())
        and _open(sentence, trait, owner, support)
    ):
        return None
    if trait.key == "eligible":
        return Problem(
            "eligibility", span, Localised(f"«{span}» contradice la clasificación", f'"{span}" contradicts the ranking')
        )
    return unsupported


_ONE_SUCH = re.compile(
    r"\b(?:(?:tendrias|habria|hay|tienes) que|you(?:'d| would)? (?:have|need) to|puedes|podrias|you (?:can|could)|try|prueba|busca|look for|elige|pick|choose|necesitas|necesitarias|you need)\b[^.;:]{0,24}?\b(?:uno|una|alguno|alguna|algo|one|some|something|another|otro|otra|un modelo|a model|any)\b(?! (?:de|of) (?:l[oa]s|the|est[oa]s|these))[^.;:]*$"
)
""" "You would have to run one with open weights": of none in particular."""
_ON = re.compile(r"\s+(?:on|for|over|por|en)\b")
_TOO_BIG = re.compile(r"\b(?:grande|pesad[oa]|big|large|heavy)\b")
_OUT = re.compile(r"\b(?:out|off|fuera|did)\b")


def _open(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool:
    """Whether a model was left out for what is not confirmed of it, and for no other reason that the sentence gives."""
    ranking = support.evidence.ranking
    waiting = {u.card.model: u.unknown for u in ranking.unconfirmed} if ranking else {}
    if not owner.models or not all(m in waiting for m in owner.models):
        return False
    reason = REASON.search(sentence.folded, trait.end) or _ON.match(sentence.folded, trait.end)
    words = sentence.folded[reason.end() :] if reason else ""
    measure = measure_in(words) or ("memory" if _TOO_BIG.search(words) else None)
    unknown = {key for m in owner.models for key in waiting[m]}
    keys = REASONS.get(measure or "", frozenset()) if measure != "output" else frozenset[str]()
    return not keys or bool(keys & unknown)


_HOW_MANY = re.compile(
    r"\b(?P<n>one|two|three|un[oa]|dos|tres|none|neither|ningun[oa])(?: models?| modelos?)? (?:of|de) (?:the|l[oa]s|these|est[oa]s|es[oa]s|those) (?P<of>two|three|four|dos|tres|cuatro)\b(?P<gap>[^.;:]{0,60})$"
)
_NUMBERS = {"one": 1, "un": 1, "uno": 1, "una": 1, "two": 2, "dos": 2, "three": 3, "tres": 3, "four": 4, "cuatro": 4,
            "none": 0, "neither": 0, "ninguno": 0, "ninguna": 0}  # fmt: skip


def _how_many(sentence: Sentence, trait: Trait, support: Support) -> bool | None:
    """Whether "two of the three have open weights" is the right number; None where none is told."""
    told = _HOW_MANY.search(sentence.folded[: trait.start])
    if told is None or sentence.owners.named or trait.key not in _COUNTABLE:
        return None
    count, of = _NUMBERS[told.group("n")], _NUMBERS[told.group("of")]
    recent = sentence.thread.recent
    shown = recent if len(recent) == of else support.topics[:of]
    denied = count == 0 or bool(_NOT.search(told.group("gap")))
    positive = trait.positive or (count == 0 and not trait.positive)
    held = [truth(trait, m, support) for m in shown]
    meeting = sum(h is (positive if not denied or count == 0 else not positive) for h in held)
    return meeting == count if len(shown) == of and (None not in held or meeting != count) else None


_COUNTABLE = frozenset(
    {
        "open_weights",
        "commercial_use",
        "tool_calling",
        "structured_output",
        "reasoning",
        "modalities",
        "languages",
        "fit",
        "licence",
    }
)
_NOT = re.compile(r"\b(?:no|not|n't|isn't|aren't|doesn't|don't)\b")


def _fit_told(sentence: Sentence, trait: Trait, support: Support) -> bool:
    """ "gpt-oss-20b runs in 16 GB": where a passage says so of that name."""
    inside = [q for q in sentence.quantities if q.unit == "GB" and trait.start <= q.start < trait.end]
    names = [sentence.folded[n.start : n.end] for n in sentence.owners.named if n.end <= trait.start]
    if not inside or not names:
        return False
    amount = re.escape(sentence.folded[inside[0].start : inside[0].end])
    parts = (p for owner, text, _ in support.texts if owner is None for p in re.split(r"(?<=[.!?;])\s+", fold(text)))
    return any(re.search(rf"(?<!\w){re.escape(names[-1])}(?!\w)[^;]*(?<![\d.,]){amount}", p) for p in parts)


def _goes_on_of_another(sentence: Sentence, trait: Trait, clause: str) -> bool:
    """ "You need Spanish, and B only covers English": whether a model is named between the person's wish and the trait."""
    wish = _PERSON.search(clause)
    start = trait.start - len(clause) + (wish.start() if wish else 0)
    return any(
        start < n.start < trait.start and re.search(r",\s*(?:\w+ )?(?:the |el )?$", sentence.folded[: n.start])
        for n in sentence.owners.named
    )


_ONLY = re.compile(r"(?:^|[.;:,]\s*|\b(?:and|y|pero|but)\s+)\W*(?:only|solo|unicamente|just)\s+(?:the |el |la )?$")


def _alone(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool:
    """ "Only B fits on your card": whether another of those shown does as well."""
    name = next((n for n in sentence.owners.named if set(n.models) & set(owner.models)), None)
    if name is None or name.start > trait.start or not _ONLY.search(sentence.folded[: name.start]):
        return False
    shown = dict.fromkeys((*support.topics[:3], *sentence.thread.recent))
    return any(truth(trait, m, support) is True for m in shown if m not in owner.models)


_LISTS = re.compile(r"\b(?:list\w*|enumer\w*|figura\w*|aparece\w*|nombra\w*|names?|named|mentions?|mencion\w*)\b")


def _unlisted(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool:
    """ "English isn't listed by name": true as well where a vendor only counts its languages."""
    code = trait.value.rstrip("!")
    listed = [code in support.cards[m].texts("languages_official") for m in owner.models if m in support.cards]
    near = sentence.folded[max(0, trait.start - 50) : trait.end + 50]
    return bool(_LISTS.search(near)) and bool(listed) and not any(listed)


def _without_yes(sentence: Sentence, trait: Trait, clause: str) -> str:
    """The clause before a trait without each "sí", which folds into "si"."""
    start = trait.start - len(clause)
    spoken = sentence.plain[start : trait.start].lower()
    return (
        "".join("  " if spoken[i : i + 2] == "sí" or spoken[i - 1 : i + 1] == "sí" else c for i, c in enumerate(clause))
        if "sí" in spoken
        else clause
    )


def _within_budget(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool | None:
    """Whether a model costs no more than the person's budget, where a sentence speaks of just that."""
    words = sentence.folded[trait.start : trait.end + 12]
    needs = support.evidence.needs
    budget = needs.number("budget_usd_month")
    if trait.key != "eligible" or not re.search(r"\b(?:presupuesto|budget|limite?|tope|ceiling|cap)\b", words):
        return None
    if budget is None:
        return _within_prices(owner, support)
    costs = [support.recommendations[m].cost for m in owner.models if m in support.recommendations]
    known = [cost.usd_month <= budget for cost in costs if cost is not None]
    return all(known) if known else None


def _within_prices(owner: Owner, support: Support) -> bool | None:
    """Whether a model charges no more for a million tokens than the person allows, where that is their only limit."""
    found: list[bool] = []
    for key in ("max_price_in_usd_per_m", "max_price_out_usd_per_m"):
        limit = support.evidence.needs.number(key)
        for model in owner.models if limit is not None else ():
            price = support.cards[model].number(key.removeprefix("max_")) if model in support.cards else None
            found += [] if price is None or limit is None else [price <= limit]
    return all(found) if found else None


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
    found = truth(trait, model, support)
    if trait.key == "free" and found is None and support.cards[model].value("open_weights") is True:
        return True
    return found is not None and found == trait.positive
