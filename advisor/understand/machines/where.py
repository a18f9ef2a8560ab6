"""Whether "local", "API", "cloud" and their kin say where the model is to run, or speak of something else."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_RUNNING = tuple(wordset("run corr funcion ejecut modelo model llm host instal ia ai mont chatbot"))
_ADJECTIVES = frozenset(("local", "locales"))
_MODELS = tuple(
    wordset(
        "model genai llm ia ai ais slm vlm gpt bot chatbot asist assist agent copilot algo alguno alguna uno una one ones thing "
        "something anything stuff setup set stack deploy desplieg infer host alojam instal option opci solution soluci "
        "alternativ version tool herramient app aplica api endpoint use uso usage run ejecu network lan red "
        "server servid weight peso engine motor software program inter entorno modo form maner only cosa invento sistema "
        "system chat rag ocr tts stt"
    )
)
"""How the nouns begin that "local" is said of when it says where the model runs."""
_ENGLISH = wordset("the a for to my and of in with is i it that on we our need want something")
_SPANISH = wordset("de la el que para pa un una con en y los las mi me lo del por al necesito quiero algo")
_DETERMINERS = wordset(
    "de del la el los las un una mi mis nuestro nuestra nuestros nuestras para pa al a su sus en con"
)
_PLAIN = wordset(
    "and or but if please pls plz for on in with to so because as at from is are would can could will only too also that "
    "which not no i we it my the a an vs versus preferably ideally now then though tho since obviously thanks thx w cause "
    "cuz etc only first private and/or plus nothing everything all without unless than rather instead thats its im by "
    "when where while just maybe like lol ok cheap free open fast small be has have must should may esta es va vale sirve"
)
_NEVER = wordset("seo news history politics government council business businesses shops events")
_TRADES = tuple(wordset("vend sell sold backup backups copias almacenamiento storage guardamos consult"))
_PROVIDERS = wordset("alibaba google oracle ibm tencent huawei adobe salesforce microsoft aws")
_HOSTING = tuple(
    wordset(
        "model llm api ai ia option opci solution soluci host based gpu only service version inst endpoint provider"
    )
)
_HOSTED = wordset("hosted saas alojado alojada")
_YET = wordset("yet todavia aun")
_PLACED = wordset("on in by here en at aqui nosotros")
_GOING = wordset(
    "so then entonces pues momento now go going goes use using via want prefer rather mejor prefiero quiero usamos tiramos tiro pasamos"
)
_THAT = wordset("that which who que")
_WHICH = wordset("which what que cual con")
_ONLINE = wordset("online remote remoto hosted web internet")
_MORE = wordset("mas menos mejor peor")
_AGAINST = wordset("vs versus contra frente")
_ELSEWHERE = wordset("nube cloud api online")
_NEAR = 4
_ANSWER = 8
"""Tokens of a turn that does no more than answer."""


def answered_online(reading: Reading) -> list[Change]:
    """ "Online is fine", in answer to whether it is to run locally; in other turns "online" tells of anything."""
    words = reading.message.words
    if [w for w in words if w.isalnum()] in (["nube"], ["la", "nube"], ["web"]):
        return [reading.change("set", "local", False, 0, len(words))]
    if reading.dialogue.asked != "local":
        return []
    at = next((i for i, w in enumerate(words) if w in _ONLINE), None)
    if at is None or len(words) > _ANSWER:
        return []
    return [reading.change("set", "local", reading.polarity(at, at + 1) == "no", at, at + 1)]


def about_the_model(reading: Reading, hit: Hit, local: bool) -> bool:
    """Whether "local" or "API" says where the model is to run; an API in passing, or one in use today, does not."""
    words = reading.message.words
    if _is_alternative(reading, hit):
        return False
    if not local:
        start, end = reading.clause(hit.start)
        traded = {"cloud", "nube"} & set(words[hit.start : hit.end]) and _is_trade(reading, hit, start, end)
        return not traded and (reading.polarity(hit.start, hit.end) != "yes" or _is_hosting(reading, hit))
    if words[hit.end - 1] in _ROOMS and _PEOPLE & set(
        words[max(hit.start - 4, reading.sentence(hit.start)[0]) : hit.start]
    ):
        return False  # "somos 6 en la oficina"
    if words[hit.end - 1] in _ROOMS and words[hit.end : hit.end + 1] in (("de",), ("del",), ("of",)):
        return False  # "en la oficina de turismo"
    if words[hit.end - 1] in ("home", "casa", "casita") and hit.length <= 2:
        start, end = reading.sentence(hit.start)
        runs = reading.has("own", "run", start=start, end=end) or reading.has("machine") or reading.has("memory")
        return runs or any(w.startswith(_RUNNING) for w in words[start:end]) or any(reading.taken)
    if words[hit.start] in _PROGRAMS and _is_of_programs(reading, hit):
        return False
    return not (hit.length == 1 and words[hit.start] in _ADJECTIVES and _of_a_place(reading, hit.start))


_PEOPLE = wordset("somos seremos eramos estamos trabajamos were are")
_ROOMS = wordset("oficina office casa sede edificio tienda local servidor")
_PROGRAMS = wordset("ollama lm lmstudio gguf gpt4all koboldcpp llama exl awq gptq vllm kobold")


def _is_of_programs(reading: Reading, hit: Hit) -> bool:
    """ "Ollama o LM Studio?", "what is a GGUF?": programs and formats are asked about, and nothing that is to run."""
    words = reading.message.words
    start, end = reading.sentence(hit.start)
    others = [h for h in reading.of("flag", "local") if h != hit and words[h.start] not in _PROGRAMS]
    told = any(reading.taken) or reading.has("machine") or reading.has("memory") or reading.has("use_case") or others
    wants = reading.has("own", "have") or reading.has("scope", "want") or reading.has("own", "run")
    compares = {"o", "or", "vs", "versus", "than", "que", "difference", "diferencia"} & set(words[start:end])
    several = len([h for h in reading.of("flag", "local") if words[h.start] in _PROGRAMS]) > 1
    return not told and (bool(compares) or (bool(reading.message.questions) and (several or not wants)))


def _is_alternative(reading: Reading, hit: Hit) -> bool:
    """ "Local or API?", "my 4090 or an API": both are open."""
    words = reading.message.words
    if _is_weighed(reading, hit):
        return True
    others = [h for h in reading.of("flag", "local", "remote") if h.value != hit.value]
    spans = [(h.start, h.end) for h in others]
    if hit.value == "remote":
        spans += [(i, i + 1) for i, taken in enumerate(reading.taken) if taken]
        spans += [(h.start, h.end) for h in reading.of("machine", "laptop", "desktop", "server", "mac")]
    else:
        spans += [(i, i + 1) for i, word in enumerate(words) if word in _ELSEWHERE]
    for start, end in spans:
        between = words[end : hit.start] if end <= hit.start else words[hit.end : start]
        if len(between) <= _NEAR and {"or", "o", "u"} & set(between):
            return True
        if (
            len(between) <= _NEAR
            and "que" in between
            and "igual" in words[max(min(start, hit.start) - _NEAR, 0) : start]
        ):
            return True  # "me da igual local que nube"
    after = words[hit.end : hit.end + 2]
    return hit.value == "remote" and after[:1] in (("or",), ("o",)) and after[-1].startswith(_TAKING_HOME)


_TAKING_HOME = ("download", "descarg", "install", "instal", "selfhost", "run")
"""How verbs begin that stand against an API: "any LLM API or downloading a model"."""


def _is_weighed(reading: Reading, hit: Hit) -> bool:
    """ "Cheaper than self-hosting", "local contra API", "mejor que tenerlo en casa": one side of a comparison."""
    words = reading.message.words
    before, after = words[max(hit.start - 6, 0) : hit.start], words[hit.end : hit.end + 2]
    if {*before[-2:]} & (_AGAINST | {"than"}) or {*after} & _AGAINST:
        return True
    return "que" in before[-2:] and bool(_MORE & set(before)) and reading.message.is_question(hit.start)


def _of_a_place(reading: Reading, i: int) -> bool:
    """ "Local bakery", "radio local": said of what belongs to a town. English names it after, Spanish before."""
    words = reading.message.words
    known = set(words)
    if i and words[i - 1].startswith(("model", "llm")):
        return False  # "algún modelo local"
    if len(known & _SPANISH) > len(known & _ENGLISH) or words[i] == "locales":
        return _of_a_town(reading, i)
    start, end = i + 1, reading.clause(i)[1]
    if start >= end or reading.message.tokens[start].kind != "word" or words[start] in _PLAIN or reading.taken[start]:
        return False
    kinds = ("use_case", "use_hint", "modality", "machine", "memory", "flag", "priority", "tongue", "programming")
    if words[start] not in _NEVER and any(h.start == start for kind in kinds for h in reading.of(kind)):
        return False
    return not any(w.startswith(_MODELS) for w in words[start : min(start + 3, end)])


def _of_a_town(reading: Reading, i: int) -> bool:
    words = reading.message.words
    noun = words[i - 1] if i else ""
    if not noun.isalpha() or reading.taken[i - 1] or noun.startswith(_MODELS) or noun in _SPANISH:
        return words[i] == "local" and noun in ("mi", "nuestro", "del", "al", "su", "este", "el")
    if noun.endswith(("mente", "ar", "er", "ir", "ndo", "arlo", "erlo", "irlo")) or noun.startswith(_RUNNING):
        return False
    if any(h.end == i for kind in ("use_case", "use_hint", "machine", "memory") for h in reading.of(kind)):
        return False
    return i == 1 or words[i - 2] in _DETERMINERS or reading.message.tokens[i - 2].kind == "mark"


def _is_hosting(reading: Reading, hit: Hit) -> bool:
    words = reading.message.words
    start, _ = reading.clause(hit.start)
    supposed = bool({"if", "si"} & set(words[max(start - 1, 0) : hit.start]))  # "and what if I use an API?"
    changes = (reading.corrects or supposed) and reading.dialogue.needs.flag("local") is True
    asked = {i for h in reading.of("scope", "want") for i in range(h.start, h.end + 1)}  # "qué modelo uso": one to use
    today = [h for h in reading.of("scope", "today") if h.start not in asked]
    today = [h for h in today if words[max(h.start - 1, 0)] not in _SHOULD]  # "which should I use through an API?"
    if not changes and any(start <= h.start < hit.start for h in today):
        return False
    if words[hit.start] in _HOSTED and hit.length == 1 and not _said_alone(reading, hit):
        return False
    if words[hit.end : hit.end + 1] and words[hit.end] in _YET:
        return False  # "no hardware yet"
    said = tuple(w for w in words[hit.start : hit.end] if w not in _ANY)
    if said in (("api",), ("apis",)) and not _serves_a_task(reading, hit):
        return (supposed and changes) or _api_is_wished(reading, hit)
    if words[hit.end - 1] in ("api", "apis") and _serves_a_task(reading, hit):
        return False
    if "cloud" in words[hit.start : hit.end] and reading.message.is_question(hit.start):
        start, _ = reading.message.sentence_bounds[reading.message.tokens[hit.start].sentence]
        wanted = reading.has("scope", "want", start=start) or reading.has("act", "request", start=start)
        uses = any(reading.has(kind) for kind in ("use_case", "use_hint", "use_word"))
        return wanted or (uses and words[0] in _WHICH)
    return True


def _said_alone(reading: Reading, hit: Hit) -> bool:
    """ "Hosted, please": nothing else stands in its clause; "hosted by us" and "hosted on my server" say the contrary."""
    start, end = reading.clause(hit.start)
    rest = [w for i, w in enumerate(reading.message.words[start:end], start) if w.isalnum() and i != hit.start]
    return all(w in _PLAIN or w in _GOING for w in rest) and not set(rest[:3]) & _PLACED


def _is_trade(reading: Reading, hit: Hit, start: int, end: int) -> bool:
    """ "Alibaba Cloud's sales people", "cloud backup", "vendo servicios en la nube": somebody's business or product."""
    words = reading.message.words
    before, after = words[start : hit.start], words[hit.end : hit.end + 1] if hit.end < end else ()
    if words[hit.end - 1] == "cloud":
        if before[-1:] and before[-1] in _PROVIDERS:
            return True
        if hit.length == 1 and after and after[0].isalpha() and after[0] not in _PLAIN:
            return not after[0].startswith(_HOSTING)
    return any(w.startswith(_TRADES) for w in before)


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
    if not any(words[i] in _THAT and words[i - 1] not in _HAVING for i in range(start + 1, hit.start)):
        does = False  # "traducir por api": the model's own; "a bot that books tables through an API" calls another
    return of_ours or joins or (does and not reading.has("scope", "want", start=start, end=hit.start))


_HAVING = wordset("tengo tenemos tiene hay tendria")
_SHOULD = wordset("should can could would may shall must")
_GIVING = wordset("give gimme dame get grab")
_ANY = wordset("a an the una un la las")
_OTHERS_API = wordset("rest nuestra our my mi web your su de del external")
_MAKING = (
    "escrib",
    "crea",
    "desarroll",
    "implement",
    "programa",
    "writ",
    "build",
    "creat",
    "develop",
    "mak",
    "hac",
    "hag",
)
_API_NOUNS = wordset("key keys endpoint endpoints rest documentation docs documents")
_MAKERS = wordset("openai anthropic claude google gemini gpt chatgpt mistral deepseek groq cohere grok")
_COMPATIBLE = ("compatib", "style", "estilo")
_WISHED_API = wordset("only barata economica model price pricing please")


def _api_is_wished(reading: Reading, hit: Hit) -> bool:
    words = reading.message.words
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
    if before.startswith(_MAKING):
        return False  # "escribe una API": the thing to be made
    if after in ("key", "keys") and _GIVING & set(words[: hit.start]):
        return True
    if before in _OTHERS_API or after in _API_NOUNS or after in ("that", "which", "que", "in", "en"):
        return False
    start, end = reading.clause(hit.start)
    if before in _MAKERS and not reading.has("scope", "want", start=start, end=hit.start):
        return False
    if before.startswith(_COMPATIBLE) or after.startswith(_COMPATIBLE):
        return False  # "any OpenAI-compatible API": how programs speak with it, at home too
    if after in _TELLING and _is_product(reading, hit):
        return False
    alone = all(
        t.kind == "mark" for i, t in enumerate(reading.message.tokens[start:end], start) if not hit.start <= i < hit.end
    )
    wished = reading.has("scope", "want") or reading.has("priority") or after in _WISHED_API or before in _GOING
    if reading.dialogue.needs.flag("local") and not reading.message.is_question(hit.start):
        wished = wished or before not in _DETERMINERS  # where a machine was told of, an API replaces it
    return alone or wished or len(words) <= 6 or hit.start == 0


_TELLING = wordset("is are was costs charges keeps went got es esta cierra cuesta cobra va sale falla me nos")


def _is_product(reading: Reading, hit: Hit) -> bool:
    """ "Perspective API is shutting down": one that has a name of its own is told of."""
    if not hit.start:
        return False
    message, i = reading.message, hit.start - 1
    said = message.text[message.tokens[i].start : message.tokens[i].end]
    plain = message.words[i] in _PLAIN | _GOING | _DETERMINERS
    known = any(h.start <= i < h.end for kind in ("priority", "free", "scope") for h in reading.of(kind))
    return said.istitle() and not (plain or known)
