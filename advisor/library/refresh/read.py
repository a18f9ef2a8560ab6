"""Reading a source whichever list it is: the shape decides, not the address."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from advisor.errors import RefreshError
from advisor.library.refresh import litellm, models_dev
from advisor.library.refresh.fetch import Fetched, Limits, fetch
from advisor.library.refresh.offers import Offer, Reading
from advisor.library.refresh.payload import read_payload

DEFAULT_SOURCES = (models_dev.URL, litellm.URL)
_OWN_HOSTS = {"models.dev", "raw.githubusercontent.com"}
_RANKS: dict[ModuleType, int] = {litellm: 1, models_dev: 2}
MAX_MODELS = 50_000


def read_source(source: str, today: date, limits: Limits = Limits()) -> Reading:  # noqa: B008 a frozen value
    """The list at a URL or in a file. Raises RefreshError where it is neither of the two lists or says nothing."""
    return reading_of(fetch(source, today, limits))


def reading_of(fetched: Fetched) -> Reading:
    payload = read_payload(fetched.content, fetched.place)
    source = next((module for module in _RANKS if module.looks_right(payload.value)), None)
    if source is None:
        raise RefreshError(
            es=f"{fetched.place}: no tiene la forma de models.dev ni la de la lista de LiteLLM; quizá ha cambiado.",
            en=f"{fetched.place}: has neither the shape of models.dev nor that of LiteLLM's list; perhaps it changed.",
        )
    total = source.count(payload.value)
    if total > MAX_MODELS:
        raise RefreshError(
            es=f"{fetched.place}: trae {total} modelos, más de los {MAX_MODELS} que caben en una lista de verdad.",
            en=f"{fetched.place}: holds {total} models, more than the {MAX_MODELS} that a real list has.",
        )
    rows: list[Offer | None] = list(source.offers(payload.value))
    offers = tuple(offer for offer in rows if offer is not None)
    if not any(offer.values or offer.limit for offer in offers):
        raise RefreshError(
            es=f"{fetched.place}: no dice nada de los modelos que conocemos; quizá ha cambiado de forma.",
            en=f"{fetched.place}: says nothing of the models we know; perhaps its shape has changed.",
        )
    return Reading(
        title=source.TITLE,
        url=source.PAGE,
        place=fetched.place,
        date=fetched.date,
        rank=_RANKS[source],
        offers=offers,
        total=total,
        rejected=len(rows) - len(offers),
        ambiguous=payload.ambiguous,
        copied=_copied(fetched.host),
    )


def _copied(host: str) -> str:
    if host in _OWN_HOSTS:
        return ""
    return f" (copy at {host})" if host else " (local copy)"
