"""Where the maker of a model is to be at home."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.models.refusals import is_seat
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def read_origins(reading: Reading, acts: Acts) -> list[Change]:
    """Where the maker is to be at home ("que sea europeo"); taken back, the wish goes."""
    heard = [
        h
        for h in reading.longest("origin")
        if acts.keep(h.start) < Keep.SITUATION
        and not (is_seat(reading, h) or _of_papers(reading, h) or _of_ones_own_firm(reading, h))
    ]
    wanted = [h for h in heard if reading.polarity(h.start, h.end) == "yes"]
    if wanted:
        values = tuple(dict.fromkeys(h.value for h in wanted))
        return [reading.change("set", "vendor_origin", values, wanted[0].start, wanted[-1].end)]
    if heard and "vendor_origin" in reading.dialogue.needs:
        return [reading.change("clear", "vendor_origin", None, heard[0].start, heard[-1].end)]
    return []


def _of_papers(reading: Reading, hit: Hit) -> bool:
    """ "Our contracts, mostly the German ones": what is written in a tongue, and not who makes the model."""
    return any(p.start <= hit.start and hit.end <= p.end for p in reading.of("party", "of_papers"))


def _of_ones_own_firm(reading: Reading, hit: Hit) -> bool:
    """ "Can I use it at a Spanish company?", "en una empresa española": where one works, and not who makes the model."""
    words = reading.message.words
    firm = any(w in _FIRMS for w in words[hit.start : hit.end])
    before = words[max(hit.start - _BEFORE, reading.clause(hit.start)[0]) : hit.start]
    return firm and bool(_AT & set(before)) and not any(w in _MAKING for w in before)


_BEFORE = 2
_FIRMS = wordset("empresa empresas compania companias company companies firm startup business university universidad")
_AT = wordset("en para at in para somos for")
_MAKING = wordset("hecho made from de")
