"""Short warnings that belong beside a recommendation: retirement, preview, licence limits, slow or crude running."""

from __future__ import annotations

from advisor.domain import formats
from advisor.domain.advice import Fit
from advisor.domain.cards import Card
from advisor.domain.language import Localised
from advisor.domain.licences import LICENCE_LIMITS
from advisor.scoring.cost import costs
from advisor.scoring.phrases import both
from advisor.scoring.situation import Situation, Workload
from advisor.scoring.speed import COMFORTABLE_TOKENS_PER_S


def cautions(card: Card, heir: Localised | None, case: Situation, fit: Fit | None) -> tuple[Localised, ...]:
    """Most serious first. `heir` is the successor, with what is open about it."""
    found = [*_leaving(card, heir), *_licence(card), *_running(fit), *_short(fit, case), *_bought(card, case)]
    if not case.local and (case.hurried or case.use.name == "voice") and _quick_in_another_mode(card):
        found.append(
            Localised(
                "Su rapidez es sin razonar y su calidad se midió razonando: si contesta al momento, espera algo menos de ella.",
                "Its speed is without reasoning and its quality was measured with it: answering at once, expect somewhat less.",
            )
        )
    if case.use.name == "voice" and "audio" not in card.texts("modalities"):
        found.append(
            Localised(
                "Solo trata texto: para la voz hace falta un reconocedor y un sintetizador aparte.",
                "Text only: for voice you need a separate speech recogniser and synthesiser.",
            )
        )
    if case.use.name == "transcription":
        found.append(
            Localised(
                "Es un modelo general que admite audio; los reconocedores de voz dedicados no están en este catálogo.",
                "A general model that takes audio; dedicated speech recognisers are not in this catalogue.",
            )
        )
    return tuple(found)


def _short(fit: Fit | None, case: Situation) -> list[Localised]:
    """Where the speed asked for lies within the estimate, and not below it."""
    least = case.needs.number("min_tokens_per_s")
    if least is None or fit is None or fit.tokens_per_s is None or fit.tokens_per_s[0] >= least:
        return []
    return [
        both(
            "Los {least} tokens/s que pides caen dentro de la estimación, de {low} a {high}: podría no llegar.",
            "The {least} tokens/s you ask for lie within the estimate, {low} to {high}: it may fall short.",
            least=least,
            low=float(round(fit.tokens_per_s[0])),
            high=float(round(fit.tokens_per_s[1])),
        )
    ]


def _bought(card: Card, case: Situation) -> list[Localised]:
    """How far a budget goes where the volume is not known: whether it is enough is for the person to say."""
    budget, share = case.needs.number("budget_usd_month"), case.output_share
    if not budget or case.local or case.workload is not None:
        return []
    million = costs(card, Workload(1e6 * (1 - share), 1e6 * share, assumed=True))[:1]
    if not million or not million[0].usd_month:
        return []
    return [
        both(
            "Sin saber tu volumen no puedo decir si te alcanza: {budget_usd} al mes dan aquí para unos {volume_tok} tokens.",
            "Without your volume I cannot tell whether it is enough: {budget_usd} a month buy about {volume_tok} tokens here.",
            budget_usd=budget,
            volume_tok=float(f"{1e6 * budget / million[0].usd_month:.2g}"),
        )
    ]


def _quick_in_another_mode(card: Card) -> bool:
    """Whether the shortest wait was measured in a mode of the model in which nobody measured what it can do."""
    waits = [fact for fact in card.all("time_to_first_token_s") if fact.number is not None and fact.variant]
    if len(waits) < 2:
        return False
    quickest = min(waits, key=lambda fact: fact.number or 0.0)
    return all(fact.variant != quickest.variant for fact in card.all("benchmarks"))


def _leaving(card: Card, heir: Localised | None) -> list[Localised]:
    found = []
    when = card.value("deprecation_date")
    heir_es = f" Su sucesor es {heir.es}." if heir else ""
    heir_en = f" Its successor is {heir.en}." if heir else ""
    if isinstance(when, str):
        found.append(
            Localised(
                f"Se retira el {formats.day(when, 'es')}.{heir_es}",
                f"It is retired on {formats.day(when, 'en')}.{heir_en}",
            )
        )
    elif card.status in ("deprecated", "legacy") and heir:
        found.append(Localised(f"Tiene un sucesor: {heir.es}.", f"It has a successor: {heir.en}."))
    if card.status == "preview":
        found.append(
            Localised(
                "Es una versión preliminar: puede cambiar con el mismo nombre.",
                "It is a preview: it may change under the same name.",
            )
        )
    return found


def _licence(card: Card) -> list[Localised]:
    found = []
    if card.value("commercial_use") is False:
        found.append(Localised("Su licencia no permite uso comercial.", "Its licence does not allow commercial use."))
    for limit in (LICENCE_LIMITS[code] for code in card.texts("licence_limits")):
        found.append(Localised(f"Licencia: {limit.es}.", f"Licence: {limit.en}."))
    return found


def _running(fit: Fit | None) -> list[Localised]:
    if fit is None or not fit.fits:
        return []
    found = []
    if fit.placement == "partial_offload":
        found.append(
            Localised(
                "No cabe entero en la gráfica: parte queda en la RAM y va más despacio.",
                "It does not fit the graphics card whole: part stays in RAM and runs slower.",
            )
        )
    elif fit.total_gb > fit.available_gb:
        found.append(
            Localised(
                "Cabe muy justo en la gráfica: con el escritorio en ella, o una conversación más larga, puede faltar memoria.",
                "It is a very tight fit for the graphics card: with the desktop on it, or a longer conversation, memory may run out.",
            )
        )
    if fit.tokens_per_s and fit.tokens_per_s[1] < COMFORTABLE_TOKENS_PER_S:
        found.append(Localised("Irá despacio en tu equipo.", "It will be slow on your hardware."))
    return found
