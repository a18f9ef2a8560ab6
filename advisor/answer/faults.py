"""Every provider's exception becomes one of ours here. No text of a provider is passed on: it may hold keys or markup."""

from __future__ import annotations

import json

from advisor.errors import AdvisorError, ModelError, ModelNonsense, ModelRefused, ModelTimeout, ModelUnavailable

_OVERFLOW = (
    "context_length",
    "context length",
    "maximum context",
    "context size",
    "too many tokens",
    "prompt is too long",
)


def translate(error: BaseException, name: str) -> ModelError:
    """`name`: "provider:model", as the person wrote it. Total: an unknown exception says only its class."""
    if isinstance(error, ModelError):
        return error
    if isinstance(error, AdvisorError):
        return ModelRefused(error.text.es, error.text.en)
    status = _status(error)
    if "ModelAPIError" in {c.__name__ for c in type(error).__mro__} and status is None:
        status = 500
    classes = {c.__name__ for c in type(error).__mro__}
    if "ContextOverflowError" in classes or (status in (400, 413) and any(w in str(error).lower() for w in _OVERFLOW)):
        return overflow(name)
    if status in (401, 403) or classes & {"AuthenticationError", "PermissionDeniedError", "ModelAuthenticationError"}:
        return ModelRefused(
            f"{name} no acepta la clave o no da permiso. Revisa la clave.",
            f"{name} does not accept the key or gives no permission. Check the key.",
        )
    if status == 404 or classes & {"NotFoundError", "ModelNotFoundError"}:
        return ModelRefused(
            f"{name}: ese modelo no está en esa dirección. Revisa el nombre y la dirección.",
            f"{name}: there is no such model at that address. Check the name and the address.",
        )
    if status == 429 or "ModelRateLimitError" in classes:
        return _too_many(error, name)
    if status is not None and status >= 500:
        return ModelUnavailable(
            f"{name} ha fallado por su parte (error {status}).", f"{name} failed on its side (error {status})."
        )
    if status is not None and status >= 400:
        return ModelRefused(
            f"{name} no admite la petición (error {status}).", f"{name} does not take the request (error {status})."
        )
    if any("Timeout" in c for c in classes):
        return timed_out(name)
    if any("Connect" in c or "Network" in c or c in ("RemoteProtocolError", "ReadError", "OSError") for c in classes):
        return unreachable(name)
    if isinstance(error, json.JSONDecodeError | ValueError | KeyError | TypeError | AttributeError | IndexError):
        return nonsense(name)
    kind = type(error).__name__
    return ModelUnavailable(f"{name} ha fallado ({kind}).", f"{name} failed ({kind}).")


def _status(error: BaseException) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        for attribute in ("status_code", "code", "status"):
            value = getattr(holder, attribute, None)
            if isinstance(value, int) and 100 <= value < 600:
                return value
    return None


def _too_many(error: BaseException, name: str) -> ModelRefused:
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    wait = str(headers.get("retry-after", "")).strip()
    if wait.replace(".", "", 1).isdigit():
        seconds = max(1, round(float(wait)))
        return ModelRefused(
            f"{name} recibe demasiadas peticiones; pide esperar {seconds} s.",
            f"{name} has too many requests; it asks to wait {seconds} s.",
        )
    return ModelRefused(
        f"{name} recibe demasiadas peticiones o se ha agotado el saldo.",
        f"{name} has too many requests, or the credit has run out.",
    )


def unreachable(name: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"No hay conexión con {name}. ¿Está en marcha y es esa la dirección?",
        f"There is no connection to {name}. Is it running, and is that the address?",
    )


def timed_out(name: str) -> ModelTimeout:
    return ModelTimeout(
        f"{name} ha tardado demasiado: puedes darle más tiempo donde se elige el modelo.",
        f"{name} took too long: you can give it more time where the model is chosen.",
    )


def stalled(name: str) -> ModelTimeout:
    return ModelTimeout(f"{name} se ha quedado a medias.", f"{name} stopped half-way.")


def cut(name: str) -> ModelUnavailable:
    return ModelUnavailable(f"Se ha cortado la conexión con {name}.", f"The connection to {name} was cut.")


def overflow(name: str) -> ModelRefused:
    return ModelRefused(
        f"La pregunta con sus datos no cabe en el contexto de {name}.",
        f"The question with its evidence does not fit the context of {name}.",
    )


def nonsense(name: str) -> ModelNonsense:
    return ModelNonsense(
        f"{name} ha contestado algo que no se puede usar.", f"{name} answered something that cannot be used."
    )


def empty(name: str) -> ModelNonsense:
    return ModelNonsense(f"{name} no ha contestado nada.", f"{name} answered nothing.")


def endless(name: str) -> ModelNonsense:
    return ModelNonsense(f"{name} no terminaba de contestar.", f"{name} would not stop answering.")


def refusal(name: str) -> ModelNonsense:
    return ModelNonsense(f"{name} no ha querido contestar.", f"{name} would not answer.")


def wrong_language(name: str) -> ModelNonsense:
    return ModelNonsense(f"{name} ha contestado en otro idioma.", f"{name} answered in another language.")
