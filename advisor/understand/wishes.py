"""Yes-or-no wishes, priorities and small choices, each with the polarity of the words around it."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.match import Hit
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

_CHOICES = ("latency", "training_type", "fine_tuning")
_NEGATED_FLAGS = {"closed_weights": "open_weights", "remote": "local", "personal_use": "commercial_use"}
_TEXT_USES = wordset(
    "writing brainstorming creative_writing proofreading coding translation summarization sentiment "
    "classification math education roleplay data_analysis semantic_search rag document_analysis"
)
_TAKING_IN = tuple(
    wordset(
        "read reads reading understand see look analy describ recogn accept support handle process take input "
        "watch listen attach upload entend entiend ver vea mir lee lea leer analiz describ recono acept admit "
        "soport proces escuch adjunt sub recib scanned escanead from desde"
    )
)
_RUNNING = (
    "run",
    "corr",
    "funcion",
    "ejecut",
    "modelo",
    "model",
    "llm",
    "host",
    "instal",
    "ia",
    "ai",
    "mont",
    "chatbot",
)
_PASSING = frozenset({"api", "apis", "agent", "edge"})


def read_wishes(reading: Reading, acts: Acts, coming: str | None = None) -> list[Change]:
    """Flags, modalities, latency, fine-tuning and training type; priorities are read apart. `coming`: the use this turn sets."""
    return [
        *_flags(reading, acts),
        *_modalities(reading, acts, coming),
        *_choice(reading, acts, "latency"),
        *_choice(reading, acts, "training_type"),
        *_fine_tuning(reading, acts),
    ]


def _heard(reading: Reading, acts: Acts, kind: str) -> list[Hit]:
    return [
        h for h in reading.longest(kind) if acts.keep(h.start) < Keep.SITUATION and not reading.is_taken(h.start, h.end)
    ]


def _flags(reading: Reading, acts: Acts) -> list[Change]:
    changes: dict[str, Change] = {}
    needs = reading.dialogue.needs
    rights = [h for h in reading.longest("flag") if h.value == "commercial_use" and _asks_for_rights(reading, acts, h)]
    for hit in [*_heard(reading, acts, "flag"), *rights]:
        key, value = hit.value, True
        if key in _NEGATED_FLAGS:
            key, value = _NEGATED_FLAGS[key], False
        polarity = reading.polarity(hit.start, hit.end)
        if key == "commercial_use" and hit.length == 1 and not _of_a_use(reading, hit):
            continue
        if key == "local" and not _about_the_model(reading, hit, value):
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
        if change and (
            held is None or held.op == "clear" or (change.value is True and hit.value not in _NEGATED_FLAGS)
        ):
            changes[key] = change
    if reading.dialogue.asked == "local" and "local" not in changes:
        changes |= {c.key: c for c in _answered_online(reading)}
    return list(changes.values())


def _answered_online(reading: Reading) -> list[Change]:
    """ "Online is fine", in answer to whether it is to run locally; in other turns "online" tells of anything."""
    words = reading.message.words
    at = next((i for i, w in enumerate(words) if w in _ONLINE), None)
    if at is None or len(words) > _ANSWER:
        return []
    return [reading.change("set", "local", reading.polarity(at, at + 1) == "no", at, at + 1)]


_ONLINE = wordset("online remote remoto hosted web internet")
_ANSWER = 8
"""Tokens of a turn that does no more than answer."""


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
    may = any(
        w in ("can", "could", "puedo", "puede", "podemos", "pueden", "may", "podria", "deja", "allowed")
        for w in words[start : hit.end]
    )
    return Keep.SITUATION <= acts.keep(hit.start) <= Keep.NAMES and may and hit.length > 1


def _denied(reading: Reading, hit: Hit, key: str, value: bool) -> Change | None:
    if hit.value == "remote":
        return reading.change("set", "local", True, hit.start, hit.end)
    if hit.value == "closed_weights":
        return reading.change("set", "open_weights", True, hit.start, hit.end)
    if hit.value == "personal_use":
        return None
    return reading.change("set", key, not value, hit.start, hit.end)


def _asked_for(reading: Reading, hit: Hit) -> bool:
    return reading.has("scope", "want", start=reading.clause(hit.start)[0], end=hit.start)


def _about_the_model(reading: Reading, hit: Hit, local: bool) -> bool:
    """Whether "local" or "API" says where the model is to run; an API in passing, or one in use today, does not."""
    words = reading.message.words
    if not local:
        if reading.polarity(hit.start, hit.end) == "yes":
            start, _ = reading.clause(hit.start)
            if any(start <= h.start < hit.start for h in reading.of("scope", "today")):
                return False
            if words[hit.start : hit.end] in (("api",), ("apis",)) and not _serves_a_task(reading, hit):
                return _api_is_wished(reading, hit)
            if words[hit.end - 1] in ("api", "apis") and _serves_a_task(reading, hit):
                return False
            if "cloud" in words[hit.start : hit.end] and reading.message.is_question(hit.start):
                return reading.has("scope", "want", start=start)
        return True
    after = words[hit.end] if hit.end < len(words) else ""
    if words[hit.end - 1] in ("home", "casa", "casita") and hit.length <= 2:
        start, end = reading.sentence(hit.start)
        runs = reading.has("own", "run", start=start, end=end) or reading.has("machine") or reading.has("memory")
        return runs or any(w.startswith(_RUNNING) for w in words[start:end]) or any(reading.taken)
    return not (
        words[hit.end - 1] in ("local", "locales")
        and after
        in (
            "business",
            "shop",
            "store",
            "restaurant",
            "company",
            "comercial",
            "government",
            "news",
            "dialect",
            "council",
            "bakery",
            "history",
        )
    )


def _serves_a_task(reading: Reading, hit: Hit) -> bool:
    """ "Books tables through an API", "la API de mi tienda": what the model calls, and not what it is called by."""
    start, _ = reading.clause(hit.start)
    words = reading.message.words
    if any(n.end == hit.start or n.end == hit.start - 1 for n in reading.numbers) and words[hit.end - 1] == "apis":
        return True  # "5 internal APIs"
    owned = words[hit.end : hit.end + 2]
    of_ours = owned[:1] in (("de",), ("of",), ("del",)) and owned[1:] != ("pago",)
    does = any(
        start <= h.start < hit.start for kind in ("use_case", "use_hint") for h in reading.of(kind)
    ) or reading.has("flag", "tool_calling", start=start)
    joins = any(
        w.startswith(("integr", "conect", "connect", "book", "reserv", "call", "llam", "push", "sync"))
        for w in words[start : hit.start]
    )
    return of_ours or joins or (does and not reading.has("scope", "want", start=start, end=hit.start))


def _api_is_wished(reading: Reading, hit: Hit) -> bool:
    words = reading.message.words
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
    if before in (
        "rest",
        "la",
        "nuestra",
        "our",
        "my",
        "mi",
        "the",
        "web",
        "your",
        "su",
        "de",
        "del",
        "external",
    ) and before not in ("la", "the"):
        return False
    if before in ("openai", "claude", "google", "gemini") and not reading.has("scope", "want"):
        return False
    if after in ("key", "keys", "endpoint", "endpoints", "rest", "documentation", "docs"):
        return False
    start, end = reading.clause(hit.start)
    alone = all(
        t.kind == "mark" for i, t in enumerate(reading.message.tokens[start:end], start) if not hit.start <= i < hit.end
    )
    return (
        alone
        or reading.has("scope", "want")
        or reading.has("priority")
        or after in ("only", "barata", "economica", "model", "price", "pricing", "please")
        or len(words) <= 6
        or hit.start == 0
    )


def _modalities(reading: Reading, acts: Acts, coming: str | None) -> list[Change]:
    hits = _heard(reading, acts, "modality")
    held = reading.dialogue.needs.names("modalities")
    use = reading.dialogue.needs.text("use_case")
    wanted = [h for h in hits if reading.polarity(h.start, h.end) == "yes" and _as_input(reading, h, coming or use)]
    dropped = [h for h in hits if reading.polarity(h.start, h.end) != "yes" and h.value in held]
    changes = []
    if dropped and use != "image_generation":
        values = tuple(dict.fromkeys(h.value for h in dropped if h.value not in {w.value for w in wanted}))
        if values:
            changes.append(reading.change("remove", "modalities", values, dropped[0].start, dropped[-1].end))
    values = tuple(dict.fromkeys(h.value for h in wanted))
    if values:
        changes.append(reading.change("add" if held else "set", "modalities", values, wanted[0].start, wanted[-1].end))
    return changes


def _as_input(reading: Reading, hit: Hit, use: str | None) -> bool:
    """Whether pictures or sounds are to be taken in, and not only spoken about ("titles for videos")."""
    words = reading.message.words
    if any(w.startswith(("multi", "vision", "ocr", "vlm")) for w in words[hit.start : hit.end]) or hit.length > 1:
        return True
    if use not in _TEXT_USES or reading.dialogue.turns:
        return (
            not any(w in ("for", "para", "about", "sobre") for w in words[max(hit.start - 2, 0) : hit.start])
            or use not in _TEXT_USES
        )
    before = words[max(hit.start - 6, 0) : hit.start]
    return any(w.startswith(_TAKING_IN) for w in before)


def _choice(reading: Reading, acts: Acts, key: str) -> list[Change]:
    changes: list[Change] = []
    for hit in _heard(reading, acts, key):
        polarity = reading.polarity(hit.start, hit.end)
        if polarity == "yes":
            changes = [reading.change("set", key, hit.value, hit.start, hit.end)]
            break
        if key in reading.dialogue.needs and polarity in ("optional", "retracted"):
            changes.append(reading.change("clear", key, None, hit.start, hit.end))
    return changes


def _fine_tuning(reading: Reading, acts: Acts) -> list[Change]:
    hits = _heard(reading, acts, "fine_tuning")
    yes = [h for h in hits if reading.polarity(h.start, h.end) == "yes"]
    for value in ("full", "lora", "prompt", "none"):
        hit = next((h for h in yes if h.value == value), None)
        if hit and (value != "full" or _about_tuning(reading, hit, hits)):
            return [reading.change("set", "fine_tuning", value, hit.start, hit.end)]
    denied = [
        h
        for h in hits
        if reading.polarity(h.start, h.end) in ("no", "optional", "retracted") and h.value in ("any", "lora", "full")
    ]
    if denied:
        hit = denied[0]
        if reading.polarity(hit.start, hit.end) == "no":
            if _on_our_data(reading, hit):
                return []
            return [reading.change("set", "fine_tuning", "none", hit.start, hit.end)]
        if "fine_tuning" in reading.dialogue.needs:
            return [reading.change("clear", "fine_tuning", None, hit.start, hit.end)]
    return []


def _on_our_data(reading: Reading, hit: Hit) -> bool:
    """ "No training on our data" asks the vendor for discretion."""
    after = reading.message.words[hit.end : hit.end + 3]
    return after[:1] in (("on",), ("con",), ("with",)) and any(
        w in ("our", "my", "nuestros", "mis", "los") for w in after
    )


def _about_tuning(reading: Reading, hit: Hit, hits: list[Hit]) -> bool:
    """ "From scratch" and "complete" speak of training only beside a word for it."""
    words = reading.message.words[hit.start : hit.end]
    if "cero" in words or "scratch" in words:
        return any(h.value == "any" for h in hits)
    return True


def read_priorities(reading: Reading, acts: Acts) -> list[Change]:
    """Priorities join those that hold; of "quality over speed" the first counts; what does not matter goes."""
    hits = [
        h
        for h in reading.longest("priority")
        if acts.keep(h.start) < Keep.SITUATION and not reading.is_taken(h.start, h.end)
    ]
    wanted: list[Hit] = []
    dropped: list[Hit] = []
    for k, hit in enumerate(hits):
        polarity = reading.polarity(hit.start, hit.end)
        if hit.value == "quality" and _of_a_feature(reading, hit):
            continue
        if polarity == "yes" and not _outweighed(reading, hits[:k], hit) and not _of_today(reading, hit):
            wanted.append(hit)
        elif polarity != "yes" or hits[:k]:
            dropped.append(hit)
    held = reading.dialogue.needs.names("priority")
    changes: list[Change] = []
    yields = [h for h in reading.longest("yields") if acts.keep(h.start) < Keep.SITUATION]
    if yields and not wanted:
        changes.append(reading.change("add", "priority", ("quality",), yields[0].start, yields[0].end))
    dropped += [*yields, *_no_matter(reading, acts)]
    values = tuple(dict.fromkeys(h.value for h in wanted))
    out = tuple(dict.fromkeys(h.value for h in dropped if h.value in held and h.value not in values))
    if out:
        changes.append(reading.change("remove", "priority", out, dropped[0].start, dropped[-1].end))
    if values:
        changes.append(reading.change("add", "priority", values, wanted[0].start, wanted[-1].end))
    return changes


def _no_matter(reading: Reading, acts: Acts) -> list[Hit]:
    """ "The price doesn't matter": said of the thing itself, and not of its being cheap."""
    return [
        h
        for h in reading.longest("aspect")
        if acts.keep(h.start) < Keep.SITUATION and reading.polarity(h.start, h.end) in ("optional", "no")
    ]


def _outweighed(reading: Reading, earlier: list[Hit], hit: Hit) -> bool:
    """Whether the words between say that an earlier one matters more: "calidad a velocidad", "fast over smart"."""
    if not earlier:
        return False
    last = earlier[-1]
    between = reading.message.words[last.end : hit.start]
    joins = {
        reading.message.words[h.start : h.end]
        for h in reading.of("scope", "over")
        if h.start == last.end and h.end == hit.start
    }
    return bool(joins) or between in (("a", "la"), ("a", "el"), ("que", "la"), ("over", "the"))


def _of_a_feature(reading: Reading, hit: Hit) -> bool:
    """ "Reliable tool calls" asks for tool calls."""
    features = reading.of("flag", "tool_calling", "structured_output")
    return hit.length == 1 and any(0 <= f.start - hit.end <= 1 or 0 <= hit.start - f.end <= 1 for f in features)


def _of_today(reading: Reading, hit: Hit) -> bool:
    """ "Too expensive" and "too slow" complain of what is used, which is a wish; "fast" of a thing in use is not."""
    start, _ = reading.clause(hit.start)
    return (
        hit.value in ("quality", "speed")
        and any(start <= h.start < hit.start and h.length > 1 for h in reading.of("scope", "today"))
        and not reading.has("scope", "want", start=start, end=hit.end)
    )
