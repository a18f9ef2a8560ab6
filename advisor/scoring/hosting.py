"""Own or rented hardware against an API: monthly costs and the volume where they cross. USD, tokens a month."""

from __future__ import annotations

from advisor.domain import formats
from advisor.domain.advice import BreakEven, Hosting
from advisor.domain.language import Localised
from advisor.scoring.phrases import both

HOURS_A_MONTH = 730.0

DEFAULT_HOSTING = Hosting(
    hardware_usd=2200.0,
    lifetime_months=36.0,
    rental_usd_hour=0.35,
    power_w=420.0,
    electricity_usd_kwh=0.25,
    utilisation=0.3,
    tokens_per_s=35.0,
    basis=Localised(
        "Supuestos de partida, todos editables: un PC con una gráfica de 24 GB de segunda mano (2.200 USD) a 3 años, "
        "420 W mientras trabaja, 0,25 USD por kWh (orden de magnitud de un hogar en la UE), alquiler de una gráfica así a "
        "0,35 USD la hora y un 30 % de uso. No son precios medidos: pon los tuyos.",
        "Starting assumptions, all editable: a PC with a second-hand 24 GB card (2,200 USD) over 3 years, 420 W at work, "
        "0.25 USD per kWh (order of magnitude of a household in the EU), such a card rented at 0.35 USD an hour, and 30% "
        "utilisation. They are no measured prices: put in your own.",
    ),
)


def hosting(tokens_per_s: float | None = None, base: Hosting = DEFAULT_HOSTING, **changed: float) -> Hosting:
    """`base` with a model's own estimated speed and whatever the person changes, by the fields' names.

    Raises ValueError for a value that is not positive; a utilisation lies in 0..1.
    """
    values = {name: getattr(base, name) for name in Hosting.__dataclass_fields__ if name != "basis"} | changed
    if tokens_per_s is not None:
        values["tokens_per_s"] = tokens_per_s
    if any(value <= 0 for value in values.values()) or values["utilisation"] > 1:
        raise ValueError(f"hosting assumptions must be positive and utilisation at most 1: {values}")
    return Hosting(**values, basis=base.basis)


def break_even(api_usd_per_m: float, plan: Hosting = DEFAULT_HOSTING) -> BreakEven:
    """Where the API's bill equals the machine's.

    Owned: price over lifetime, plus the energy of the hours at work, which grows with the volume. Rented by the hour all
    month long. Both do at most tokens_per_s x utilisation x the month: beyond it a second machine is needed, so a volume
    above that capacity counts as never.
    """
    capacity = plan.tokens_per_s * 3600 * HOURS_A_MONTH * plan.utilisation
    fixed = plan.hardware_usd / plan.lifetime_months
    energy_usd_per_m = plan.power_w / 1000 * plan.electricity_usd_kwh * 1e6 / (plan.tokens_per_s * 3600)
    rent = plan.rental_usd_hour * HOURS_A_MONTH
    saved = api_usd_per_m - energy_usd_per_m
    owned = fixed / saved * 1e6 if saved > 0 else None
    rented = rent / api_usd_per_m * 1e6 if api_usd_per_m > 0 else None
    owned = owned if owned is not None and owned <= capacity else None
    rented = rented if rented is not None and rented <= capacity else None
    full_energy = energy_usd_per_m * capacity / 1e6
    return BreakEven(
        api_usd_per_m=api_usd_per_m,
        owned_usd_month=fixed + full_energy,
        rented_usd_month=rent,
        owned_tokens_month=owned,
        rented_tokens_month=rented,
        capacity_tokens_month=capacity,
        hosting=plan,
        text=_text(api_usd_per_m, owned, rented, capacity),
    )


def _text(api: float, owned: float | None, rented: float | None, capacity: float) -> Localised:
    if owned is None and rented is None:
        return both(
            "A {api_usd} por millón de tokens, la API sale más barata a cualquier volumen que este equipo pueda hacer "
            "({cap_tok} tokens al mes).",
            "At {api_usd} per million tokens the API is cheaper at any volume this machine can do ({cap_tok} tokens a month).",
            api_usd=api,
            cap_tok=capacity,
        )
    lowest = min(volume for volume in (owned, rented) if volume is not None)
    way_es, way_en = ("comprar", "buying") if lowest == owned else ("alquilar", "renting")
    shown = {language: formats.tokens(lowest, language) for language in ("es", "en")}
    es = f"Desde unos {shown['es']} tokens al mes {way_es} el equipo sale más barato que la API."
    en = f"From about {shown['en']} tokens a month {way_en} the machine is cheaper than the API."
    return Localised(es, en)
