"""Which of the models shown: the one that it is in the first sentence, then the others with their figures, then what these are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.phrases import listed, need_in_words
from advisor.answer.parts.values import value_in_words
from advisor.answer.parts.which_fits import NUMBER, fitting, fitting_in, name, names
from advisor.answer.parts.which_pair import against
from advisor.answer.parts.which_words import BEST, HAS, NOTES, NOTHING, PLURAL, REGARDLESS, UNMEASURED
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number
from advisor.domain.language import Language, Localised
from advisor.domain.language_names import language_name
from advisor.domain.needs import USE_CASES
from advisor.domain.which import Which
from advisor.domain.which_found import WhichFound, WhichRow

_FIELDS: Mapping[str, str] = {
    "size": "params_total_b",
    "context": "context_tokens",
    "output": "max_output_tokens",
    "speed": "throughput_tokens_per_s",
    "cost_in": "price_in_usd_per_m",
    "cost_out": "price_out_usd_per_m",
    "newest": "release_date",
    "cutoff": "knowledge_cutoff",
    "freest": "licence",
    "licence": "licence",
    "images": "modalities",
    "video": "modalities",
    "audio": "modalities",
    "moe": "architecture",
    "dense": "architecture",
}
"""The card's field in whose words a row is told that has none of its own."""


def which(evidence: Evidence, cite: Citer) -> list[str]:
    found = evidence.which
    if found is None:
        return []
    if found.asked.thing == "fits":
        return fitting(found, evidence)
    if found.asked.thing == "unmeasured":
        return [UNMEASURED[found.asked.value].in_(evidence.language)]
    if found.pair is not None:
        return against(found.pair, evidence, cite, worth=found.asked.thing == "worth")
    if found.asked.thing == "regardless":
        return _regardless(found, evidence)
    if found.asked.thing == "fits_in":
        return fitting_in(found, evidence)
    if found.asked.way == "has" and len(found.rows) == 1:
        return _of_one(found, evidence, cite)
    if found.asked.way == "has":
        return _having(found, evidence, cite)
    return _ranked(found, evidence, cite)


def _regardless(found: WhichFound, evidence: Evidence) -> list[str]:
    language, row = evidence.language, found.rows[0]
    what = REGARDLESS[found.asked.value].in_(language)
    shown = row.words.in_(language)
    text = Localised(
        "Si {} no contara y mandase la calidad, **{}** ({}): su calidad medida supera a la del {} del catálogo.",
        "If {} did not count and quality decided, **{}** ({}): its measured quality beats that of {} of the catalogue.",
    )
    if row.number is None:
        text = Localised(
            "Si {} no contara y mandase la calidad, **{}** ({}).",
            "If {} did not count and quality decided, **{}** ({}).",
        )
    return [text.in_(language).format(what, row.card.name, row.card.vendor, shown)]


def _of_one(found: WhichFound, evidence: Evidence, cite: Citer) -> list[str]:
    language, row = evidence.language, found.rows[0]
    es, said = language == "es", name(row)
    one, many = _predicate(found.asked, evidence)
    beside = _beside(row, found, language, cite)
    if row.holds is None:
        told = f"No consta en mi catálogo si {said} {one}." if es else f"Whether {said} {one} is not in my catalogue."
    elif row.holds:
        told = f"Sí: {said} {one}{beside}." if es else f"Yes: {said} {one}{beside}."
    else:
        told = f"No: {said}{beside} no {one}." if es else f"No: {said}{beside} is not one of those that {many}."
    note = NOTES.get(found.asked.thing)
    return [" ".join([told, *([note.in_(language)] if note else [])])]


def _claimed(found: WhichFound, evidence: Evidence, cite: Citer) -> list[str]:
    """ "Is it faster than the second?": yes or no, with both figures."""
    language = evidence.language
    first, second = sorted(found.rows, key=lambda row: found.asked.among.index(row.card.model))
    figures = "; ".join(f"{name(row)}, {_words(row, found, language, cite)}" for row in (first, second))
    if first.number is None or second.number is None:
        text = Localised("No puedo decirlo: {}.", "I cannot say: {}.")
    elif found.asked.gap:
        text = Localised("{}.", "{}.")
    elif first.number == second.number:
        text = Localised("Van igual: {}.", "They are level: {}.")
    elif found.rows[0] is first:
        text = Localised("Sí: {}.", "Yes: {}.")
    else:
        text = Localised("No: {}.", "No: {}.")
    note = NOTES.get(found.asked.thing)
    notes = (
        [note.in_(language).format(what=_what(found.asked, language), use=_use(found.asked, evidence))] if note else []
    )
    return [" ".join([text.in_(language).format(figures), *notes])]


def _words(row: WhichRow, found: WhichFound, language: Language, cite: Citer) -> str:
    """The row's figure with its page; of a card's field, as everywhere else."""
    thing = found.asked.thing
    own = row.words.in_(language)
    if own in ("sin dato", "unknown") and row.facts and thing in _FIELDS:
        own = value_in_words(_FIELDS[thing], row.facts[0], language)
    marks = cite.facts(row.card, [f for f in row.facts if f.known])
    return f"{own}{marks}"


def _ranked(found: WhichFound, evidence: Evidence, cite: Citer) -> list[str]:
    language, asked = evidence.language, found.asked
    if asked.every and len(found.rows) == 2:
        return _claimed(found, evidence, cite)
    known = [row for row in found.rows if row.number is not None]
    unknown = [row for row in found.rows if row.number is None]
    thing = "speed_api" if asked.thing == "speed" and not found.at_home else asked.thing
    count = NUMBER[language][len(found.rows)]
    if not known:
        nothing = NOTHING[thing].in_(language).format(what=_what(asked, language), count=count)
        return [" ".join([nothing, *_official(found, language, cite)])]
    best = [row for row in known if row.number == known[0].number]
    superlative = BEST[thing, asked.way].in_(language).format(what=_what(asked, language))
    if len(best) == len(found.rows):
        text = Localised("Los {} están igualados: {}.", "All {} are level: {}.")
        first = text.in_(language).format(count, _words(best[0], found, language, cite))
    elif len(best) > 1:
        text = Localised(
            "De los {count}, {best} son {names}, igualados: {value}.",
            "Of the {count}, {names} are level: each {best}, {value}.",
        )
        first = text.in_(language).format(
            best=_plural(superlative, language),
            count=count,
            names=names(best, language),
            value=_words(best[0], found, language, cite),
        )
    elif len(known) == 1 and unknown:
        first = (
            _ONLY_ONE.get(thing, _ONE_KNOWN)
            .in_(language)
            .format(name=name(best[0]), value=_words(best[0], found, language, cite), what=_what(asked, language))
        )
    else:
        text = Localised("De los {count}, {best} es {name}: {value}.", "Of the {count}, {name} {best}: {value}.")
        first = text.in_(language).format(
            best=superlative, count=count, name=name(best[0]), value=_words(best[0], found, language, cite)
        )
    told = [first]
    rest = [row for row in known if row not in best]
    if rest:
        each = "; ".join(f"{name(row)}, {_words(row, found, language, cite)}" for row in rest)
        told.append(Localised("Después: {}.", "Then: {}.").in_(language).format(each))
    if unknown:
        text = Localised("De {} no consta.", "Of {} it is not known.")
        told.append(text.in_(language).format(names(unknown, language)))
        told += _official(WhichFound(asked, tuple(unknown)), language, cite)
    note = NOTES.get("cost_home" if thing == "cost" and found.at_home else thing)
    if note:
        told.append(note.in_(language).format(what=_what(asked, language), use=_use(asked, evidence)))
    return [" ".join(told)]


_ONE_KNOWN = Localised(
    "Solo consta de {name}, {value}, así que no puedo decirte cuál gana.",
    "It is known of {name} only, {value}, so I cannot say which is ahead.",
)
_ONLY_ONE = {
    "language": Localised(
        "El {what} solo está medido en {name} ({value}), así que no puedo decirte cuál es mejor.",
        "Only {name} was measured in {what} ({value}), so I cannot say which is best.",
    )
}


def _plural(superlative: str, language: Language) -> str:
    """ "el más nuevo" -> "los más nuevos", "el que más contexto admite" -> "los que más contexto admiten"."""
    if language != "es":
        return superlative
    return PLURAL.get(superlative, superlative.replace("el ", "los ", 1))


def _what(asked: Which, language: Language) -> str:
    if asked.thing == "language":
        return language_name(asked.value, language)
    return ""


def _use(asked: Which, evidence: Evidence) -> str:
    use = asked.value or evidence.needs.text("use_case") or ""
    if not use or use not in USE_CASES:
        return Localised("uso general", "general use").in_(evidence.language)
    return need_in_words("use_case", use, evidence.language)


def _official(found: WhichFound, language: Language, cite: Citer) -> list[str]:
    """Of a language: whose vendors name it, where nobody has measured it."""
    if found.asked.thing != "language":
        return []
    official = [row for row in found.rows if row.holds]
    if not official:
        return []
    text = Localised("Lo declaran como idioma oficial: {}.", "It is declared as an official language by: {}.")
    each = [f"{name(row)}{cite.facts(row.card, row.facts)}" for row in official]
    return [text.in_(language).format(listed(each, language))]


def _having(found: WhichFound, evidence: Evidence, cite: Citer) -> list[str]:
    language, asked = evidence.language, found.asked
    have = [row for row in found.rows if row.holds]
    lack = [row for row in found.rows if row.holds is False]
    unknown = [row for row in found.rows if row.holds is None]
    if asked.none_of:
        return _lacking(found, have, lack, evidence, cite)
    count = NUMBER[language][len(found.rows)]
    one, many = _predicate(asked, evidence)
    es = language == "es"
    yes = ("Sí: " if es else "Yes: ") if asked.every else ""
    no = "No: " if asked.every else ""
    if len(have) == len(found.rows):
        each = _each(have, found, language, cite)
        first = f"{yes}los {count} {many}{each}." if es else f"{yes}all {count} {many}{each}."
    elif len(have) > 1:
        each = listed([f"{name(row)}{_beside(row, found, language, cite)}" for row in have], language)
        first = f"De los {count}, {many} {each}." if es else f"Of the {count}, {each} {many}."
    elif have:
        each = f"{name(have[0])}{_beside(have[0], found, language, cite)}"
        first = f"De los {count}, solo {each} {one}." if es else f"Of the {count}, only {each} {one}."
    elif unknown and not lack:
        first = (
            f"De ninguno de los {count} consta si {one}."
            if es
            else f"Of none of the {count} is it known whether it {one}."
        )
    else:
        first = f"{no}ninguno de los {count} {one}." if es else f"{no}none of the {count} {one}."
    told = [sentence(first)]
    if lack and (have or asked.thing in ("licence", "origin", "house", "images", "video", "audio", "context", "size")):
        each = "; ".join(f"{name(row)}{_beside(row, found, language, cite)}" for row in lack)
        told.append((f"No: {each}." if have else f"{each}.") if es else (f"Not: {each}." if have else f"{each}."))
    if unknown and (have or lack):
        text = Localised("De {} no consta.", "Of {} it is not known.")
        told.append(text.in_(language).format(names(unknown, language)))
    if found.beyond:
        place, item = found.beyond
        text = Localised(
            "De los que cumplen lo que pides, el primero que {} es **{}** ({}), en el puesto {}.",
            "Of those that meet your needs, the first that {} is **{}** ({}), in place {}.",
        )
        told.append(text.in_(language).format(one, item.card.name, item.card.vendor, place))
    elif not have and lack:
        none = Localised(
            "Tampoco lo hace ningún otro de los que cumplen lo que pides.",
            "Nor is it so of any other that meets your needs.",
        )
        told.append(none.in_(language))
    if note := NOTES.get(asked.thing):
        told.append(note.in_(language))
    return [" ".join(told)]


def _lacking(
    found: WhichFound, have: Sequence[WhichRow], lack: Sequence[WhichRow], evidence: Evidence, cite: Citer
) -> list[str]:
    """ "Which ones aren't Chinese?"."""
    language, es = evidence.language, evidence.language == "es"
    one, many = _predicate(found.asked, evidence)
    each = listed([f"{name(row)}{_beside(row, found, language, cite)}" for row in lack], language)
    rest = listed([f"{name(row)}{_beside(row, found, language, cite)}" for row in have], language)
    count = NUMBER[language][len(found.rows)]
    if not lack:
        told = f"Ninguno: los {count} {many}." if es else f"None: all {count} {many}."
        return [told]
    if es:
        told = f"De los {count}, no {one if len(lack) == 1 else many} {each}."
    else:
        told = f"Of the {count}, {each} {'is' if len(lack) == 1 else 'are'} not among those that {many}."
    if rest:
        told += f" Sí: {rest}." if es else f" The others: {rest}."
    return [told]


def _each(rows: Sequence[WhichRow], found: WhichFound, language: Language, cite: Citer) -> str:
    """What each has, after "all five have it"; the same for all is said once."""
    each = [_beside(row, found, language, cite) for row in rows]
    if not any(each):
        return ""
    plain = {
        value_in_words(_FIELDS[found.asked.thing], row.facts[0], language)
        for row in rows
        if row.facts and found.asked.thing in _FIELDS
    }
    if len(plain) == 1:
        marks = "".join(cite.facts(row.card, row.facts).strip() for row in rows)
        return f" ({plain.pop()}) {marks}"
    return ": " + "; ".join(f"{name(row)}{told}" for row, told in zip(rows, each, strict=True))


def _beside(row: WhichRow, found: WhichFound, language: Language, cite: Citer) -> str:
    """ " (Apache 2.0) [2]": what the card says, where it says more than yes or no."""
    known = [f for f in row.facts if f.known]
    marks = cite.facts(row.card, known)
    thing = found.asked.thing
    if thing in ("origin", "house"):
        country = need_in_words("vendor_origin", (row.card.origin.lower(),), language) if row.card.origin else ""
        return f" ({row.card.vendor}{', ' + country if country else ''})"
    if thing in ("licence", "images", "video", "audio", "context", "size", "moe", "dense") and known:
        return f" ({value_in_words(_FIELDS[thing], known[0], language)}){marks}"
    return marks


def _predicate(asked: Which, evidence: Evidence) -> tuple[str, str]:
    """What one of them, and several of them, would do: "takes images", "take images"."""
    key = f"{asked.thing}:{asked.value}" if asked.thing in ("licence", "origin") else asked.thing
    key = "size:most" if key == "size" and asked.value.startswith("-") else key
    one, many = (text.in_(evidence.language) for text in HAS[key])
    what = ""
    if asked.thing == "language":
        what = language_name(asked.value, evidence.language)
    elif asked.thing == "house":
        what = next((c.vendor for c in _cards(evidence) if c.model.startswith(f"{asked.value}/")), asked.value.title())
    elif asked.thing in ("context", "size"):
        what = number(abs(float(asked.value)), evidence.language, 0 if asked.thing == "context" else 1)
    return one.format(what), many.format(what)


def _cards(evidence: Evidence) -> list[Card]:
    found = evidence.which
    beyond = [found.beyond[1].card] if found and found.beyond else []
    return [*(row.card for row in found.rows), *beyond] if found else []
