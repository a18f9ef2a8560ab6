"""What holds for every model of a ranking and has to be said beside it."""

from __future__ import annotations

from advisor.domain.language import Localised
from advisor.scoring.situation import Situation


def remarks(case: Situation) -> tuple[Localised, ...]:
    """Most serious first; none for most cases."""
    found = []
    if case.free_at_home:
        found.append(
            Localised(
                "Sin pagar nada solo puedo contar con modelos de pesos abiertos que ejecutas tú: no hay cuota, pero el equipo y "
                "la luz son tuyos. Los niveles gratuitos y limitados de algunos servicios no figuran en mis fichas.",
                "Paying nothing leaves me with open-weight models that you run yourself: there is no fee, but the machine and "
                "its power are yours. The limited free tiers of some services are not on my cards.",
            )
        )
    elif case.needs.number("budget_usd_month") == 0 and not case.local:
        found.append(
            Localised(
                "Ningún servicio de mi catálogo es gratis del todo. Algunos tienen niveles gratuitos y limitados, que no figuran "
                "en mis fichas.",
                "No service in my catalogue is free altogether. Some have limited free tiers, which are not on my cards.",
            )
        )
    if "privacy" in case.needs.names("priority") and not case.local:
        found.append(
            Localised(
                "Con un servicio por internet los datos salen de tu equipo: mira en el contrato si entrenan con ellos, cuánto "
                "tiempo los guardan y en qué país. Un modelo abierto en una máquina propia lo evita.",
                "With a service over the internet the data leave your computer: see in the contract whether they train on "
                "them, how long they keep them and in which country. An open model on a machine of your own avoids that.",
            )
        )
    if case.memory_unknown:
        found.append(
            Localised(
                "No sé cuánta memoria tiene tu equipo y no la supongo: no puedo decirte cuáles caben, solo cuánta pide cada uno.",
                "I do not know how much memory your machine has and assume none: I cannot tell which of them fit, only how much "
                "each one takes.",
            )
        )
    return tuple(found)
