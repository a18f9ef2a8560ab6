"""What a provider is: who serves the models that others make, in the words of the cards' prices."""

from __future__ import annotations

from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_HOST = Localised(
    "**{}** no hace modelos: ejecuta en sus máquinas los de otros y los ofrece por internet, cobrando por lo que se gasta. Lo "
    "nombro porque de ahí es el precio que doy. Qué hace con los datos y desde qué país los sirve está en sus condiciones, que no "
    "figuran en mis fichas: léelas antes de mandarle nada delicado.",
    "**{}** makes no models: it runs those of others on its machines and offers them over the internet, charging for what is used. "
    "I name it because the price that I give is its own. What it does with the data and from which country it serves is in its "
    "terms, which are not on my cards: read them before you send it anything delicate.",
)


def host_answer(evidence: Evidence) -> list[str]:
    """One paragraph; none where no provider is asked about."""
    if evidence.host is None:
        return []
    return [_HOST.in_(evidence.language).format(evidence.host)]
