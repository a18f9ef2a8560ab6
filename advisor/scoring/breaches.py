"""What exactly a model breaks, with the figure: one sentence a gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from advisor.domain import formats
from advisor.domain.cards import Card
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.language_names import language_name
from advisor.domain.needs import NEEDS
from advisor.scoring.constraints import Gate
from advisor.scoring.cost import costs
from advisor.scoring.phrases import both
from advisor.scoring.scored import Scored
from advisor.scoring.table import NO
from advisor.scoring.tuning import tuning_gb


@dataclass(frozen=True, slots=True)
class _Breach:
    result: Scored
    row: int
    gate: Gate

    @property
    def card(self) -> Card:
        return self.result.table.cards[self.row]


def breaches(result: Scored, row: int) -> tuple[tuple[str, Localised], ...]:
    """(need key, sentence) for every broken gate; a key comes once."""
    found: dict[str, Localised] = {}
    for gate in result.gates.gates:
        if gate.states[row] == NO:
            found.setdefault(gate.key, _sentence(_Breach(result, row, gate)))
    return tuple(found.items())


def _sentence(breach: _Breach) -> Localised:
    key = breach.gate.key
    if key in _SPECIAL:
        return _SPECIAL[key](breach)
    if key in _FIGURES:
        field, es, en = _FIGURES[key]
        have, want = breach.card.number(field), breach.result.case.needs.number(key)
        if have is not None and want is not None:
            return both(es, en, have_tok=have, want_tok=want, have=have, want=want, have_usd=have, want_usd=want)
    label = NEEDS[key].label
    return Localised(f"No cumple lo pedido en «{label.es}».", f'It does not meet what you asked for "{label.en}".')


_FIGURES = {
    "min_context_tokens": (
        "context_tokens",
        "Su ventana es de {have_tok} tokens y pides {want_tok}.",
        "Its window is {have_tok} tokens and you ask for {want_tok}.",
    ),
    "min_output_tokens": (
        "max_output_tokens",
        "Escribe como mucho {have_tok} tokens y pides {want_tok}.",
        "It writes {have_tok} tokens at most and you ask for {want_tok}.",
    ),
    "max_params_b": (
        "params_total_b",
        "Tiene {have}B parámetros y pides {want}B como mucho.",
        "It has {have}B parameters and you ask for {want}B at most.",
    ),
    "min_params_b": (
        "params_total_b",
        "Tiene {have}B parámetros y pides {want}B como mínimo.",
        "It has {have}B parameters and you ask for {want}B at least.",
    ),
    "max_price_in_usd_per_m": (
        "price_in_usd_per_m",
        "Su entrada cuesta {have_usd} por millón de tokens y tu tope es {want_usd}.",
        "Its input costs {have_usd} per million tokens and your ceiling is {want_usd}.",
    ),
    "max_price_out_usd_per_m": (
        "price_out_usd_per_m",
        "Su salida cuesta {have_usd} por millón de tokens y tu tope es {want_usd}.",
        "Its output costs {have_usd} per million tokens and your ceiling is {want_usd}.",
    ),
}


def _status(breach: _Breach) -> Localised:
    card = breach.card
    row = breach.result.table.rows.get(card.successor or "")
    heir = card.successor if row is None else breach.result.table.cards[row].name
    heir_es = f" Su sucesor: {heir}." if heir else ""
    heir_en = f" Its successor: {heir}." if heir else ""
    if card.status == "historical":
        return Localised(
            f"Es un modelo histórico, solo sirve de comparación.{heir_es}",
            f"It is a historical model, kept for comparison only.{heir_en}",
        )
    when = card.value("deprecation_date")
    if isinstance(when, str) and card.status != "retired":
        es, en = (formats.day(when, language) for language in LANGUAGES)
        return Localised(
            f"Se retira el {es}: ya no conviene empezar con él.{heir_es}",
            f"It is retired on {en}: too late to start with it.{heir_en}",
        )
    return Localised(
        f"Está retirado y ya no se puede usar.{heir_es}", f"It is retired and can no longer be used.{heir_en}"
    )


def _use_case(breach: _Breach) -> Localised:
    if breach.gate.field == "training_type":
        return Localised(
            "Es un modelo base, sin ajustar: continúa textos, no sigue instrucciones.",
            "It is a base model, not tuned: it continues texts and does not follow instructions.",
        )
    if breach.gate.field == "modalities_out":
        needed = breach.gate.member or ", ".join(breach.result.case.use.outputs) or "text"
        return Localised(
            f"No produce lo que este uso necesita ({needed}).", f"It does not put out what this use needs ({needed})."
        )
    if breach.gate.field == "modalities":
        return Localised(
            f"No admite la entrada que este uso necesita ({', '.join(breach.result.case.use.inputs)}).",
            f"It does not take the input this use needs ({', '.join(breach.result.case.use.inputs)}).",
        )
    return Localised(
        "No sabe llamar a herramientas, y este uso las necesita.", "It cannot call tools, which this use needs."
    )


def _languages(breach: _Breach) -> Localised:
    names = [breach.gate.member] if breach.gate.member else list(breach.result.case.needs.names("languages"))
    es, en = (", ".join(language_name(code, language) for code in names) for language in LANGUAGES)
    return Localised(
        f"No consta soporte oficial ni buenas medidas en {es}.",
        f"Neither official support nor good measurements in {en}.",
    )


def _modalities(breach: _Breach) -> Localised:
    es, en = {
        "image": ("imágenes", "images"),
        "audio": ("audio", "audio"),
        "video": ("vídeo", "video"),
    }.get(breach.gate.member, (breach.gate.member, breach.gate.member))
    return Localised(f"No admite {es}.", f"It does not take {en}.")


def _memory(breach: _Breach) -> Localised:
    fits = breach.result.fits
    if fits is None or not fits.known[breach.row]:
        return Localised("No se sabe cuánta memoria ocupa.", "How much memory it takes is not known.")
    one = breach.result.case.machine
    assert one is not None
    need = float(fits.total[breach.row])
    shown = {"need": round(need, 1), "ctx_tok": float(fits.context[breach.row])}
    if one.vram_gb and one.ram_gb:
        with_ram = one.vram_gb + one.ram_gb
        if need > with_ram:
            tail_es, tail_en = "no llegan", "are not enough"
        else:
            tail_es, tail_en = (
                "no bastan, porque demasiado quedaría fuera de la gráfica",
                "do not help, for too much would lie outside the card",
            )
        return both(
            f"Necesita unos {{need}} GB a 4 bits con {{ctx_tok}} tokens de contexto: tu gráfica tiene {{card}} GB, y los "
            f"{{have}} GB que suma con la parte aprovechable de la RAM {tail_es} (estimación).",
            f"It needs about {{need}} GB at 4 bits with {{ctx_tok}} tokens of context: your card has {{card}} GB, and the "
            f"{{have}} GB it makes with the usable part of the RAM {tail_en} (estimate).",
            card=one.vram_gb,
            have=round(with_ram, 1),
            **shown,
        )
    return both(
        "Necesita unos {need} GB a 4 bits con {ctx_tok} tokens de contexto y caben {have} GB (estimación).",
        "It needs about {need} GB at 4 bits with {ctx_tok} tokens of context and {have} GB fit (estimate).",
        have=round(one.vram_gb or one.ram_gb, 1),
        **shown,
    )


def _flag(es: str, en: str) -> Callable[[_Breach], Localised]:
    return lambda _: Localised(es, en)


def _tuning(breach: _Breach) -> Localised:
    if breach.gate.field == "params_total_b" and breach.result.case.machine is not None:
        need = float(
            tuning_gb(breach.result.table.numbers["params_total_b"], str(breach.result.case.needs.text("fine_tuning")))[
                breach.row
            ]
        )
        return both(
            "Ajustarlo pide unos {need} GB y tienes {have} (estimación).",
            "Tuning it takes about {need} GB and you have {have} (estimate).",
            need=round(need, 1),
            have=breach.result.case.machine.vram_gb,
        )
    return Localised(
        "Ni tiene pesos abiertos que se puedan ajustar ni consta un ajuste fino por API.",
        "It has neither open weights to tune nor a known fine-tuning API.",
    )


def _budget(breach: _Breach) -> Localised:
    paid = costs(breach.card, breach.result.case.workload)
    _, budget = breach.result.case.ceiling or ("", 0.0)
    if not paid:
        return _NO_PRICE
    said = (
        ("Costaría unos {have_usd} en total y tu presupuesto es de {want_usd}.",
         "It would cost about {have_usd} in all and your budget is {want_usd}.")
        if paid[0].once
        else ("Costaría unos {have_usd} al mes y tu presupuesto es de {want_usd}.",
              "It would cost about {have_usd} a month and your budget is {want_usd}.")
    )  # fmt: skip
    return both(*said, have_usd=paid[0].usd_month, want_usd=budget)


def _each(breach: _Breach) -> Localised:
    paid = costs(breach.card, breach.result.case.piece)
    if not paid:
        return _NO_PRICE
    return both(
        "Cada caso saldría por unos {have_usd} y tu tope es de {want_usd}.",
        "Each case would come to about {have_usd} and your ceiling is {want_usd}.",
        have_usd=paid[0].usd_month,
        want_usd=breach.result.case.needs.number("max_usd_per_item") or 0.0,
    )


_NO_PRICE = Localised("No consta qué cuesta.", "What it costs is not known.")


def _speed(breach: _Breach) -> Localised:
    want = breach.result.case.needs.number("min_tokens_per_s") or 0.0
    if breach.result.fits is not None and not np.isnan(breach.result.fits.high[breach.row]):
        return both(
            "Llegaría a unos {have} tokens/s en tu equipo (estimación) y pides {want}.",
            "It would reach about {have} tokens/s on your hardware (estimate) and you ask for {want}.",
            have=float(f"{breach.result.fits.high[breach.row]:.2g}"),
            want=want,
        )
    return both(
        "Se han medido {have} tokens/s y pides {want}.",
        "{have} tokens/s were measured and you ask for {want}.",
        have=float(breach.result.table.throughput[breach.row]),
        want=want,
    )


_SPECIAL: dict[str, Callable[[_Breach], Localised]] = {
    "status": _status,
    "use_case": _use_case,
    "languages": _languages,
    "modalities": _modalities,
    "vram_gb": _memory,
    "ram_gb": _memory,
    "fine_tuning": _tuning,
    "budget_usd_month": _budget,
    "budget_usd_once": _budget,
    "max_usd_per_item": _each,
    "min_tokens_per_s": _speed,
    "local": _flag(
        "Solo existe como servicio en la nube: no se puede ejecutar en equipo propio.",
        "It exists only as a cloud service: it cannot run on own hardware.",
    ),
    "open_weights": _flag("Sus pesos no son abiertos.", "Its weights are not open."),
    "commercial_use": _flag("Su licencia no permite uso comercial.", "Its licence does not allow commercial use."),
    "tool_calling": _flag("No sabe llamar a herramientas.", "It cannot call tools."),
    "structured_output": _flag(
        "No garantiza una salida con estructura (JSON).", "It does not guarantee structured output (JSON)."
    ),
    "reasoning": _flag(
        "No cumple lo pedido sobre razonamiento explícito.", "It does not meet what you asked about explicit reasoning."
    ),
    "training_type": _flag(
        "No es del tipo de entrenamiento pedido.", "It is not of the kind of training you asked for."
    ),
    "excluded_vendors": _flag("Es de un fabricante que has descartado.", "It is from a vendor you ruled out."),
    "vendor_origin": _flag("Su fabricante no es de donde has pedido.", "Its vendor is not from where you asked."),
    "in_place_of": _flag("Buscas algo en su lugar.", "You look for something in its place."),
    "excluded_models": _flag("Lo has descartado tú.", "You ruled it out yourself."),
}
