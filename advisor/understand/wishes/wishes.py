"""Yes-or-no wishes and small choices, each with the polarity of the words around it."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.machines.where import about_the_model, answered_online
from advisor.understand.models.of_two import is_of_two
from advisor.understand.speech.acts import Acts, Keep, heard
from advisor.understand.wishes.enquired import KINDS, is_asked_for, is_given_up, is_in_place, lacks_to_me
from advisor.understand.wishes.modalities import read_modalities
from advisor.understand.wishes.priorities import waived
from advisor.understand.wishes.tuning import read_tuning
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_CHOICES = ("latency", "training_type", "fine_tuning")
_NEGATED_FLAGS = {"closed_weights": "open_weights", "remote": "local", "personal_use": "commercial_use"}


def read_wishes(reading: Reading, acts: Acts, coming: str | None = None) -> list[Change]:
    """Flags, modalities, latency, fine-tuning and training type; priorities are read apart. `coming`: the use this turn sets."""
    return [
        *_flags(reading, acts),
        *read_modalities(reading, acts, coming),
        *_choice(reading, acts, "latency"),
        *_choice(reading, acts, "training_type"),
        *read_tuning(reading, acts),
    ]


def _flags(reading: Reading, acts: Acts) -> list[Change]:
    changes: dict[str, Change] = {}
    needs = reading.dialogue.needs
    for hit in _flags_heard(reading, acts):
        key, value = hit.value, True
        if key in _NEGATED_FLAGS:
            key, value = _NEGATED_FLAGS[key], False
        polarity = "no" if is_given_up(reading, hit) else reading.polarity(hit.start, hit.end)
        if polarity == "no" and _is_needless(reading, hit):
            polarity = "optional"
        if polarity == "no" and reading.only_unknown(hit.start):
            if key != "local" or not value:
                continue
            polarity = "yes"
        if key == "local" and polarity == "yes" and _is_out_of_reach(reading, hit):
            polarity = "no"
        if hit.value == "remote" and polarity == "yes" and _is_kept_from(reading, hit):
            polarity = "no"
        if key in _ABILITIES and polarity == "no" and _is_lacking(reading, hit):
            if not lacks_to_me(reading, hit):
                continue
            polarity = "yes"
        if _is_beside(reading, hit, key, value, polarity):
            continue
        if hit.value == "closed_weights" and _of_ones_own(reading, hit):
            continue
        if key == "open_weights" and value is False and polarity == "yes" and not _asked_for(reading, hit):
            continue
        change: Change | None = None
        if polarity == "yes":
            change = reading.change("set", key, value, hit.start, hit.end)
        elif polarity == "no":
            change = _denied(reading, hit, key, value)
        elif key == "local" and value and polarity == "optional":
            change = reading.change("set", key, False, hit.start, hit.end)
        elif key in needs and (value or polarity == "retracted" or (hit.value == "remote" and needs.flag("local"))):
            change = reading.change("clear", key, None, hit.start, hit.end)
        held = changes.get(key)
        if held and held.value is False and _gives_reason(reading, hit):
            continue
        if held and change and hit.value == "remote" and held.value is True and _settles(reading, hit):
            changes[key] = change
        if change and (
            held is None or held.op == "clear" or (change.value is True and hit.value not in _NEGATED_FLAGS)
        ):
            changes[key] = change
    if "local" not in changes:
        changes |= {c.key: c for c in answered_online(reading)}
    return list(changes.values())


def _flags_heard(reading: Reading, acts: Acts) -> list[Hit]:
    """Those said for oneself, and those asked for; not the "hosted model" of "self-hosted model"."""
    flags = reading.longest("flag")
    rights = [h for h in flags if h.value == "commercial_use" and _asks_for_rights(reading, acts, h)]
    asked = [h for h in flags if h.value in _ABILITIES and _asks_whether(reading, acts, h)]
    sought = [h for h in flags if h.value in KINDS and is_asked_for(reading, acts, h)]
    whole = [h for h in reading.of("flag", "local") if h.length > 1]
    both = _names_both(reading)
    return [
        h
        for h in [*heard(reading, acts, "flag"), *rights, *asked, *sought]
        if not (both and h.value in ("open_weights", "closed_weights"))
        and not is_of_two(reading, h.start)
        and not (h.value == "remote" and any(w.start < h.start < w.end for w in whole))
        and not (is_in_place(reading, h) and not is_given_up(reading, h))
    ]


def _is_beside(reading: Reading, hit: Hit, key: str, value: bool, polarity: str) -> bool:
    """Whether the words tell of something else than the model: a file's form, a trade's letters, another's program."""
    if key == "structured_output":
        return _of_a_file(reading, hit)
    if key == "commercial_use" and hit.value == "personal_use" and _is_a_models_terms(reading, hit):
        return True
    if key == "commercial_use":
        before = reading.message.words[max(hit.start - 3, reading.clause(hit.start)[0]) : hit.end]
        return bool(_HOW & set(before)) or (hit.length == 1 and not _of_a_use(reading, hit))
    if key == "tool_calling":  # "without calling any API" tells where it runs
        return polarity == "no" and bool({"api", "apis"} & set(reading.message.words[hit.start : hit.end]))
    if any(w.startswith(_LEARNING) for w in reading.message.words[hit.start : hit.end]):
        return True  # "they don't train on what I upload"
    return key == "local" and (_is_anothers_cloud(reading, hit) or not about_the_model(reading, hit, value))


def _is_a_models_terms(reading: Reading, hit: Hit) -> bool:
    """ "Flux dev then. No, that's non-commercial, isn't it?": asked of a model's licence, and no word on one's own use."""
    words = reading.message.words
    after = words[hit.end : hit.end + 2]
    tagged = after[:1] in (("isnt",), ("right",), ("no",), ("verdad",), ("cierto",)) or after == ("is", "it")
    return tagged and (any(reading.taken[: hit.start]) or bool(reading.dialogue.shown))


def _is_anothers_cloud(reading: Reading, hit: Hit) -> bool:
    """ "Acme Cloud is hosted in the US": a product by name; on Google Cloud one may well run a model."""
    before = reading.quote(hit.start - 1, hit.start) if hit.start else ""
    named = reading.quote(hit.start, hit.end) == "Cloud" and before[:1].isupper() and before.isalpha()
    return named and before.lower() not in _HYPERSCALERS


_LEARNING = ("train", "entren")
_HOW = wordset("how como")
"""Asked how it may be done, and not whether it is allowed."""
_HYPERSCALERS = wordset("google oracle ibm alibaba amazon microsoft huawei tencent yandex ovh which what the a no our")


def _names_both(reading: Reading) -> bool:
    """ "Lo abierto frente a lo cerrado", "closed ones that can do it? If not, an open one": of both kinds, neither is required."""
    kinds = reading.of("flag", "open_weights", "closed_weights")
    meant = {h.value for h in kinds if reading.polarity(h.start, h.end) == "yes"}
    weighed = reading.has("act", "compare") or reading.message.questions or reading.has("taken_back", "either")
    denied = any(reading.polarity(h.start, h.end) != "yes" for h in kinds)
    ends = sorted(kinds, key=lambda h: h.start)
    weighed = weighed or bool(
        ends and {"o", "or", "u", "vs"} & set(reading.message.words[ends[0].end : ends[-1].start])
    )
    return len(meant) == 2 and bool(weighed) and not denied and not reading.corrects


def _of_ones_own(reading: Reading, hit: Hit) -> bool:
    """ "In my closed-source application", "mi app de código cerrado": what it is built into, and not the model."""
    words = reading.message.words
    around = (*words[max(hit.start - 3, 0) : hit.start], *words[hit.end : hit.end + 2])
    return any(w.startswith(_BUILT) for w in around)


_BUILT = (
    "app",
    "product",
    "project",
    "proyecto",
    "software",
    "game",
    "juego",
    "saas",
    "plugin",
    "programa",
    "use",
    "uso",
)


def _is_needless(reading: Reading, hit: Hit) -> bool:
    """ "Lo de open source ya no hace falta": not needed is not unwanted."""
    end = reading.clause(hit.start)[1]
    return any(hit.end <= o.start and o.end <= end for o in reading.of("scope", "optional"))


_ABILITIES = ("tool_calling", "structured_output", "reasoning")


def _is_lacking(reading: Reading, hit: Hit) -> bool:
    """ "My model doesn't execute tool calls", "no me devuelve un JSON válido": what fails today is what is needed."""
    start, words = reading.clause(hit.start)[0], reading.message.words
    if reading.has("scope", "want", start=start, end=hit.start) or reading.has(
        "scope", "must", start=start, end=hit.start
    ):
        return False
    cues = [c for c in reading.cues if c.value.startswith("negate") and start <= c.start and c.end <= hit.start]
    if not cues or words[cues[-1].start] in _LACKING_NOT or words[cues[-1].end - 1] in _LACKING_NOT:
        return False
    return any(w.startswith(_FAILING) for w in words[cues[-1].end : hit.end])


_LACKING_NOT = wordset("without sin no-need never nunca shouldnt mustnt neednt que")
_FAILING = ("execut", "support", "handl", "manag", "trigger", "return", "produc", "invok", "do", "soport", "ejecut", "hac", "manej",
            "consig", "logr", "devuelv", "gener", "sac", "acept", "admit", "follow", "respet", "sig")  # fmt: skip


def _asks_whether(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "Can Qwen3 do function calling?", "X or Y, which handles JSON?": what is asked of a model by name is to be done by it."""
    start, end = reading.sentence(hit.start)
    if reading.is_taken(hit.start, hit.end) or reading.has("act", "guide", start=start, end=end):
        return False
    return acts.asks_of_a_model(hit.start) or acts.compares_models(hit.start)


def _gives_reason(reading: Reading, hit: Hit) -> bool:
    """ "No reasoning model, because reasoning takes long": what was denied is named again to say why."""
    start, _ = reading.clause(hit.start)
    words = reading.message.words[start : hit.start]
    opens = [w for w in words if w.isalpha()][:1]
    return opens in (["que"], ["porque"], ["because"], ["since"], ["cause"], ["pues"], ["as"]) or "porque" in words


def _of_a_file(reading: Reading, hit: Hit) -> bool:
    """ "I edited config.yaml", "mi dataset en jsonl": what lies in a file, unless the model is to write one."""
    words = reading.message.words
    start, end = reading.sentence(hit.start)
    said = words[max(hit.start - _AFFORDS, start) : hit.start]
    if any(w.startswith(_WRITTEN_OUT) or w in _GIVEN for w in said):
        return False
    suffix = words[max(hit.start - 1, 0)] == "." and reading.message.adjacent(hit.start - 1)
    around = (*words[max(hit.start - 2, start) : hit.start], *words[hit.end : min(hit.end + 2, end)])
    return hit.length <= 2 and (suffix or bool(_FILES & set(around)))


_FILES = wordset("config settings configuration file files dataset datasets archivo archivos fichero ficheros log logs")
_GIVEN = wordset(
    "out output outputs outputting give gives giving da den saca saque sacar sale salga pasa pase pasar turn turns into as"
)
_WRITTEN_OUT = tuple(
    wordset(
        "return gener produc creat crea spit emit writ export extract convert devuel devolv escrib escup produz extra conviert"
    )
)


def _settles(reading: Reading, hit: Hit) -> bool:
    """ "En un Chromebook, so cloud": what is settled on after the machine was told."""
    return any(
        0 <= hit.start - h.end <= 2 for kind in ("boundary", "scope") for h in reading.of(kind, "clause", "correct")
    )


def _of_a_use(reading: Reading, hit: Hit) -> bool:
    """ "Uso comercial", "be commercial"; letters to customers ("correos comerciales") sell nothing."""
    words = reading.message.words
    if not words[hit.start].startswith("comercial") or words[hit.start].startswith(("comercialm", "comercializ")):
        return True
    before, after = words[max(hit.start - 2, 0) : hit.start], words[hit.end : hit.end + 1]
    return (
        not before
        or after == ("use",)
        or any(
            w.startswith(
                ("uso", "fin", "licen", "producto", "proyecto", "app", "sea", "ser", "es", "para", "permit", "softw")
            )
            for w in before
        )
    )


def _asks_for_rights(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "Can I use this in my company?" says that one means to, though it is a question."""
    words = reading.message.words
    start, _ = reading.sentence(hit.start)
    may = any(w in _PERMITTED for w in words[start : hit.end])
    wished = bool(
        {"with", "con"} & set(words[max(hit.start - 2, start) : hit.start])
    )  # "one with a commercial licence?"
    outright = hit.length > 1 or words[hit.start] in ("comercialmente", "commercially")
    unheard = acts.keep(hit.start) >= Keep.SITUATION or reading.is_taken(hit.start, hit.end)
    return unheard and acts.keep(hit.start) <= Keep.NAMES and (may or wished) and outright


_PERMITTED = wordset(
    "can could may allowed puedo puede podemos pueden podria podriamos deja dejan dejaria dejarian permite permiten permitiria "
    "fine safe free gratis libre available licensed permitted legal ok okay cleared apto apta licencia vale sirve valido valida"
)


def _denied(reading: Reading, hit: Hit, key: str, value: bool) -> Change | None:
    if hit.value == "remote":
        if set(reading.message.words[hit.start : hit.end]) & _VENDORS or not _is_denied_closely(reading, hit):
            return None
        return reading.change("set", "local", True, hit.start, hit.end)
    if hit.value == "closed_weights":
        return reading.change("set", "open_weights", True, hit.start, hit.end)
    if hit.value == "personal_use":
        return None
    words = reading.message.words[hit.start : hit.end]
    if hit.value == "local" and any(w.startswith(_OUTWARD) for w in words):
        return reading.change("set", key, True, hit.start, hit.end)  # "nada a internet", "no van a un servidor ajeno"
    if hit.value == "local" and set(words) & _PROGRAMS:
        return None  # "my card is not found by Ollama"
    return reading.change("set", key, not value, hit.start, hit.end)


def _is_denied_closely(reading: Reading, hit: Hit) -> bool:
    """ "Can't go out to any cloud service"; "I didn't get if the API usage is included" denies that something is known."""
    words = reading.message.words
    before = [c for c in reading.cues if c.value == "negate" and c.end <= hit.start]
    if before and set(words[before[-1].end : hit.start]) & _AND and set(words[hit.end : hit.end + 1]) & _IS:
        return False  # "they don't publish it and the API is dear"
    return not (before and _WHETHER & set(words[before[-1].end : hit.start]))


def _is_out_of_reach(reading: Reading, hit: Hit) -> bool:
    """ "I can't afford to run local models", "no puedo permitirme modelos locales"."""
    before = reading.message.words[max(hit.start - _AFFORDS, reading.sentence(hit.start)[0]) : hit.start]
    afford = next((i for i, w in enumerate(before) if w.startswith(("permit", "afford"))), None)
    return afford is not None and bool(_NOT & set(before[: afford + 1])) and hit.value == "local"


def _is_kept_from(reading: Reading, hit: Hit) -> bool:
    """ "No puede salir a ningún servicio en la nube": words of privacy that deny, and where it may not go."""
    words, start = reading.message.words, reading.clause(hit.start)[0]
    before = words[max(hit.start - _FAR, start) : hit.start]
    at = next((i for i, w in enumerate(before) if w in _DENYING), len(before))
    if any(w.startswith(_SENDING) for w in before[at : at + _SENT_WITHIN]):
        return True  # "I won't put my private files for indexing into the cloud"
    return any(
        start <= h.start
        and 0 <= hit.start - h.end <= _AFFORDS
        and words[h.start] in _DENYING
        and not waived(reading, h)
        for h in reading.of("priority", "privacy")
    ) or any(
        start <= h.start <= hit.start < h.end and words[h.start] in _DENYING for h in reading.of("priority", "privacy")
    )


_SENDING = ("put", "send", "upload", "shar", "sub", "mand", "envi", "poner", "pong", "met", "compart", "leav", "sal")
"""Verbs of what goes elsewhere."""
_FAR, _SENT_WITHIN = 12, 4
_DENYING = frozenset(("no", "not", "nothing", "never", "nada", "ni", "nunca", "cant", "cannot", "dont", "wont", "sin"))
_AFFORDS = 7
_NOT = frozenset(("no", "not", "cant", "cannot", "couldnt", "never"))
_AND = frozenset(("and", "y", "but", "pero"))
_IS = frozenset(("is", "was", "costs", "es", "cuesta", "sale", "esta"))
_WHETHER = frozenset(("if", "whether", "si", "what", "how", "why", "como"))
_VENDORS = frozenset(
    ("openai", "anthropic", "groq", "together", "azure", "bedrock", "vertex", "openrouter", "aws", "gcp")
)
_OUTWARD = (
    "internet",
    "ajen",
    "extern",
    "fuera",
    "tercer",
    "sub",
    "upload",
    "nube",
    "cloud",
    "out",
    "leav",
    "sal",
    "sac",
)
"""How the words begin of which, denied, the rest stays inside."""
_PROGRAMS = frozenset(
    ("ollama", "studio", "cpp", "vllm", "kobold", "koboldcpp", "jan", "gpt4all", "oobabooga", "webui")
)


def _asked_for(reading: Reading, hit: Hit) -> bool:
    return reading.has("scope", "want", start=reading.clause(hit.start)[0], end=hit.start)


def _choice(reading: Reading, acts: Acts, key: str) -> list[Change]:
    changes: list[Change] = []
    for hit in heard(reading, acts, key):
        if key == "training_type" and _is_for_talk(reading, hit):
            continue
        polarity = reading.polarity(hit.start, hit.end)
        if polarity == "yes":
            changes = [reading.change("set", key, hit.value, hit.start, hit.end)]
            break
        if key in reading.dialogue.needs and polarity in ("optional", "retracted"):
            changes.append(reading.change("clear", key, None, hit.start, hit.end))
    unhurried = heard(reading, acts, "unhurried") if key == "latency" and not changes else []
    if unhurried and key in reading.dialogue.needs:
        return [reading.change("clear", key, None, unhurried[0].start, unhurried[-1].end)]
    return changes


def _is_for_talk(reading: Reading, hit: Hit) -> bool:
    """ "A chat model", "un modelo conversacional": what it is for, where no other kind of training stands against it."""
    words = reading.message.words[hit.start : hit.end]
    plain = words[-1] in _MODEL or words[0] in _MODEL
    others = {h.value for h in reading.of("training_type")} - {"chat", "reasoning"}
    return hit.value == "chat" and plain and not others and "training_type" not in reading.dialogue.needs


_MODEL = ("model", "models", "modelo", "modelos")
