"""What a provider is: who serves the models that others make, in the words of the cards' prices."""

from __future__ import annotations

from advisor.answer.parts.phrases import listed
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


_PROVIDERS = Localised(
    "Por los precios de mis fichas, los proveedores que sirven más modelos de otros son: {}. De su fiabilidad, de los datos y del país no dicen "
    "nada mis fichas: eso está en sus condiciones.",
    "By the prices on my cards, the providers that serve most models of others are: {}. Of their reliability, of the data and of the country my "
    "cards say nothing: that is in their terms.",
)
_PROVIDER = Localised(
    "**{}** ({} modelos; en {}, nadie pide menos por la entrada)",
    "**{}** ({} models; for {}, nobody asks less for input)",
)


def providers(evidence: Evidence) -> list[str]:
    """One paragraph, where it is asked which provider to take; none elsewhere."""
    if not evidence.providers:
        return []
    language = evidence.language
    names = [_PROVIDER.in_(language).format(name, count, least) for name, count, least in evidence.providers]
    return [_PROVIDERS.in_(language).format(listed(names, language))]
