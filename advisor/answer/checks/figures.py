"""Every number with its unit must be a fact, a computation or a quoted figure of the model it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor.answer.checks.derived import (
    cards_needed,
    converted,
    derived,
    is_precision,
    is_premise,
    misconverted,
    must_be_derived,
    priced,
    quantized,
)
from advisor.answer.checks.factors import as_factor, told_factor
from advisor.answer.checks.labels import under_another_name
from advisor.answer.checks.meaning import answers_briefly, same_meaning, same_unit
from advisor.answer.checks.memory import exceeds_its_part, part_of_whole
from advisor.answer.checks.persons import given_ahead, may_be_need, persons_own, said_by_person
from advisor.answer.checks.plausible import plausible
from advisor.answer.checks.reckoned import of_a_passage
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.checks.windows import holds_so_many
from advisor.answer.claims.antecedents import Owner, is_generic
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.speakers import speaks
from advisor.answer.figure import Figure, content_words
from advisor.answer.support import Support
from advisor.domain.language import Localised

_COUNTED = re.compile(
    r"(?:^|[\s(])(?:top|opcion|option|paso|step|numero|number|n\.?o|no\.|parte|part|punto|capitulo|section|nivel|level|fase|version|tier|grupo|plan)\s?#?$"
)
_IDIOMS = re.compile(
    r"\b24/7\b|\b24x7\b|\b100 ?% (?=(?:local|offline|open|abiert|gratis|compatible|seguro de|sure|privad))|\b1 ?a ?1\b|\b50/50\b"
)


def check_figures(
    sentence: Sentence, support: Support, judged: Sequence[Quantity] = ()
) -> tuple[list[Problem], list[tuple[int, int, frozenset[int]]]]:
    """The unsupported figures, but for those `judged` elsewhere; and for the supported ones (start, end, citation numbers that stand for it)."""
    problems: list[Problem] = []
    proven: list[tuple[int, int, frozenset[int]]] = []
    used = {id(quantity) for quantity in judged}
    for quantity, roles in zip(sentence.quantities, sentence.roles, strict=True):
        if id(quantity) in used or _structural(sentence, quantity, support):
            continue
        owner = sentence.owners.of(quantity.start, quantity.end)
        found = None
        apart = must_be_derived(sentence, quantity) and not _spare(sentence, quantity, owner, support)
        if not apart:
            found = _supporting(sentence, quantity, roles, owner, support)
        if (
            found is None
            and persons_own(sentence, quantity, support) is None
            and derived(sentence, quantity, owner, support)
        ):
            found = frozenset()
        if found is None and (
            converted(sentence, quantity)
            or quantized(sentence, quantity, owner, support)
            or priced(sentence, quantity, owner, support)
            or is_premise(sentence, quantity, support)
            or is_precision(sentence, quantity, support)
            or cards_needed(sentence, quantity, owner, support)
            or holds_so_many(sentence, quantity, owner, support)
        ):
            found = frozenset()
        if found is None and not apart and persons_own(sentence, quantity, support) is None:
            second = plausible(sentence, quantity, support)
            found = _sources(second) if second else None
        if found is None and (
            _is_factor(sentence, quantity, owner, support) or of_a_passage(sentence, quantity, support)
        ):
            found = frozenset()
        if found is not None and (misconverted(sentence, quantity) or exceeds_its_part(sentence, quantity)):
            found = None
        if found is not None and denied(sentence, quantity):
            why = Localised("niega un dato que consta", "it denies a figure that is on record")
            problems.append(Problem("figure", sentence.plain[quantity.start : quantity.end].strip(), why))
        elif found is None:
            problems.append(_problem(sentence, quantity, owner, support))
        else:
            proven.append((quantity.start, quantity.end, found))
    return problems, proven


_COUNT_OF_ALL = re.compile(
    r"[^.;,\d]{0,16}?\b(?:(?:of|out of|de|entre) (?:(?:the|our|l[oa]s) )?\d+|meets?|qualif\w+|cumplen?|eligible)\b"
)
""" "Only 5 of the 258 models meet what you ask" counts the catalogue's, not the answer's own."""


_MEET = re.compile(r"[^.;,]{0,40}?\b(?:meets?|qualif\w+|cumplen?|eligible)\b")
_NOT_ALL = re.compile(r"\b(?:if|si|sin|without|no|not|n't|would|\w+ria[ns]?)\b")


_OTHERS = re.compile(r"\b(?:otr[oa]s|other|another|further)\s+$")
_NOTHING = re.compile(
    r"^\W*(?:nothing|none|no (?:single )?model|not one|nada|ningun[oa]?|no hay ning\w+)\b[^.;]*[:(,]\s*$"
)


def _meets(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Only 5 of the 258 meet what you ask": as the needs stand."""
    if _NOTHING.search(sentence.folded[: quantity.start]) and _COUNT_OF_ALL.match(sentence.folded, quantity.end):
        return True
    whole = re.search(r"\b(?:of|de|among|entre) (?:the |our |l[oa]s )?$", sentence.folded[: quantity.start])
    counted = _COUNT_OF_ALL.match(sentence.folded, quantity.end) and _MEET.match(sentence.folded, quantity.end)
    return bool(counted) and not whole and not _NOT_ALL.search(sentence.folded)


def _is_factor(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether a factor or share that no comparison has judged is borne out by the figures told with it."""
    factor = as_factor(sentence, quantity)
    models = owner.models or sentence.thread.subject or support.topics[:1]
    span = (quantity.start, quantity.end)
    return factor is not None and told_factor(sentence, factor, quantity.bound, span, models, support)


_DENIED = re.compile(
    r"\b(?:no|not|nunca|never|\w+n't|tampoco)\s+(?:(?:te|le|lo|la|se|me) )?(?:declar\w+|cuest\w+|cost\w*|tienen?|ha[sv]e?|ocup\w+|necesit\w+|need\w*|takes?|cobr\w+|charg\w*|ofrec\w+|offers?|escrib\w+|writes?|pesan?|supports?|admiten?|reads?|leen?|accepts?|aceptan?|scores?|sacan?)\s+(?:the |los |las |unos |its |up to |hasta )?$"
)


def denied(sentence: Sentence, quantity: Quantity) -> bool:
    """ "It does not declare 140 languages", where it does; a bound ("does not cost more than 5") denies nothing."""
    return not quantity.bound and not sentence.question and bool(_DENIED.search(sentence.folded[: quantity.start]))


def _device(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """ "Your 3060": the number of a card that the person named."""
    digits = sentence.plain[quantity.start : quantity.end].strip()
    named = (
        quantity.unit in ("bare", "GB")
        and re.fullmatch(r"\d{4}s?", digits)
        and any(
            re.search(rf"(?<!\d){digits.rstrip('s')}(?!\d)", text)
            for text in (support.evidence.text, *(t for _, t, _ in support.texts))
        )
    )
    return bool(named) and bool(
        re.search(
            r"\b(?:tus?|your|una?|an?|la|the|that|this|es[ae]|est[ae])\s+(?:(?:dos|tres|cuatro|two|three|four) )?$",
            sentence.folded[: quantity.start],
        )
    )


_TRYING = re.compile(
    r"(?<!to be )\b(?:try|trying|test|testing|label|labell?ing|check|checking|read|reading|compare|comparing|review|run|running|feed|feeding|giving|send|sending|collect|"
    r"gather|sample|prueba|pruebalo|probar|etiqueta|etiquetar|revisa|revisar|lee|leer|compara|comparar|pasale|reune|reunir|recoge|"
    r"mide|junta|manda|coge)\b[^.;:?!\d]{0,40}$"
)
_OWN_CASES = re.compile(
    r"\s*(?:or so |o asi )?(?:(?:of|de) )?(?:(?:your|the|tus|tu|los|las|sus) )?(?:(?:own|real|typical|past|old|propi[oa]s|reales|antigu[oa]s) )*"
    r"(?:reviews|answers|e-?mails|messages|examples|cases|questions|documents|contracts|tickets|photos|invoices|conversations|"
    r"prompts|texts|articles|resenas|respuestas|correos|mensajes|ejemplos|casos|preguntas|documentos|contratos|fotos|facturas|"
    r"conversaciones|textos|articulos)\b"
)
_MOST_TRIED = 200


def _is_a_trial(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Label fifty reviews yourself and see": how many of one's own cases to try is advice, and no fact."""
    value = quantity.readings[0][0] if quantity.readings else 0.0
    told = _TRYING.search(sentence.folded[: quantity.start]) and _OWN_CASES.match(sentence.folded, quantity.end)
    return bool(told) and 1 <= value <= _MOST_TRIED and value == int(value)


def _structural(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """Numbers that count the answer's own parts, or belong to a set phrase."""
    folded = sentence.folded
    if _device(sentence, quantity, support) or _is_a_trial(sentence, quantity):
        return True
    if any(m.start() <= quantity.start < m.end() for m in _IDIOMS.finditer(folded)):
        return True
    whole = quantity.readings and quantity.readings[0][0] == int(quantity.readings[0][0])
    value = quantity.readings[0][0] if quantity.readings else 0.0
    if quantity.unit == "bare" and not quantity.scaled and whole and value <= 20:
        before = folded[: quantity.start]
        after = folded[quantity.end : quantity.end + 2]
        if _COUNTED.search(before[-12:]) or (before.rstrip().endswith("(") and after.startswith(")")):
            return True
    if quantity.unit == "count:model" and quantity.readings:
        if _COUNT_OF_ALL.match(folded, quantity.end):
            return False
        near = folded[max(0, quantity.start - 14) : quantity.end + 24]
        told = re.search(r"\b(?:est[oa]s|these|los|las|the|otr[oa]s|other|top|only|solo|with|con)\b", near)
        return bool(whole) and 1 <= value <= min(len(support.cards), 5) and (quantity.small or bool(told))
    if quantity.unit == "count:provider" and quantity.small:  # "of the two providers": those just named
        return bool(re.search(r"\b(?:l[oa]s|es[oa]s|est[oa]s|the|these|those|both)\s+$", folded[: quantity.start]))
    if quantity.unit == "place":
        return not any("place" in said for said in sentence.roles)
    if quantity.unit == "count:factor":
        return value == 7
    return False


def _supporting(
    sentence: Sentence, quantity: Quantity, roles: frozenset[str], owner: Owner, support: Support
) -> frozenset[int] | None:
    """Citation numbers of the figures that bear a quantity out; None where none does."""
    cited: frozenset[int] = frozenset()
    had = persons_own(sentence, quantity, support)
    if had is not None:
        return cited if had else None
    if owner.stranger and not owner.models:
        owner = Owner(general="own" in roles)
    if quantity.unit == "count:record" and not sentence.owners.named:  # how many to train with, whatever the model
        owner = Owner(tuple(dict.fromkeys((*owner.models, *support.topics[:3]))), general=True)
    if owner.models:
        each = [_matches(sentence, quantity, roles, support.figures.get(m, ())) for m in owner.models]
        of_use = owner.every and all("limit" in f.tags for found in each for f in found)  # what the use asks for
        if all(each) if owner.every and not of_use else any(each):
            return cited.union(*(_sources(found) for found in each))
    if (
        owner.general
        or not owner.models
        or quantity.unit in ("count:model", "date")
        or may_be_need(sentence, quantity, roles, owner)
    ):
        found = _general(sentence, quantity, roles, owner, support)
        if found:
            return _sources(found)
    if part_of_whole(sentence, quantity) != "part" and said_by_person(sentence.folded, quantity, roles, support):
        return cited
    return None


def _spare(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether a difference stands in the evidence as such: the memory left, or the same words in a text."""
    words = content_words(sentence.folded)
    if quantity.unit == "bare" and any(q.unit == "GB" for q in sentence.quantities):
        quantity = replace(quantity, unit="GB")
    figures = [f for m in (*owner.models, None) for f in support.figures.get(m, ()) if same_value(quantity, f)]
    return any(f.field == "fit.spare" or (f.field == "" and len(words & f.words) >= 2) for f in figures)


def _sources(figures: Sequence[Figure]) -> frozenset[int]:
    """The sources of the figures; those of facts before those of texts that repeat them."""
    facts = [f for f in figures if f.field] or figures
    return frozenset[int]().union(*(f.sources for f in facts))


def _matches(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figures: Iterable[Figure]) -> list[Figure]:
    return [f for f in figures if same_value(quantity, f) and same_meaning(sentence, quantity, roles, f)]


def _general(
    sentence: Sentence, quantity: Quantity, roles: frozenset[str], owner: Owner, support: Support
) -> list[Figure]:
    """Figures of the guide, the catalogue and the person that the quantity may stand for."""
    found = []
    words = content_words(sentence.folded)
    for figure in support.figures.get(None, ()):
        if not same_value(quantity, figure) or not same_meaning(sentence, quantity, roles, figure):
            continue
        rest = _OTHERS.search(sentence.folded[: quantity.start]) and figure.field == "count.shown"
        if (
            figure.field.startswith("count.")
            and figure.field != "count.eligible"
            and _meets(sentence, quantity)
            and not rest
        ):
            continue
        if figure.sizes and not _of_its_size(sentence, figure, support):
            continue
        if figure.field == "" and not _of_its_speaker(sentence, figure, support):
            continue
        if figure.field == "" and under_another_name(sentence, quantity, figure, support):
            continue
        if figure.field.startswith("need:") and not may_be_need(sentence, quantity, roles, owner):
            continue
        bits = quantity.unit == "bits" and not sentence.owners.named
        if (
            figure.field == ""
            and not bits
            and not (given_ahead(sentence, quantity) and _shared(words, figure) > 1)
            and not _may_quote(
                sentence, owner, _shared(words, figure) + 2 * (quantity.unit == "count:record"), quantity.unit
            )
        ):
            continue
        found.append(figure)
    return found


_ACCORDING = re.compile(r"\b(?:segun|according to|para|por parte de|in the words of)\s+$")


def _of_its_speaker(sentence: Sentence, figure: Figure, support: Support) -> bool:
    """Whether a passage's figure, if the sentence says who gives it, stands there beside that name."""
    for mention in sentence.mentions:
        told = mention.kind == "vendor" and (
            speaks(sentence.folded, mention.end) or _ACCORDING.search(sentence.folded[: mention.start])
        )
        name = content_words(sentence.folded[mention.start : mention.end]) if told else frozenset[str]()
        if name and not name & figure.words and any(name & f.words for f in support.figures.get(None, ())):
            return False
    return True


_OF_THE_MODEL = re.compile(r"\b(?:it|this model|este modelo|ese modelo|the model|el modelo)\b|\w[aei]rl[oa]\b")


def _of_its_size(sentence: Sentence, figure: Figure, support: Support) -> bool:
    """Whether a passage's memory, told there of models of one size, is not told here of the model that the turn is about."""
    here = [value for q in sentence.quantities if q.unit == "params" for value, _ in q.readings[:1]]
    sized = [size for size in figure.sizes if size >= 1e6]
    if here and sized and not any(abs(a - b) <= 0.1 * b for a in here for b in sized):
        return False
    if not support.topics or not _OF_THE_MODEL.search(sentence.folded):
        return True
    told = (*(q for q in sentence.quantities if q.unit == "params"), *sentence.thread.sizes)
    return any(value in figure.sizes for q in told for value, _ in q.readings)


def _shared(words: frozenset[str], figure: Figure) -> int:
    """Words that a sentence has in common with a figure's; three of the passage's own count as one."""
    return len(words & figure.words) or len(words & figure.around) // 3


_OF_MODELS = frozenset({"GB", "tokens/s", "usd", "usd/M", "usd/month", "params"})
"""What is told of a model more often than in general."""


def _may_quote(sentence: Sentence, owner: Owner, shared: int, unit: str) -> bool:
    """Whether a figure of a text may be meant: it is said of no model by name, and around it the same things are named."""
    if owner.models and not owner.general:
        return False
    if sentence.listed and sentence.thread.anchor and unit in _OF_MODELS:  # an item of a list under a model's name
        return False
    return shared >= (1 if not owner.models or is_generic(sentence.folded) else 2) or answers_briefly(sentence)


def _problem(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> Problem:
    """What is wrong with an unsupported figure, as closely as the evidence tells."""
    span = sentence.plain[quantity.start : quantity.end].strip()
    kind = "figure"
    others = [m for m in support.cards if m not in owner.models]
    empty: frozenset[str] = frozenset()
    roles = sentence.roles[sentence.quantities.index(quantity)]
    if any(_matches(sentence, quantity, roles, support.figures.get(m, ())) for m in others):
        kind = "attribution"
    else:
        own = [f for m in owner.models for f in support.figures.get(m, ())]
        same = [f for f in own if same_value(quantity, f)]
        if any(same_unit(sentence, quantity, empty, f) for f in same):
            kind = "field"
        elif same and quantity.unit != "bare":
            kind = "unit"
    reasons = {
        "figure": Localised(f"«{span}» no está en los datos", f'"{span}" is not in the evidence'),
        "attribution": Localised(f"«{span}» es de otro modelo", f'"{span}" belongs to another model'),
        "field": Localised(f"«{span}» es otro dato de ese modelo", f'"{span}" is another figure of that model'),
        "unit": Localised(f"«{span}» lleva la unidad equivocada", f'"{span}" has the wrong unit'),
    }
    return Problem(kind, span, reasons[kind])
