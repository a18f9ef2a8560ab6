"""Pictures, sound and film: what the model is to take in or give out beyond text."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.speech.acts import Acts, heard
from advisor.understand.wishes.outputs import made_of
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_TEXT_USES = wordset(
    "writing brainstorming creative_writing proofreading coding translation summarization sentiment "
    "classification math education roleplay data_analysis semantic_search rag document_analysis"
)
_TAKING_IN = tuple(
    wordset(
        "read reads reading understand see look analy describ recogn accept support handle process take input "
        "watch listen attach upload entend entiend ver vea mir lee lea leer analiz describ recono acept admit "
        "soport proces escuch adjunt sub recib scanned escanead from desde "
        "review inspect flag screen "
        "trae includ incluy contain contien attach acompan accompan comes vien"
    )
)


def read_modalities(reading: Reading, acts: Acts, coming: str | None) -> list[Change]:
    """Changes to `modalities`. `coming`: the use that this turn sets, which tells what is an input of it."""
    made = made_of(reading)
    hits = [h for h in heard(reading, acts, "modality") if h.start not in made]
    hits = [h for h in hits if not (_of_a_card(reading, h) or _of_a_trade(reading, h) or _is_watched(reading, h))]
    held = reading.dialogue.needs.names("modalities")
    use = reading.dialogue.needs.text("use_case")
    wanted = [h for h in hits if reading.polarity(h.start, h.end) == "yes" and _as_input(reading, h, coming or use)]
    wanted = [h for h in wanted if reading.message.words[max(h.start - 1, 0)] not in _NONE]
    dropped = [h for h in hits if reading.polarity(h.start, h.end) != "yes" and h.value in held]
    changes = []
    plain = [h for h in heard(reading, acts, "text_only") if reading.polarity(h.start, h.end) == "yes"]
    if plain and held and not wanted:
        return [reading.change("clear", "modalities", None, plain[0].start, plain[-1].end)]
    if dropped and use != "image_generation":
        values = tuple(dict.fromkeys(h.value for h in dropped if h.value not in {w.value for w in wanted}))
        if values:
            changes.append(reading.change("remove", "modalities", values, dropped[0].start, dropped[-1].end))
    values = tuple(dict.fromkeys(h.value for h in wanted))
    if values:
        changes.append(reading.change("add" if held else "set", "modalities", values, wanted[0].start, wanted[-1].end))
    return changes


_NONE = frozenset(("ninguna", "ningun"))
"""Before what is to be shown to nobody: "que no salga ninguna foto"."""


def _of_a_card(reading: Reading, hit: Hit) -> bool:
    """ "Tarjeta de vídeo", "6 GB de vídeo", "a video card": of a machine's memory."""
    if hit.value != "video":
        return False
    sized = any(0 <= hit.start - h.end <= 1 for h in reading.of("unit", "gb"))
    words = reading.message.words[max(hit.start - 2, 0) : hit.end + 1]
    counted = words[:1] != () and words[0].isdigit() and words[1:2] in (("de",), ("of",))
    if counted and {"ram", "vram"} & set(reading.message.words[slice(*reading.sentence(hit.start))]):
        return True  # "16 de ram y 8 de vídeo"
    over = any(
        h.start <= hit.start and hit.end <= h.end for h in [*reading.of("memory"), *reading.of("machine", "none")]
    )
    return over and (sized or any(w.startswith(_CARDS) for w in words))


_CARDS = ("tarjeta", "placa", "memoria", "memory", "card", "ram", "grafic")


def _of_a_trade(reading: Reading, hit: Hit) -> bool:
    """ "A picture framing shop", "vendo cámaras", "estudio imagen y sonido": what one deals in, and no input."""
    words = reading.message.words
    after, before = words[hit.end : hit.end + 2], words[max(hit.start - 2, 0) : hit.start]
    shop = before[1:] == ("de",) and before[0] in _TRADES | {"estudio", "empresa"}
    return shop or any(w in _TRADES for w in after) or any(w in _DEALING for w in before)


def _is_watched(reading: Reading, hit: Hit) -> bool:
    """ "I've seen a lot of videos about RAG", "vi varios vídeos sobre esto": what one learnt from."""
    words = reading.message.words
    before, after = words[max(hit.start - _NEAR, 0) : hit.start], words[hit.end : hit.end + 2]
    return hit.value == "video" and bool(_WATCHED & set(before)) and bool(_TEACHING & set(after))


_NEAR = 6
_WATCHED = wordset("seen watched watching saw followed visto vi viendo mirado mirando seguido")
_TEACHING = wordset("about on explaining showing sobre explicando youtube")
_TRADES = wordset(
    "shop store framing frames rental agency company production studio club magazine degree gallery festival editor "
    "editing equipment tienda agencia productora"
)
_DEALING = wordset(
    "vendo vendemos vender sell selling sells repair repairs arreglo reparo reparamos estudio study studying alquilo"
)


def _as_input(reading: Reading, hit: Hit, use: str | None) -> bool:
    """Whether pictures or sounds are to be taken in, and not only spoken about ("titles for videos")."""
    words = reading.message.words
    if any(w.startswith(("multi", "vision", "ocr", "vlm")) for w in words[hit.start : hit.end]) or hit.length > 1:
        return True
    if _INPUT & {*words[max(hit.start - 2, 0) : hit.start], *words[hit.end : hit.end + 1]}:
        return True
    if hit.value == "image" and _of_papers(reading, hit):
        return True
    if use not in _TEXT_USES or reading.dialogue.turns:
        return (
            not any(w in ("for", "para", "about", "sobre") for w in words[max(hit.start - 2, 0) : hit.start])
            or use not in _TEXT_USES
        )
    return _is_handled(reading, hit)


def _of_papers(reading: Reading, hit: Hit) -> bool:
    """ "Search in our archive, photos of old letters", "fotos de facturas": papers that are there as pictures only."""
    words, (_, end) = reading.message.words, reading.sentence(hit.start)
    after = words[hit.end : min(hit.end + _OF_WITHIN, end)]
    asked_after = set(words[max(hit.start - 2, 0) : hit.start]) & {"for", "para", "about", "sobre"}
    return after[:1] in (("of",), ("de",)) and any(w.startswith(_PAPERS) for w in after) and not asked_after


_OF_WITHIN = 5
_PAPERS = ("letter", "invoice", "receipt", "document", "page", "form", "note", "bill", "ticket", "contract", "label", "archive",
           "carta", "factura", "recibo", "documento", "pagina", "formulario", "apunte", "nota", "contrato", "etiqueta",
           "albaran", "acta", "manuscrit")  # fmt: skip
_INPUT = wordset("input inputs entrada entradas")


def _is_handled(reading: Reading, hit: Hit) -> bool:
    """Whether a verb before takes it in ("reads photos", "sort my pics")."""
    words = reading.message.words
    before = words[max(hit.start - 6, 0) : hit.start]
    into = words[hit.end : hit.end + 1] in _INTO and bool(reading.at(hit.end + 1, "tongue"))  # "scans to English"
    if into and hit.value == "image":
        return True
    handled = any(w.startswith(_HANDLING) for w in words[max(hit.start - 4, 0) : hit.start])
    return (
        handled or words[max(hit.start - 1, 0) : hit.start] == ("by",) or any(w.startswith(_TAKING_IN) for w in before)
    )


_INTO = (("to",), ("into",), ("a",), ("al",))
_HANDLING = (
    "sort",
    "classif",
    "labell",
    "labeling",
    "tagg",
    "organi",
    "clasific",
    "etiquetar",
    "etiquetam",
    "categori",
)
"""Verbs whose objects are taken in, pictures too ("sort my pics")."""
