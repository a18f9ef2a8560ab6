"""A short caution where a wrong answer hurts somebody: medicine, law, money, safety, children."""

from __future__ import annotations

import re
import unicodedata

from advisor.domain.language import Localised

_STAKES: tuple[tuple[str, Localised], ...] = (
    (
        r"medic[oaie]|clinic|hospital|paciente|patient|diagnos|salud\b|health|sintoma|symptom|farmac|pharma|enfermer|nurs(e|ing)|hipaa|psicolog|therap|terapia",
        Localised(
            "En salud, ningún modelo sustituye a un profesional: haz que una persona cualificada revise lo que diga.",
            "In health, no model replaces a professional: have a qualified person review what it says.",
        ),
    ),
    (
        r"\blegal|abogad|juridic|lawyer|attorney|contrato|\bcontract|sentencia|\bcourt\b|juzgado|demanda judicial|notari|compliance|normativa",
        Localised(
            "En asuntos legales, comprueba cada cita y cada plazo en el documento original, y que lo revise un profesional.",
            "In legal matters, check every quotation and deadline against the original document, and have a professional review it.",
        ),
    ),
    (
        r"inversion|invest(ment|ing|or)|credito|\bloans?\b|hipoteca|mortgage|impuesto|\btax(es)?\b|seguros?\b.*(poliza|siniestro)|insurance",
        Localised(
            "Si de la respuesta dependen dinero o impuestos, verifica las cifras con su fuente antes de decidir.",
            "Where money or taxes depend on the answer, verify the figures at their source before deciding.",
        ),
    ),
    (
        r"suicid|emergenc|112\b|911\b|ambulanc|crisis line|autolesi|self.harm",
        Localised(
            "Para emergencias hace falta una vía directa a personas: un modelo no debe ser el único que conteste.",
            "Emergencies need a direct line to people: a model must not be the only one to answer.",
        ),
    ),
)


def stakes(text: str) -> tuple[Localised, ...]:
    """Cautions that a message calls for, none for most. Matching ignores case and accents."""
    folded = unicodedata.normalize("NFKD", text.lower())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return tuple(caution for pattern, caution in _STAKES if re.search(pattern, folded))
