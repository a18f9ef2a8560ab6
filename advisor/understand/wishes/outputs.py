"""Film, music, speech and objects in space that are to be made: what no model of text puts out."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change
from advisor.understand.speech.acts import Acts, heard
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_NEAREST = {"video": "image_generation", "speech": "voice"}
"""The use that is nearest to what is made."""
_BEYOND_TEXT = {"video": "video", "music": "audio", "speech": "audio"}


def read_outputs(reading: Reading, acts: Acts, use: Sequence[Change]) -> list[Change]:
    """What is to be made, with the use that goes with it in place of `use`; `use` as it is where nothing is made."""
    made = [h for h in heard(reading, acts, "output") if reading.polarity(h.start, h.end) == "yes"]
    trades = [h for h in made if _is_their_trade(reading, h)]
    made = [
        h for h in made if not (_names_a_text(reading, h) or any(t.start < h.end and h.start < t.end for t in trades))
    ]
    if _CONVERSING & set(reading.message.words):  # to speak is only a part of what an assistant does
        made = [h for h in made if h.value != "speech"]
    if made:
        kinds, start, end = tuple(dict.fromkeys(h.value for h in made)), made[0].start, made[-1].end
        nearest = next((_NEAREST[kind] for kind in kinds if kind in _NEAREST), None)
        held = reading.dialogue.needs.text("use_case")
        found = [reading.change("set", "output_modalities", kinds, start, end)]
        if nearest and any(c.key == "use_case" and c.value == nearest for c in use):
            found += [c for c in use if c.key != "modalities"]
        elif nearest and nearest != held:
            found.append(reading.change("set", "use_case", nearest, start, end))
        beyond = tuple(_BEYOND_TEXT[kind] for kind in kinds if kind in _BEYOND_TEXT)
        if beyond:
            found.append(reading.change("add", "modalities", beyond, start, end))
        return found
    replaced = next((c for c in use if c.key == "use_case"), None)
    if replaced and "output_modalities" in reading.dialogue.needs:
        beyond = tuple(
            _BEYOND_TEXT[kind] for kind in reading.dialogue.needs.names("output_modalities") if kind in _BEYOND_TEXT
        )
        gone = [Change("remove", "modalities", beyond, replaced.quote)] if beyond else []
        return [*use, Change("clear", "output_modalities", None, replaced.quote), *gone]
    return list(use)


def made_of(reading: Reading) -> frozenset[int]:
    """Tokens of phrases for what is made: their "videos" are no input, whatever else they turn out to mean."""
    return frozenset(i for h in reading.of("output") for i in range(h.start, h.end))


def _names_a_text(reading: Reading, hit: Hit) -> bool:
    """ "Create video titles", "make music recommendations", "make a video game": the phrase goes on to something else."""
    return bool({*reading.message.words[hit.end : hit.end + 1]} & _TEXTS)


def _is_their_trade(reading: Reading, hit: Hit) -> bool:
    """ "I make videos for a living": what people do themselves; "how can I make videos?" asks how it is done."""
    before = reading.message.words[max(hit.start - 2, 0) : hit.start]
    return before[-1:] != () and before[-1] in _PEOPLE and before[0] not in _MAY


_MAY = wordset("can could should would may do must how")
_CONVERSING = wordset(
    "asistente asistentes assistant assistants agent agents agente agentes bot chatbot bots conversar conversacion hablar "
    "conversation conversational talk llm llms stt transcribe transcription transcribir transcripcion whisper"
)
_PEOPLE = wordset("i we they he she who")
_TEXTS = wordset(
    "titles title description descriptions script scripts idea ideas summary summaries transcript transcripts subtitles "
    "captions notes lyrics game games call calls content playlist playlists recommendation recommendations quiz quizzes "
    "app apps software plugin website search tutorials scenes prompts chapters resumen resumenes "
    "tool tools platform pipeline service startup company studio agency magazine course lessons teacher store"
)
