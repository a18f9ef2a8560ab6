"""Who is not wanted: how each name, country and group of makers is meant, and who is let in again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.needs import Change
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Polarity, Reading, joined
from advisor.understand.words.text import wordset

_LISTING = frozenset(
    (",", "y", "o", "ni", "and", "or", "nor", "e", "u", "de", "from", "by", "/", "&", "tampoco", "los", "la", "el", "lo",
     "anything", "everything", "stuff", "models", "modelos", "either", "the", "las")
)  # fmt: skip
_UNWANTED = frozenset(
    ("leaving", "quitting", "abandoning", "ditching", "boycotting", "dejando", "abandonando", "fuera", "huyendo", "dropped",
     "menos", "salvo", "excepto", "except", "bar", "barring", "minus", "sans", "quitame", "quitadme", "quitale", "sacame",
     "quitarme", "sacar", "descartame", "excluyeme", "vetamos", "rechazamos", "descartamos", "boycott",
     "cero", "zero", "banned", "rejects", "reject", "rejected", "refuses", "refuse", "rechaza", "rechazan", "vetan", "blocks", "block", "bans", "forbids", "prohibe", "prohiben", "bloquea", "bloquean", "veta", "capa")
)  # fmt: skip
"""Right before a name: it is not to be used."""
_LEFT_OUT = wordset("leave leaving keep keeping take rule count cut strike knock deja dejar dejad dejen")
_OUT = wordset("out off aside fuera")
_TOWARD, _EITHER = frozenset(("to", "a", "al")), frozenset(("or", "nor", "ni", "o", "y"))
"""Not a cent "to Meta, or to xAI"."""
_IDLE = wordset("cares whatever wait damned")
"""Last words of what says that a thing does not matter; that a name does not matter is no refusal of it."""
_DESCRIBED = wordset("price prices pricing quality level tier style precio precios calidad nivel")
_LICENCES = wordset("licence license licences licenses licensing terms licencia licencias")
_REASONS = wordset("due because under per debido bajo culpa causa")
"""Before a name and its licence: what the licence keeps from."""
"""After a name: it serves to describe another."""
_UNSEEN = wordset(
    "esta estan estaba tienes tengo tenemos tiene veo ves vemos viene encuentro sale salen aparece aparecen mencionas mencionaste "
    "menciona hablas hablado habla probado usado utilizado instalado conozco conocia corre cabe have has see find finds mention "
    "mentioned mentions tried used know knew run fit load installed heard"
)
"""Between a denial and a name: it is not there, not tried, not known or does not fit; nobody refuses it."""
_SPENT = wordset(
    "creditos credito saldo cuenta cuentas suscripcion acceso cuota clave key keys credits credit account accounts subscription "
    "access quota billing"
)
"""Between a denial and a maker: what one has none of there."""
_VERB_BEFORE = wordset("me te se le les nos lo la los las")
_VERB_AFTER = wordset("la el un una los las mucho mas pata mano caña en al")


def _means_makers(reading: Reading, hit: Hit) -> bool:
    """ "Nada chino" and "no Chinese models" speak of makers; "no hace falta chino" of the language."""
    words = reading.message.words
    after = words[hit.end] if hit.end < len(words) else ""
    before = words[max(hit.start - 3, 0) : hit.start]
    return after in (
        "models",
        "model",
        "companies",
        "vendors",
        "llms",
        "originating",
        "origin",
        "made",
        "based",
        "owned",
        "developed",
        "ai",
        "ones",
        "stuff",
        "labs",
        "providers",
        "tech",
        "products",
        "fuera",
        "out",
        "no",
        ",",
        ".",
        "",
        "please",
    ) or any(
        w
        in (
            "modelos",
            "modelo",
            "sea",
            "sean",
            "nada",
            "empresas",
            "ia",
            "ias",
            "de",
            "be",
            "sin",
            "ni",
            "los",
            "evitar",
            "tecnologia",
            "nothing",
            "anything",
            "no",
            "not",
            "avoid",
            "non",
            "ninguno",
            "ninguna",
            "none",
            "venga",
        )
        for w in before
    )


_PLACES = ("cloud", "server", "host", "datacent", "nube", "servidor", "soil")
_SEATS = ("servidor", "nube", "datacent")
"""After a country (in Spanish before it): where data lies, and not who makes the model."""


def polarities(reading: Reading, spans: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Polarity]:
    """How each name is meant: by the words at it; in a list ("neither Meta, Google nor X") as the name before it."""
    words = reading.message.words
    found: dict[tuple[int, int], Polarity] = {}
    last: tuple[int, int] | None = None
    likewise = {h.end for h in reading.of("party", "likewise")}
    for span in sorted(set(spans)):
        start, end = span
        polarity = _refused(reading, start, end)
        if polarity in ("yes", "optional") and set(words[max(start - 2, 0) : start]) & _UNWANTED:
            polarity = "no"
        listed_too = any(h.start < start and end < h.end for h in reading.of("party", "to_list"))
        if polarity == "yes" and (_is_declined(reading, start) or (listed_too and _refuses_already(reading))):
            polarity = "no"
        if polarity == "yes" and last:
            likewise_after = words[end : end + 1] in _LIKEWISE and reading.sentence(start) == reading.sentence(last[0])
            listed = last[1] <= start <= last[1] + 4 and set(words[last[1] : start]) <= _LISTING
            toward = set(words[last[1] : start]) <= _LISTING | _TOWARD and set(words[last[1] : start]) & _EITHER
            listed = listed or (bool(toward) and last[1] <= start <= last[1] + 4)
            if listed or start in likewise or likewise_after:
                polarity = found[last]
        found[span] = polarity
        last = span
    theirs = reading.of("party", "theirs")
    named = [span for span in found if theirs and span[1] <= theirs[-1].start]
    return found | ({named[-1]: "no"} if named else {})


def _refused(reading: Reading, start: int, end: int) -> Polarity:
    """How one name is meant, by what stands right before and after it, and else by the words of its clause."""
    words = reading.message.words
    polarity = reading.polarity(start, end)
    if polarity == "no" and (_is_only_replaced(reading, start) or _is_conditional(reading, start, end)):
        return "yes"
    after = words[end : end + 1]
    if polarity == "yes":
        refused = {h.start for h in reading.of("stance", "refused")}
        comma = end + 1 if after == (",",) else end
        if (
            set(words[max(start - 2, 0) : start]) & _UNWANTED
            or refused & {end, comma}
            or _is_left_out(reading, start, end)
        ):
            return "no"
        if _is_put_aside(reading, end):
            return "no"
    elif polarity == "no":
        if _is_tagged(reading, start, end):
            return "yes"
        if _is_put_aside(reading, end):
            return "no"
        idle = any(
            h.start >= end and words[h.end - 1] in _IDLE and not any(w in ("no", "not") for w in words[:start])
            for h in reading.of("scope", "negate_after")
        )
        unseen = set(words[max(start - 4, reading.clause(start)[0]) : start]) & (_UNSEEN | _SPENT)
        unseen |= set(words[max(start - 3, 0) : start]) & {"hay", "existe", "exists"} | _there_is(words, start)
        reason = bool(after) and after[0] in _LICENCES and bool(_REASONS & set(words[max(start - 4, 0) : start]))
        others = bool(_OTHERS & set(words[max(start - _ROW, reading.clause(start)[0]) : max(start - 1, 0)]))
        others = others and words[start - 1] not in _OTHERS | _OF | {"than", "que"}  # "any others - Gemini suits me"
        if idle or unseen or reason or others or (after and after[0] in _DESCRIBED):
            return "yes"
    return polarity


def _there_is(words: tuple[str, ...], start: int) -> set[str]:
    """ "There is no GPT-7": it does not exist, and nobody refuses it."""
    before = words[max(start - 4, 0) : start]
    return {"there"} if "there" in before and {"is", "isnt", "are", "s"} & set(before) else set()


def _refuses_already(reading: Reading) -> bool:
    """ "Add Meta to that list": of those refused before."""
    return any(key in reading.dialogue.needs for key in ("excluded_vendors", "excluded_models"))


def _is_declined(reading: Reading, start: int) -> bool:
    """ "Our CEO refuses to work with xAI", "se niegan a usar Meta"; a model that refuses to answer declines nobody."""
    words, first = reading.message.words, reading.clause(start)[0]
    at = next((i for i in range(start - 1, max(start - _ROW, first) - 1, -1) if words[i] in _DECLINING), None)
    if at is None or reading.is_taken(first, at) or _TOLD & set(words[:at]):
        return False
    return bool(_DEALING & set(words[at + 1 : start]))


_DECLINING = wordset(
    "refuse refuses refused decline declines niega niegan niego negamos rechaza rechazan rehusa rehusan"
)
_TOLD = wordset("story stories novel hero character cuento historia novela personaje protagonista heroe")
_DEALING = wordset("work deal use using buy pay sign touch trabajar usar pagar contratar tratar tocar comprar firmar")


def _is_left_out(reading: Reading, start: int, end: int) -> bool:
    """ "Leave Google out", "keep anything from Amazon or Google out": the "out" behind the last name is for all of them."""
    words = reading.message.words
    first, last = reading.sentence(start)
    at = end
    while at < min(last, end + _ROW) and (words[at] in _LISTING or (at > end and words[at] not in _OUT)):
        if words[at] not in _LISTING and words[at - 1] not in _LISTING:
            return False
        at += 1
    before = words[max(start - _ROW, first) : start]
    return at < last and words[at] in _OUT and bool(_LEFT_OUT & set(before))


_ROW = 6
_OTHERS = wordset("other others else another otro otra otros otras demas")


def _is_conditional(reading: Reading, start: int, end: int) -> bool:
    """ "If it is not good enough we add Claude", "si Gemini no rinde": what might not be so, and nobody refused."""
    words, (first, last) = reading.message.words, reading.sentence(start)
    denials = [c for c in reading.cues if c.value.startswith("negate") and first <= c.start < last]
    for cue in denials:
        at = next(
            (i for i in range(cue.start - 1, max(cue.start - _IF_WITHIN, first) - 1, -1) if words[i] in _IF), None
        )
        if at is None:
            continue
        between = words[cue.end : start]
        subject = all(words[i] in _SUBJECTS or reading.is_taken(i, i + 1) for i in range(at + 1, cue.start))
        if (at < start and cue.start >= end) or (subject and len(between) >= _FURTHER and not _OF & set(between)):
            return True
    return False


_IF = wordset("if si unless")
_IF_WITHIN, _FURTHER = 6, 2
_SUBJECTS = wordset(
    "it is its they are this that one does do did el ella eso esto este lo la the model modelo quality calidad"
)
_OF = wordset("es sea son is are de from by made hecho")


def _is_only_replaced(reading: Reading, start: int) -> bool:
    """ "Instead of GPT-4o": what another is to stand in for, unless it is denied as well ("not X instead of Y")."""
    first = reading.clause(start)[0]
    denials = [c for c in reading.cues if c.value == "negate" and first <= c.start and c.end <= start]
    return bool(denials) and reading.message.words[denials[-1].start : denials[-1].end] == ("instead", "of")


def _is_tagged(reading: Reading, start: int, end: int) -> bool:
    """ "That one is Meta's, no?": the "no" asks for a yes, and denies nobody."""
    first, last = reading.sentence(start)
    words = reading.message.words
    tags = [i for i in range(end, last) if words[i] == "no" and words[i + 1 : i + 2] == ("?",)]
    denied = any(h.value == "negate" and first <= h.start < start for h in reading.of("scope"))
    return bool(tags) and tags[0] - first >= _TAGGED and not denied


_TAGGED = 4
"""Tokens that a statement has at least before a "no?" that is only its tag."""


def _is_put_aside(reading: Reading, end: int) -> bool:
    """ "I tried Flux and did not like it, out", "lo probé, descartado": a later clause of the sentence says only that."""
    words = reading.message.words
    last = reading.sentence(end - 1)[1]
    for hit in reading.of("stance", "refused", "aside"):
        first, stop = reading.clause(hit.start)
        alone = all(not w.isalnum() or hit.start <= i < hit.end for i, w in enumerate(words[first:stop], first))
        if end < hit.start < last and alone and not any(reading.taken[end : hit.start]):
            return True
    return False


def read_countries(reading: Reading, acts: Acts, by_country: Mapping[str, tuple[str, ...]]) -> list[Change]:
    """ "No Chinese models" excludes every vendor at home there, "no big tech" those that are called so."""
    out, back = countries(reading, acts)
    names = {h: by_country.get(h.value) or tuple(h.value.split()) for h in (*out, *back)}
    gone = tuple(dict.fromkeys(v for h in out for v in names[h]))
    held = reading.dialogue.needs.names("excluded_vendors")
    again = tuple(v for v in dict.fromkeys(v for h in back for v in names[h]) if v in held and v not in gone)
    changes = [reading.change("add", "excluded_vendors", gone, *joined(out))] if gone else []
    if again:
        changes.append(reading.change("remove", "excluded_vendors", again, *joined(back)))
    return changes


def countries(reading: Reading, acts: Acts) -> tuple[list[Hit], list[Hit]]:
    """The countries and groups whose makers are refused, and those that are let in again."""
    heard = [
        h
        for h in sorted([*reading.longest("countries"), *reading.longest("collective")], key=lambda h: h.start)
        if acts.keep(h.start) < Keep.SITUATION and not _is_spanish_verb(reading, h) and not is_seat(reading, h)
    ]
    out: list[Hit] = []
    back: list[Hit] = []
    for hit in heard:
        polarity = _refused(reading, hit.start, hit.end)
        if polarity in ("no", "retracted"):
            if not reading.has("tongue", start=hit.start, end=hit.end) or _means_makers(reading, hit):
                out.append(hit)
        elif is_allowed(reading, (hit.start, hit.end), polarity):
            back.append(hit)
    for hit in heard + heard[::-1]:  # "Chinese or Russian models", "los americanos también": as the ones beside them
        if hit not in out and hit not in back and any(_goes_with(reading, hit, other) for other in out):
            out.append(hit)
    return out, back


def is_seat(reading: Reading, hit: Hit) -> bool:
    """ "American servers", "los servidores de EEUU": where data lies."""
    words = reading.message.words
    after = any(w.startswith(_PLACES) for w in words[hit.end : hit.end + 1])
    here = words[max(hit.start - 1, 0) : hit.start] in (("in",), ("en",)) and reading.has(
        "stance", "refused", end=hit.start
    )
    return after or here or any(w.startswith(_SEATS) for w in words[max(hit.start - 2, 0) : hit.start])


def _goes_with(reading: Reading, hit: Hit, refused: Hit) -> bool:
    words = reading.message.words
    first, second = sorted((hit, refused), key=lambda h: h.start)
    if second.start - first.end <= _APART and set(words[first.end : second.start]) <= _LISTING:
        return True
    same = reading.message.tokens[hit.start].sentence == reading.message.tokens[refused.start].sentence
    return same and refused.start < hit.start and words[hit.end : hit.end + 1] in _LIKEWISE


_APART = 4
_LIKEWISE = frozenset((w,) for w in ("tambien", "tampoco", "too", "either", "also", "igual", "likewise"))


def _is_spanish_verb(reading: Reading, hit: Hit) -> bool:
    """ "No lo usa": the verb, and not the country."""
    words = reading.message.words
    raw = reading.quote(hit.start, hit.end)
    before = words[hit.start - 1] if hit.start else ""
    return words[hit.start : hit.end] == ("usa",) and raw != "USA" and before not in ("de", "the", "from", "in", "made")


def read_amnesty(reading: Reading, acts: Acts, names_one: bool = False) -> list[Change]:
    """ "They lifted the ban", "put all three back": everything that was excluded may be used again."""
    hits = [h for h in reading.of("party", "amnesty") if acts.keep(h.start) < Keep.SITUATION]
    if hits and names_one:
        return []  # "lift the ban on Microsoft": the others stay out
    keys = [key for key in ("excluded_vendors", "excluded_models") if key in reading.dialogue.needs]
    return [reading.change("clear", key, None, hits[0].start, hits[0].end) for key in keys] if hits else []


def is_allowed(reading: Reading, span: tuple[int, int], polarity: Polarity) -> bool:
    """Whether what is named may be used after all; being spoken of is not enough."""
    start, end = reading.sentence(span[0])
    words = reading.message.words
    if polarity in ("optional", "retracted") or words[span[1] : span[1] + 1] in (("si",), ("yes",)):
        return True
    return polarity == "yes" and reading.has("party", "allowed", start=start, end=end)


def is_verb(words: tuple[str, ...], i: int) -> bool:
    """ "Que no me meta castellanismos", "no meta la pata"."""
    if words[i] != "meta":
        return False
    return (i > 0 and words[i - 1] in _VERB_BEFORE) or words[i + 1 : i + 2] in {(w,) for w in _VERB_AFTER}
