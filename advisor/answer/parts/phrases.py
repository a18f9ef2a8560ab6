"""Needs, use cases, languages and lists in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale

from advisor.domain.formats import number, percent, tokens, usd
from advisor.domain.language import Language, Localised
from advisor.domain.language_names import language_name
from advisor.domain.needs import NEEDS, Needs, NeedValue

USE_CASES: dict[str, Localised] = {
    "chatbot": Localised("un chatbot", "a chatbot"),
    "coding": Localised("programar", "coding"),
    "summarization": Localised("resumir textos", "summarising text"),
    "rag": Localised("responder con tus documentos (RAG)", "answering from your documents (RAG)"),
    "document_analysis": Localised("analizar documentos", "document analysis"),
    "data_analysis": Localised("analizar datos", "data analysis"),
    "semantic_search": Localised("búsqueda semántica", "semantic search"),
    "translation": Localised("traducir", "translation"),
    "sentiment": Localised("análisis de sentimiento", "sentiment analysis"),
    "classification": Localised("clasificar textos", "text classification"),
    "extraction": Localised("extraer datos", "data extraction"),
    "agent": Localised("agentes", "agents"),
    "vision": Localised("entender imágenes", "understanding images"),
    "transcription": Localised("transcribir audio", "transcribing audio"),
    "voice": Localised("conversar por voz", "voice conversation"),
    "brainstorming": Localised("generar ideas", "brainstorming"),
    "writing": Localised("redactar", "writing"),
    "creative_writing": Localised("escritura creativa", "creative writing"),
    "proofreading": Localised("corregir textos", "proofreading"),
    "math": Localised("matemáticas", "mathematics"),
    "roleplay": Localised("juegos de rol", "role-play"),
    "image_generation": Localised("generar imágenes", "generating images"),
    "education": Localised("enseñar y aprender", "teaching and learning"),
    "general": Localised("uso general", "general use"),
}

MADE = {
    "video": Localised("crear vídeo", "making video"),
    "music": Localised("crear música", "making music"),
    "speech": Localised("generar voz", "producing speech"),
    "3d": Localised("crear objetos en 3D", "making objects in 3D"),
}
"""By output_modalities."""

_PRIORITIES = {
    "cost": Localised("que cueste poco", "low cost"),
    "quality": Localised("la calidad", "quality"),
    "speed": Localised("la velocidad", "speed"),
    "privacy": Localised("la privacidad", "privacy"),
}

_WORDS: dict[str, Localised] = {
    "none": Localised("ninguno", "none"),
    "prompt": Localised("solo con instrucciones", "prompting only"),
    "lora": Localised("LoRA", "LoRA"),
    "full": Localised("completo", "full"),
    "low": Localised("baja", "low"),
    "image": Localised("imagen", "image"),
    "audio": Localised("audio", "audio"),
    "video": Localised("vídeo", "video"),
    "music": Localised("música", "music"),
    "speech": Localised("voz", "speech"),
    "3d": Localised("objetos en 3D", "objects in 3D"),
    "base": Localised("base", "base"),
    "instruct": Localised("instrucciones", "instruct"),
    "chat": Localised("diálogo", "chat"),
    "reasoning": Localised("razonamiento", "reasoning"),
}


_EUROPE = Localised("Europa", "Europe")
_WRITTEN = {
    "javascript": "JavaScript",
    "typescript": "TypeScript",
    "php": "PHP",
    "sql": "SQL",
    "html": "HTML",
    "css": "CSS",
    "vba": "VBA",
    "matlab": "MATLAB",
    "cobol": "COBOL",
    "latex": "LaTeX",
    "powershell": "PowerShell",
    "plsql": "PL/SQL",
}
"""Programming languages that are not written with one capital; one name with a sign or a capital inside stays as it is."""
_VENDORS_TOLD = 3


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(language)


def listed(words: Sequence[str], language: Language) -> str:
    """ "a", "a y b", "a, b y c"; Spanish "y" becomes "e" before an i sound."""
    words = [w for w in words if w]
    if len(words) < 2:
        return "".join(words)
    joint = " and " if language == "en" else " e " if _starts_with_i(words[-1]) else " y "
    return ", ".join(words[:-1]) + joint + words[-1]


def _starts_with_i(word: str) -> bool:
    folded = word.lower().lstrip("*«\"'")
    return folded.startswith(("i", "í", "hi", "hí")) and not folded.startswith(("hia", "hie", "io", "ia"))


def need_in_words(key: str, value: NeedValue, language: Language) -> str:
    """The value of one need as a person would say it: "12 GB", "128K tokens", "sí", "catalán y español"."""
    if isinstance(value, bool):
        return ("sí" if value else "no") if language == "es" else ("yes" if value else "no")
    if isinstance(value, tuple):
        return listed([_member(key, v, language) for v in value], language)
    if isinstance(value, str):
        if key == "use_case":
            return USE_CASES[value].in_(language)
        return _WORDS[value].in_(language) if value in _WORDS else value
    if key in ("vram_gb", "ram_gb"):
        return f"{number(value, language, 1)} GB"
    if key in ("min_context_tokens", "min_output_tokens", "tokens_per_month", "item_tokens"):
        return f"{tokens(value, language)} tokens"
    if key in ("max_params_b", "min_params_b"):
        return f"{number(value, language)}B"
    if key == "min_tokens_per_s":
        return f"{number(value, language)} tokens/s"
    if key == "output_share":
        return percent(value, language)
    if key in ("items_per_month", "items_once", "users"):
        return number(value, language, 0)
    money = usd(value, language)
    if key == "budget_usd_month":
        return money if value else ("gratis" if language == "es" else "free")
    if key in ("budget_usd_once", "max_usd_per_item"):
        return money
    return money + (" por millón de tokens" if language == "es" else " per million tokens")


def _member(key: str, value: str, language: Language) -> str:
    if key == "languages":
        return language_name(value, language)
    if key == "vendor_origin":
        return _EUROPE.in_(language) if value == "eu" else _locale(language).territories.get(value.upper(), value)
    if key == "priority":
        return _PRIORITIES[value].in_(language)
    if key == "programming_languages":
        return _WRITTEN.get(value, value.capitalize())
    return _WORDS[value].in_(language) if value in _WORDS else value


def label(key: str, language: Language) -> str:
    return NEEDS[key].label.in_(language)


def assumption_in_words(key: str, value: NeedValue, language: Language) -> str:
    """What was taken for granted, after "he supuesto" / "I assumed": "una tarjeta gráfica de 12 GB"."""
    said = need_in_words(key, value, language)
    if key in _ASSUMED:
        return _ASSUMED[key].in_(language).format(said)
    return f"{label(key, language)}: {said}"


_ASSUMED = {
    "tokens_per_month": Localised("un volumen de {} al mes", "a volume of {} a month"),
    "item_tokens": Localised("{} por caso", "{} per case"),
    "vram_gb": Localised("una tarjeta gráfica de {}", "a graphics card with {}"),
    "ram_gb": Localised("un equipo con {} de memoria", "a machine with {} of memory"),
    "languages": Localised("idioma, {}", "language, {}"),
    "commercial_use": Localised("uso comercial", "commercial use"),
    "use_case": Localised("que es para {}", "that it is for {}"),
    "fine_tuning": Localised("que lo ajustarás con {}", "that you will tune it with {}"),
}


def as_volume(count: float, language: Language, *, once: bool) -> str:
    """ "20M tokens al mes", "3M tokens in all"."""
    text = (
        Localised("{} tokens en total", "{} tokens in all")
        if once
        else Localised("{} tokens al mes", "{} tokens a month")
    )
    return text.in_(language).format(tokens(count, language))


def pages(count: float, language: Language) -> str:
    """Tokens as pages, at the guide's 100K tokens to 300 pages, to two figures: 262144 -> "790"."""
    return number(float(f"{count * 300 / 100_000:.2g}"), language, 0)


def _vendors(names: Sequence[str], written: Mapping[str, str], language: Language) -> str:
    """Vendors as they write themselves; of a long list the first and how many more."""
    shown = [written.get(name, name) for name in names]
    more = len(shown) - _VENDORS_TOLD
    if more < 2:
        return listed(shown, language)
    rest = f"{more} fabricantes más" if language == "es" else f"{more} more vendors"
    return listed([*shown[:_VENDORS_TOLD], rest], language)


_TAKEN_ANYWAY = {"vision": "image", "transcription": "audio", "voice": "audio"}
"""What a use takes by itself, and need not be said beside it."""


def summary(needs: Needs, language: Language, names: Mapping[str, str] | None = None) -> str:
    """The needs in one line, the purpose first: "un chatbot, en catalán y español, dando prioridad a que cueste poco".

    `names`: how vendors and models write the names that needs keep in lower case.
    """
    es = language == "es"
    parts: list[str] = []
    use_case = needs.text("use_case")
    if use_case:
        parts.append(USE_CASES[use_case].in_(language))

    def say(key: str, spanish: str, english: str) -> None:
        value = needs.get(key)
        if value is not None:
            parts.append((spanish if es else english).format(need_in_words(key, value, language)))

    say("languages", "en {}", "in {}")
    say("programming_languages", "con {}", "with {}")
    local = needs.flag("local")
    if local is not None:
        parts.append(
            ("en tu equipo" if local else "como servicio en la nube")
            if es
            else ("on your own machine" if local else "as a cloud service")
        )
    say("vram_gb", "con {} de memoria gráfica", "with {} of graphics memory")
    say("ram_gb", "con {} de RAM", "with {} of RAM")
    say("min_context_tokens", "con {} de contexto como mínimo", "with at least {} of context")
    say("min_output_tokens", "con {} de salida como mínimo", "with at least {} of output")
    say("max_params_b", "de {} parámetros como mucho", "with at most {} parameters")
    say("min_params_b", "de {} parámetros como mínimo", "with at least {} parameters")
    budget = needs.number("budget_usd_month")
    if budget == 0:
        parts.append("gratis" if es else "free of charge")
    else:
        say("budget_usd_month", "por {} al mes como mucho", "for at most {} a month")
    for said in (*_CEILINGS, *_workload(needs)):
        say(*said)
    for key, spanish, english in _FLAGS:
        flag = needs.flag(key)
        if flag:
            parts.append(spanish if es else english)
    taken = [kind for kind in needs.names("modalities") if kind != _TAKEN_ANYWAY.get(use_case or "")]
    if taken:
        named = need_in_words("modalities", tuple(taken), language)
        parts.append(f"que entienda {named}" if es else f"that takes {named} input")
    say("output_modalities", "que cree {}", "that makes {}")
    say("fine_tuning", "con ajuste fino: {}", "fine-tuning: {}")
    if needs.text("latency") == "low":
        parts.append("con respuesta inmediata" if es else "with little waiting")
    say("min_tokens_per_s", "a {} como mínimo", "at {} or faster")
    say("training_type", "de tipo {}", "of type {}")
    say("vendor_origin", "de un fabricante de {}", "from a vendor in {}")
    excluded = needs.names("excluded_vendors")
    if excluded:
        shown = _vendors(excluded, names or {}, language)
        parts.append(f"sin modelos de {shown}" if es else f"without models by {shown}")
    for key, spanish, english in (("excluded_models", "sin {}", "without {}"), ("in_place_of", *_IN_PLACE)):
        if told := listed([(names or {}).get(name, name) for name in needs.names(key)], language):
            parts.append((spanish if es else english).format(told))
    say("priority", "dando prioridad a {}", "giving priority to {}")
    return ", ".join(parts)


_IN_PLACE = ("en lugar de {}", "in place of {}")
_CEILINGS = (
    ("budget_usd_once", "por {} en total como mucho", "for at most {} in all"),
    ("max_usd_per_item", "a {} por caso como mucho", "at {} per case at most"),
    ("max_price_in_usd_per_m", "con entrada a {} como mucho", "with input at {} at most"),
    ("max_price_out_usd_per_m", "con salida a {} como mucho", "with output at {} at most"),
)


_ONE_CASE = ("para un caso, una sola vez", "for one case, once")
_CASES = ("para {} casos, una sola vez", "for {} cases, once")


def _workload(needs: Needs) -> tuple[tuple[str, str, str], ...]:
    return (
        ("tokens_per_month", "para {} al mes", "for {} a month"),
        ("items_per_month", *_times(needs)),
        ("users", "para {} personas", "for {} people"),
        ("items_once", *_ONE_CASE) if needs.number("items_once") == 1 else ("items_once", *_CASES),
        ("item_tokens", "de {} por petición", "of {} per request"),
        ("output_share", "con un {} de salida", "{} of them output"),
    )


def _times(needs: Needs) -> tuple[str, str]:
    """How often, in both languages; beside the tokens, over how many cases they go."""
    if needs.number("items_per_month") == 1:
        return "una vez al mes", "once a month"
    return (
        ("en {} peticiones", "in {} requests")
        if "tokens_per_month" in needs
        else ("{} veces al mes", "{} times a month")
    )


_FLAGS = (
    ("open_weights", "con pesos abiertos", "with open weights"),
    ("commercial_use", "con uso comercial permitido", "with commercial use allowed"),
    ("tool_calling", "que llame a herramientas", "that can call tools"),
    ("structured_output", "con salida estructurada", "with structured output"),
    ("reasoning", "que razone", "that reasons"),
)
