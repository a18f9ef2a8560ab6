"""A language model's reading of a message: changes to the needs, each with the person's own words behind it.

The model only proposes. A change counts where its quote stands in the message and its value fits the key; merging with the
rules' reading is not done here.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field
from rapidfuzz.fuzz import partial_ratio, ratio

from advisor.answer.claims.folding import fold
from advisor.answer.models import LanguageModel, Stopped
from advisor.answer.prompts import proposing
from advisor.domain.answers import Usage
from advisor.domain.language import LANGUAGES, Language, Localised
from advisor.domain.language_names import language_name
from advisor.domain.needs import NEEDS, USE_CASES, Change, Needs, NeedValue, checked
from advisor.errors import InputError, ModelError

SHARE = 0.4
"""Part of a turn's time that reading may take, so that enough is left for writing."""

if TYPE_CHECKING:
    Key = str
else:
    Key = Literal[tuple(NEEDS)]


class ProposedChange(BaseModel):
    # The quote comes first, so that a model finds the words before it names a need: a small one fills in every need otherwise.
    quote: str = Field(description="the words of the message that say so, copied letter by letter")
    op: Literal["set", "add", "remove", "clear"] = Field(description="what is done to the need")
    key: Key = Field(description="which need")
    value: str = Field(description="the value as plain text; empty for clear")


class Proposal(BaseModel):
    """Changes that a message makes; `cannot_say` where it makes none or it cannot be told."""

    cannot_say: bool = Field(description="true where the message changes nothing or it cannot be told")
    changes: list[ProposedChange] = Field(description="the changes, in the order of the message")


@dataclass(frozen=True, slots=True)
class Proposed:
    """`refused`: how many proposals had no words behind them or no usable value. `notice`: what went wrong, if anything."""

    changes: tuple[Change, ...] = ()
    refused: int = 0
    notice: Localised | None = None
    usage: Usage | None = None


def propose(
    text: str,
    needs: Needs,
    language: Language,
    model: LanguageModel,
    timeout_s: float,
    stop: threading.Event | None = None,
) -> Proposed:
    """What the model makes of a message within SHARE of `timeout_s`. Never raises a ModelError: a fault is a notice."""
    try:
        model.prepare()
        deadline = time.monotonic() + SHARE * timeout_s
        filled = model.fill(proposing(text, needs, language), Proposal, deadline, stop)
    except Stopped:
        return Proposed()
    except ModelError as error:
        return Proposed(notice=Localised(
            f"He leído tu mensaje solo con reglas: {error.text.es}", f"I read your message with rules only: {error.text.en}"
        ))  # fmt: skip
    rows = filled.data.get("changes")
    if filled.data.get("cannot_say") or not isinstance(rows, list):
        return Proposed(usage=filled.usage)
    found = [_change(row, text) for row in rows[:40]]
    kept = tuple(dict.fromkeys(change for change in found if change is not None))
    return Proposed(kept, len(rows) - len(kept), usage=filled.usage)


def _change(row: object, text: str) -> Change | None:
    """The proposal as a change; None where it is not what was asked for."""
    if isinstance(row, BaseModel):
        row = row.model_dump()
    if (
        not isinstance(row, Mapping)
        or row.get("key") not in NEEDS
        or row.get("op") not in ("set", "add", "remove", "clear")
    ):
        return None
    quote = quoted(str(row.get("quote") or ""), text)
    if quote is None:
        return None
    op, key = row["op"], row["key"]
    if op == "clear":
        return Change("clear", key, None, quote, "model") if _TAKING_BACK.search(fold(quote)) else None
    value = parsed(key, row.get("value"))
    if value is None or not _words_say(key, value, quote):
        return None
    if op in ("add", "remove") and not isinstance(value, tuple):
        op = "set"
    return Change(op, key, value, quote, "model")


def quoted(quote: str, text: str) -> str | None:
    """The words as they stand in the message, whatever case, accents and blanks the model copied; None if they do not."""
    wanted = re.escape(fold(quote.strip(" \t\n\"'«»“”.,;:¡!¿?")))
    if len(wanted) < 2:
        return None
    pattern = re.sub(r"(?:\\ |\\\n|\s)+", r"\\s+", wanted)
    match = re.search(rf"(?<!\w){pattern}(?!\w)", fold(text))
    return text[match.start() : match.end()] if match else None


def parsed(key: str, raw: Any) -> NeedValue | None:
    """A value in words as the key's type; None where it does not fit."""
    spec, text = NEEDS[key], str(raw if raw is not None else "").strip()
    value: object = text
    if spec.type in ("integer", "number"):
        digits = re.sub(r"[\s_]", "", text)
        if not re.fullmatch(r"\d+(?:\.\d+)?(?:e\d+)?", digits):
            return None
        value = float(digits)
    elif spec.type == "bool":
        if text.lower() not in ("true", "false"):
            return None
        value = text.lower() == "true"
    elif spec.type in ("names", "choices"):
        value = [part.strip().lower() for part in re.split(r"[,;\n]", text.strip("[]")) if part.strip(" \"'")]
        value = [part.strip("\"'") for part in value if isinstance(part, str)]
    else:
        value = text.lower()
    if key == "use_case" and value not in USE_CASES:
        return None
    if key == "languages" and not all(re.fullmatch(r"[a-z]{2,3}", code) for code in value if isinstance(code, str)):  # type: ignore[union-attr]
        return None
    try:
        made = checked(key, value)
    except InputError:
        return None
    return made if made != () else None


_NUMBER_WORDS = re.compile(
    r"\d|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien\w*|mil|millon\w*|medi[oa]|docena|gratis|gratuit\w*|two|three|four|"
    r"five|six|seven|eight|nine|ten|hundred|thousand|million\w*|half|dozen|free|nothing|zero|cero|par|couple|sin)\b"
)


_BEHIND: dict[str, re.Pattern[str]] = {
    key: re.compile(pattern)
    for key, pattern in {
        "open_weights": r"abiert|open|pesos|weights|codigo|source|libre|propietari|propriet|cerrad|closed|descarg|download",
        "commercial_use": r"comercial|commercial|negocio|vend|sell|business|empresa|company|client|factur|licen",
        "local": r"local|equipo|propi|own|gpu|grafic|card|pc\b|ordenador|computador|portatil|laptop|machine|maquina|on-?prem|servidor|server|offline|casa|home|nube|cloud|api\b|rtx|mac|sin internet|conexion|instal",
        "tool_calling": r"herramient|tool|funcion|function|agent|acciones|actions|llam",
        "structured_output": r"json|estructur|struct|schema|esquema|formato|format|campos|fields",
        "reasoning": r"razon|reason|think|piens|pensar|logic",
        "fine_tuning": r"afin|tun|entren|train|lora|ajust|prompt|adapt|persona|custom",
        "latency": r"rapid|fast|real|laten|esper|wait|voz|voice|instant|segund|second|lent|slow|agil|quick|speed|veloc",
        "modalities": r"imag|foto|photo|pict|vision|audio|voz|voice|speech|video|escane|scan|dibuj|captur|screenshot|graba|record|\bver\b|\bsee\b|oir|hear|escuch",
        "output_modalities": r"video|film|pelicul|movie|anima|clip|music|song|cancion|melod|beat|voz|voice|speech|habl|narra|audio|3 ?d\b",
        "training_type": r"base|raw|crudo|instru|chat|dialog|conversa|razon|reason|think",
        "priority": r"barat|cheap|preci[oe]|price|cost|cuest|econom|gratis|gratuit|free|budget|presupuest|dinero|money|afford|gast|calidad|quality|precis|accura|reliab|fiab|exact|smart|list[oa]|intelig|error|mistak|fall|equivoc|rapid|fast|quick|veloc|speed|laten|agil|slow|lent|tard|priva|confiden|gdpr|rgpd|dato|data|sensib|sensit|secre|leak|filtr|europ|\beu\b|\bue\b",
    }.items()
}
"""Words without which a model's reading of a condition is not believed."""


_TAKING_BACK = re.compile(
    r"\b(?:no|sin|ni|olvid\w*|quit\w*|borr\w*|elimin\w*|descart\w*|dan? igual|cancel\w*|retir\w*|cualquier\w*|not|dont|don't|doesnt|"
    r"doesn't|without|forget|drop|remove|delete|scrap|ignore|never ?mind|skip|any)\b"
)
"""Words by which a need is taken back."""
_SHORT_NAMES = {"javascript": "js", "typescript": "ts", "python": "py", "c++": "cpp", "c#": "csharp"}
_NAME_LIKE = 78
"""Likeness, of 100, at which a word counts as a language's name mistyped."""


_SAYING_NOTHING = re.compile(
    r"(?:hola|buenas|hello|please|gracias|thanks?|vale|bueno|well|okay|pues|entonces|then|algo|something|cosa|thing|est[oa]|eso|"
    r"this|that|quiero|want|need|necesito|para|with|como|what|which|cual|puede|could|would|should|tengo|have)"
)
"""Words out of which no use can be read: "uf", "hola", "quiero algo"."""


def _is_named(code: str, folded: str) -> bool:
    """Whether a language stands in the words by its Spanish or English name, typos allowed. Its other names the rules know."""
    names = [fold(language_name(code, language)) for language in LANGUAGES]
    words = folded.split()
    return any(name in folded or any(ratio(word, name) >= _NAME_LIKE for word in words) for name in names)


def _words_say(key: str, value: NeedValue, quote: str) -> bool:
    """Whether the quote can say this: a figure needs a figure behind it ("barato" gives none), a name that name."""
    folded = fold(quote)
    if key == "use_case":
        return any(not _SAYING_NOTHING.fullmatch(word) for word in re.findall(r"[a-z]{4,}", folded))
    if key in _BEHIND:
        return bool(_BEHIND[key].search(folded))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return bool(_NUMBER_WORDS.search(folded))
    if key == "programming_languages" and isinstance(value, tuple):
        return all(_SHORT_NAMES.get(name, name) in folded or name in folded for name in value)
    if key == "languages" and isinstance(value, tuple):
        return all(_is_named(code, folded) for code in value)
    if key in ("excluded_vendors", "excluded_models", "mentioned_models", "in_place_of") and isinstance(value, tuple):
        close = re.sub(r"[^a-z0-9]", "", folded)
        return all(partial_ratio(re.sub(r"[^a-z0-9]", "", fold(name)), close) >= 80 for name in value)
    return True
