"""What licences of open weights hold back."""

from __future__ import annotations

from advisor.domain.language import Localised

LICENCE_LIMITS: dict[str, Localised] = {
    "users_700m": Localised(
        "con más de 700 millones de usuarios al mes hace falta otra licencia",
        "more than 700 million monthly users need another licence",
    ),
    "no_eu_multimodal": Localised(
        "no concede derechos sobre el modelo multimodal a quien reside o tiene su sede en la UE",
        "grants no rights in the multimodal model to people and companies based in the EU",
    ),
    "use_policy": Localised(
        "prohíbe algunos usos, y la prohibición pasa a los derivados",
        "forbids some uses, and the ban passes on to derivatives",
    ),
    "show_name": Localised(
        "exige mostrar el nombre del modelo en el producto",
        "the product must show the model's name",
    ),
    "show_name_100m": Localised(
        "con más de 100 millones de usuarios o 20 millones de dólares de ingresos al mes hay que mostrar su nombre",
        "above 100 million users or 20 million dollars of monthly revenue the product must show its name",
    ),
    "revenue_20m_month": Localised(
        "con más de 20 millones de dólares de ingresos al mes hace falta otra licencia",
        "more than 20 million dollars of monthly revenue need another licence",
    ),
    "revenue_10m_year": Localised(
        "el uso comercial es gratis hasta 10 millones de dólares de ingresos al año",
        "commercial use is free up to 10 million dollars of yearly revenue",
    ),
    "non_commercial": Localised("solo para usos no comerciales", "non-commercial use only"),
    "no_eu_uk_kr": Localised(
        "la licencia no vale en la UE, el Reino Unido ni Corea del Sur",
        "the licence does not hold in the EU, the United Kingdom and South Korea",
    ),
}
"""What a licence holds back, by the code that cards use."""
