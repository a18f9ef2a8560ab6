"""Whether a machine of one's own pays against the API, and what its electricity costs: by assumptions that are told."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import own_hardware, paid
from advisor.answer.parts.phrases import as_volume
from advisor.domain.advice import Hosting, Payback, Priced
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, percent, tokens, usd
from advisor.domain.language import Language, Localised
from advisor.scoring.payback import READS_TIMES

_MONTHS_A_YEAR = 12
_ALIKE = 0.2
_EVER = 40
"""Years beyond which nobody counts."""


def pays(evidence: Evidence, cite: Citer) -> list[str]:
    """The verdict first, then the sum, then what it rests on; none where it is not asked."""
    found, language = evidence.payback, evidence.language
    if evidence.priced is not None:
        return _priced(evidence.priced, language, cite)
    if found is None:
        return _reading(evidence) if evidence.reading else _power(evidence)
    cost = found.item.cost
    if cost is None:
        return []
    volume = as_volume(cost.tokens_in + cost.tokens_out, language, once=False)
    volume += _SUPPOSED.in_(language) if found.assumed_volume else ""
    marks = cite.facts(found.item.card, [cost.price_in, cost.price_out])
    api = _API.in_(language).format(found.item.card.name, paid(cost, language), cost.provider, volume, marks)
    stands_in = (
        [_STANDS_IN.in_(language).format(found.instead_of.name, found.item.card.name)] if found.instead_of else []
    )
    alone = not found.owned and found.machines == 1
    home = [_ONE.in_(language).format(usd(found.hosting.hardware_usd, language))] if alone else []
    energy = _ENERGY.in_(language).format(
        usd(_round(found.energy_usd_month), language), _hours(found.hours_month, language)
    )
    return [
        " ".join([_verdict(found, language), *stands_in, api, *home, energy]),
        _basis(found.hosting, language, owned=found.owned) + _NOT_MONEY.in_(language),
    ]


def _priced(found: Priced, language: Language, cite: Citer) -> list[str]:
    item, cost = found.item, found.item.cost
    if cost is None:
        return []
    marks = cite.facts(item.card, [cost.price_in, cost.price_out])
    told = (
        number(found.count, language, 0),
        tokens(found.tokens_each, language),
        tokens(found.count * found.tokens_each, language),
        item.card.name,
        usd(cost.usd_month, language),
        cost.provider,
        cost.basis.in_(language).partition(";")[0],
        marks,
        percent(found.output_share, language),
    )
    return [_PRICED.in_(language).format(*told)]


_PRICED = Localised(
    "{} peticiones de {} tokens son {} tokens: con **{}** salen por unos {} en {}: {}{}. Supongo que un {} de los tokens los escribe el modelo; si "
    "escribe más, sube.",
    "{} requests of {} tokens are {} tokens: with **{}** they come to about {} at {}: {}{}. I assume that {} of the tokens are written by the "
    "model; if it writes more, it costs more.",
)


def _verdict(found: Payback, language: Language) -> str:
    if found.owned:
        cost = found.item.cost
        if cost is not None and abs(cost.usd_month - found.energy_usd_month) < _ALIKE * cost.usd_month:
            return _SAME.in_(language)
        return (_HOME_CHEAPER if found.months is not None else _API_CHEAPER).in_(language)
    if found.machines > 1 and _worth(found) >= found.hosting.hardware_usd:
        plan = found.hosting
        bought = number(int(_worth(found) / plan.hardware_usd), language, 0)
        life = number(plan.lifetime_months / _MONTHS_A_YEAR, language, 0)
        return _OF_MANY.in_(language).format(
            number(found.machines, language, 0), life, usd(_worth(found), language), bought
        )
    if found.months is None:
        return _NEVER.in_(language)
    years = found.months / _MONTHS_A_YEAR
    if found.months <= found.hosting.lifetime_months:
        return _YES.in_(language).format(_span(found.months, language))
    if years > _EVER:
        return _NEVER.in_(language)
    return _NO.in_(language).format(
        number(years, language, 0 if years >= 10 else 1),
        number(found.hosting.lifetime_months / _MONTHS_A_YEAR, language, 0),
    )


def _worth(found: Payback) -> float:
    """What the API costs over the machine's life."""
    return (found.item.cost.usd_month if found.item.cost else 0.0) * found.hosting.lifetime_months


def _span(months: float, language: Language) -> str:
    if months < 1:
        return Localised("menos de un mes", "less than a month").in_(language)
    if months < 1.5:
        return Localised("un mes", "a month").in_(language)
    return Localised("{} meses", "{} months").in_(language).format(number(months, language, 0))


def _hours(hours: float, language: Language) -> str:
    return number(float(f"{hours:.2g}"), language, 0 if hours >= 10 else 1)


def _round(value: float) -> float:
    return float(f"{value:.2g}") if value < 1000 else round(value)


def _basis(plan: Hosting, language: Language, *, owned: bool) -> str:
    told = (
        number(plan.power_w, language, 0),
        number(plan.electricity_usd_kwh, language),
        number(plan.tokens_per_s, language, 0),
        number(READS_TIMES, language, 0),
    )
    text = _BASIS_OWNED if owned else _BASIS
    return (
        text.in_(language).format(*told)
        if owned
        else text.in_(language).format(
            usd(plan.hardware_usd, language), number(plan.lifetime_months / _MONTHS_A_YEAR, language, 0), *told
        )
    )


def _reading(evidence: Evidence) -> list[str]:
    """What is not estimated, and what is."""
    language = evidence.language
    fit = next((v for v in evidence.verdicts if v.fit and v.fit.fits and v.fit.tokens_per_s), None)
    if fit is None or fit.fit is None or fit.fit.tokens_per_s is None:
        return [_NOT_READING.in_(language)]
    pace = [number(float(f"{end:.2g}"), language, 1) for end in fit.fit.tokens_per_s]
    return [f"{_NOT_READING.in_(language)} {_WRITING.in_(language).format(fit.card.name, *pace)}"]


_NOT_READING = Localised(
    "Cuánto tarda tu equipo en leer una entrada larga no lo estimo: depende de la potencia de cálculo, y mis fichas de equipos solo tienen la "
    "memoria y su ancho de banda, que deciden la escritura. Leer es bastante más rápido que escribir, tanto más cuanto mejor sea la gráfica, y "
    "en un procesador sin gráfica se nota la espera. Con llama.cpp se mide en un minuto (llama-bench da las dos velocidades); lo que se repite, "
    "como las instrucciones, se lee una sola vez si el programa guarda la caché.",
    "How long your machine takes to read a long input I do not estimate: it hangs on computing power, and my cards of machines hold only the "
    "memory and its bandwidth, which decide the writing. Reading is a good deal faster than writing, the more so the better the graphics card, "
    "and on a processor without one the wait is felt. With llama.cpp it is measured in a minute (llama-bench gives both speeds); what repeats, "
    "such as the instructions, is read only once if the program keeps the cache.",
)
_WRITING = Localised(
    "**{}** escribiría de {} a {} tokens/s (estimado).", "**{}** would write {} to {} tokens/s (estimated)."
)


def _power(evidence: Evidence) -> list[str]:
    """What an hour at work costs, and what a million tokens take, at the speed estimated for the model talked about."""
    plan, language = evidence.power, evidence.language
    if plan is None:
        return []
    hour = plan.power_w / 1000 * plan.electricity_usd_kwh
    hours = _HOUR if evidence.needs.number("vram_gb") or not own_hardware(evidence.needs) else _BARE_HOUR
    told = hours.in_(language).format(
        usd(_round(hour), language), number(plan.power_w, language, 0), number(plan.electricity_usd_kwh, language)
    )
    fit = next((v.fit for v in evidence.verdicts if v.fit and v.fit.fits and v.fit.tokens_per_s), None)
    speed = fit.tokens_per_s if fit else None
    if speed is None:
        return [f"{told} {_YOURS.in_(language)}"]
    name = next(v.card.name for v in evidence.verdicts if v.fit is fit)
    slow, fast = speed
    costs = [usd(_round(1e6 / pace / 3600 * hour), language) for pace in (fast, slow)]
    pace = [number(float(f"{end:.2g}"), language, 1) for end in speed]
    million = _MILLION.in_(language).format(name, *pace, *costs)
    if evidence.plain:
        return [f"{told} {_YOURS.in_(language)}"]
    return [f"{told} {million} {_YOURS.in_(language)}"]


_SUPPOSED = Localised(", que supongo", ", which I assume")
_YES = Localised(
    "Sí, a ese volumen: la máquina se paga en unos {}.", "Yes, at that volume: the machine pays for itself in about {}."
)
_NO = Localised(
    "A ese volumen, no: la máquina tardaría unos {} años en pagarse y le supongo {} de vida.",
    "Not at that volume: the machine would take about {} years to pay for itself, and I give it a life of {}.",
)
_NEVER = Localised(
    "A ese volumen, no: la máquina no se pagaría nunca, la API sale más barata.",
    "Not at that volume: the machine would never pay for itself, the API is cheaper.",
)
_HOME_CHEAPER = Localised(
    "Con la máquina ya comprada, sale más barato en tu equipo: solo pagas la luz.",
    "With the machine already bought, your own is cheaper: you pay for the electricity only.",
)
_SAME = Localised(
    "Con la máquina ya comprada, sale más o menos igual: la luz en casa y la API cuestan casi lo mismo.",
    "With the machine already bought it comes to much the same: electricity at home and the API cost nearly alike.",
)
_API_CHEAPER = Localised(
    "Aun con la máquina ya comprada, por API sale más barato que la luz que gastaría en casa.",
    "Even with the machine already bought, the API is cheaper than the electricity it would take at home.",
)
_OF_MANY = Localised(
    "Solo si cada máquina atiende muchas peticiones a la vez: de una en una harían falta unas {}, y lo que la API cuesta en {} años, {}, paga "
    "unas {}. Un servidor como vLLM las atiende juntas y rinde varias veces más; cuánto, mídelo con las tuyas antes de comprar.",
    "Only if each machine serves many requests at once: one by one it would take about {} of them, and what the API costs in {} years, {}, pays "
    "for about {}. A server such as vLLM answers them together and does several times more; measure how much with yours before you buy.",
)
_STANDS_IN = Localised(
    "**{}** no cabría en una máquina así; hago la cuenta con **{}**, el primero que sí.",
    "**{}** would not fit such a machine; I reckon with **{}**, the first that does.",
)
_API = Localised("Por API, **{}** sale por {} en {} ({}){}.", "Over an API, **{}** comes to {} at {} ({}){}.")
_ONE = Localised("La máquina la cuento a {}.", "I reckon with {} for the machine.")
_ENERGY = Localised(
    "La luz serían unos {} al mes, por unas {} horas de trabajo.",
    "Electricity would be about {} a month, for about {} hours of work.",
)
_BASIS = Localised(
    "Son supuestos míos, no precios medidos: un PC con una gráfica de 24 GB de segunda mano ({}) a {} años, {} W mientras trabaja, {} USD por "
    "kWh, {} tokens/s escribiendo y {} veces más deprisa leyendo. Pon los tuyos en la página, y la cuenta cambia.",
    "These are assumptions of mine, no measured prices: a PC with a second-hand 24 GB card ({}) over {} years, {} W at work, {} USD per kWh, "
    "{} tokens/s when writing and {} times faster when reading. Put in your own on the page, and the sum changes.",
)
_BASIS_OWNED = Localised(
    "Son supuestos míos, no medidas: {} W mientras trabaja, {} USD por kWh, {} tokens/s escribiendo y {} veces más deprisa leyendo.",
    "These are assumptions of mine, no measurements: {} W at work, {} USD per kWh, {} tokens/s when writing and {} times faster when "
    "reading.",
)
_NOT_MONEY = Localised(
    " Fuera de la cuenta quedan tu tiempo de montarla y mantenerla, y lo que valga para ti que los datos no salgan.",
    " Left out are your time to set it up and keep it running, and what it is worth to you that the data stay inside.",
)
_HOUR = Localised(
    "Cada hora de trabajo gasta unos {} de luz, suponiendo {} W mientras trabaja (un PC con una gráfica) y {} USD por kWh.",
    "Each hour of work takes about {} of electricity, assuming {} W at work (a PC with one graphics card) and {} USD per kWh.",
)
_BARE_HOUR = Localised(
    "Cada hora de trabajo gasta unos {} de luz, suponiendo {} W (un equipo sin gráfica; un portátil suele gastar menos) y {} USD por kWh.",
    "Each hour of work takes about {} of electricity, assuming {} W (a machine without a graphics card; a laptop usually takes less) and {} USD "
    "per kWh.",
)
_MILLION = Localised(
    "Con **{}**, de {} a {} tokens/s (estimado), escribir un millón de tokens sale por entre {} y {}.",
    "With **{}**, {} to {} tokens/s (estimated), writing a million tokens comes to between {} and {}.",
)
_YOURS = Localised(
    "Son supuestos, no medidas: tu factura dice el precio del kWh y un enchufe medidor los vatios; parado gasta mucho menos, y cada gráfica "
    "más suma lo suyo.",
    "These are assumptions, no measurements: your bill tells the price of a kWh and a plug-in meter the watts; idle it takes much less, and "
    "each further card adds its own.",
)
