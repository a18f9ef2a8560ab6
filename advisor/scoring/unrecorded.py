"""What people wish for and no card records: said beside a recommendation, so that the wish is not passed over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from advisor.domain.language import Localised

_MISSING: tuple[tuple[str, Localised], ...] = (
    (
        r"\btts\b|text.to.speech|texto a voz|(clon\w+|clone|cloning)\b.{0,16}\b(voz|voice)|voice.clon|sintesis de voz|speech synthesis"
        r"|sintetizador",
        Localised(
            "Ningún modelo de mi catálogo genera voz: para hablar o clonar una voz hace falta otro, de los que no tengo fichas.",
            "No model in my catalogue produces speech: speaking or cloning a voice takes another kind, of which I have no cards.",
        ),
    ),
)
"""What no model of the catalogue does: told before anything is recommended."""
_ANYWHERE: tuple[tuple[str, Localised], ...] = (
    (
        r"sin censura|censurad|uncensored|censorship|unfiltered|sin filtros?\b|\bnsfw\b|\berp\b|abliterat|erotic|adult content"
        r"|contenido adulto",
        Localised(
            "Cuánto se niega o filtra cada modelo no consta en mis fichas, y las versiones sin censura que publica la comunidad "
            "no están en el catálogo: pruébalo antes con tus textos.",
            "How much each model refuses or filters is not on my cards, and the uncensored versions that the community "
            "publishes are not in the catalogue: try it with your own texts first.",
        ),
    ),
    (
        r"diariz|speaker (label|separat|identif)|quien habla|separar (los )?(hablantes|locutores)",
        Localised(
            "Si distingue quién habla no consta en mis fichas.",
            "Whether it tells the speakers apart is not on my cards.",
        ),
    ),
    (
        r"\bdens[oa]s?\b|\bdense\b|\bmoes?\b|mezcla de expertos|mixture of experts",
        Localised(
            "Por arquitectura, densa o de mezcla de expertos, no descarto ninguno: dos parámetros, totales y activos, son señal de "
            "mezcla de expertos.",
            "By architecture, dense or mixture of experts, I rule nothing out: two counts of parameters, total and active, are "
            "the sign of a mixture of experts.",
        ),
    ),
)
_AT_HOME: tuple[tuple[str, Localised], ...] = (
    (
        r"concurren|simultane|a la vez|at once|at the same time|in parallel|en paralelo"
        r"|\b\d+ (devs?|developers?|users?|usuarios|empleados|programadores|alumnos|students|people|personas|employees|clientes)\b",
        Localised(
            "La memoria y la velocidad que doy son para una conversación: varias a la vez piden memoria de contexto para cada una y "
            "se reparten la velocidad.",
            "The memory and speed that I give are for one conversation: several at once take context memory for each of them "
            "and share the speed.",
        ),
    ),
)
_BY_SERVICE: tuple[tuple[str, Localised], ...] = (
    (
        r"(aloja|hosped|servid|host|resid|datacent|data cent|region|proces|almacen|stay|remain|quede)\w*.{0,24}"
        r"\b(europ\w*|ue|eu|uk|espana|francia|alemania|suiza|spain|france|germany|switzerland)\b"
        r"|\b(europ\w*|eu|ue).{0,2}(host|resid|region|aloj|server|servid)",
        Localised(
            "El precio que doy es el más barato que conozco, no el de un proveedor de ese sitio: en qué país sirve cada uno no consta "
            "en mis fichas.",
            "The price that I give is the cheapest I know of, not that of a provider in that place: from which country each of them "
            "serves is not on my cards.",
        ),
    ),
)


def unrecorded(text: str, *, at_home: bool) -> tuple[Localised, ...]:
    """None for most messages. `at_home`: it is to run on the person's own machine. Case and accents do not matter."""
    return _found((*_ANYWHERE, *(_AT_HOME if at_home else _BY_SERVICE)), text)


def missing(text: str) -> tuple[Localised, ...]:
    """What is wished for and no model here does; none for most messages."""
    return _found(_MISSING, text)


def _found(wishes: Iterable[tuple[str, Localised]], text: str) -> tuple[Localised, ...]:
    folded = unicodedata.normalize("NFKD", text.lower())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return tuple(told for pattern, told in wishes if re.search(pattern, folded))
